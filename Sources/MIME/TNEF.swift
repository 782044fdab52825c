// winmail.dat opened: what Outlook put into its own container instead of into the mail (MS-OXTNEF).
//
// Our own reader and not libytnef: that one refuses objects over 512 KB, stops at attributes of no
// length and takes large counts of properties for damage; of nineteen public containers it lost
// files in two and gave an error for two more. This one checks every length, allocates nothing by
// a number in the file, keeps what it read before damage, and passes each byte a bounded number of
// times.

import Desk

/// The contents of a winmail.dat.
struct TNEF {
    /// One file in it, as it is written there.
    struct File {
        var name = ""
        var type: String?
        var contentID: String?
        var content: Bytes = []
    }

    /// The text as UTF-8, and whether it was made from HTML.
    private(set) var text: MailText.Found?
    /// The files, in order.
    private(set) var files: [File] = []
    /// What it is for, such as `IPM.Note`.
    private(set) var messageClass = ""
    /// Whether it is cut or wrong somewhere.
    private(set) var isBroken = false

    private static let signature = 0x223E_9F78

    // The attributes that are read; the upper half of each identifier is its type.
    private enum Attribute: Int {
        case messageClass = 0x8008
        case body = 0x800C
        case attachmentData = 0x800F
        case attachmentTitle = 0x8010
        case attachmentBeginning = 0x9002
        case messageProperties = 0x9003
        case attachmentProperties = 0x9005
        case codePage = 0x9007
    }

    private var codePage = 1252
    private var plain: [UInt8] = []
    private var properties: [TNEFProperties] = []

    /// Opens it; nil where the bytes are no such container.
    init?(_ bytes: [UInt8], limits: ReadingLimits, defects: inout Set<MessageDefect>) {
        var reader = LittleEndianReader(bytes[...])
        guard reader.long() == Self.signature, reader.short() != nil else { return nil }
        while let level = reader.byte(), level == 1 || level == 2 {
            guard let identifier = reader.long(), let length = reader.long(),
                let value = reader.take(length), reader.short() != nil
            else {
                isBroken = true
                break
            }
            guard let attribute = Attribute(rawValue: identifier & 0xFFFF) else { continue }
            read(attribute, value, inAttachment: level == 2, limits: limits)
            if files.count > limits.parts {
                files.removeLast()
                defects.insert(.partsCut)
                break
            }
        }
        readText(limits: limits, defects: &defects)
    }

    /// What a meeting of Outlook asks for or answers.
    var calendarMethod: CalendarMethod? {
        let name = messageClass.lowercased()
        if name.contains("schedule.meeting.resp") || name.contains("schedule.mtgresp") {
            return .reply
        }
        if name.contains("schedule.meeting.request") || name.contains("schedule.mtgreq") {
            return .request
        }
        let isCancelled =
            name.contains("schedule.meeting.canceled") || name.contains("schedule.mtgcncl")
        return isCancelled ? .cancel : nil
    }

    private mutating func read(
        _ attribute: Attribute,
        _ value: Bytes,
        inAttachment: Bool,
        limits: ReadingLimits
    ) {
        if inAttachment, attribute == .attachmentBeginning || files.isEmpty {
            files.append(File())
        }
        switch attribute {
        case .messageClass:
            messageClass = text(value)
        case .body:
            plain = Array(value.prefix(limits.textBytes))
        case .codePage:
            var reader = LittleEndianReader(value)
            codePage = reader.long() ?? codePage
        case .messageProperties:
            let found = TNEFProperties(value, limits: limits)
            isBroken = isBroken || found.isBroken
            properties.append(found)
        case .attachmentData where inAttachment:
            files[files.count - 1].content = value
        case .attachmentTitle where inAttachment:
            if files[files.count - 1].name.isEmpty { files[files.count - 1].name = text(value) }
        case .attachmentProperties where inAttachment:
            fillLastFile(from: TNEFProperties(value, limits: limits))
        case .attachmentBeginning, .attachmentData, .attachmentTitle, .attachmentProperties:
            break
        }
    }

    private mutating func fillLastFile(from found: TNEFProperties) {
        isBroken = isBroken || found.isBroken
        var file = files.removeLast()
        defer { files.append(file) }
        let name =
            found.text(.longFileName, codePage: codePage)
            ?? (file.name.isEmpty ? found.text(.fileName, codePage: codePage) : nil)
            ?? (file.name.isEmpty ? found.text(.displayName, codePage: codePage) : nil)
        if let name, !name.isEmpty { file.name = name }
        file.type = found.text(.attachmentType, codePage: codePage)
        file.contentID = found.text(.contentID, codePage: codePage)
        guard let content = found.binary(.attachmentData) else { return }
        if !file.content.isEmpty {
            // A picture of the file stood where its bytes should: both are kept.
            files.append(file)
        }
        file.content = content
    }

    // Plain, else HTML, else rich text.
    private mutating func readText(limits: ReadingLimits, defects: inout Set<MessageDefect>) {
        let (found, page) = (properties, codePage)
        let body = found.lazy.compactMap { $0.text(.body, codePage: page) }.first
        var utf8 = Array((body ?? "").utf8)
        if utf8.isEmpty, !plain.isEmpty { utf8 = Array(text(plain[...]).utf8) }
        if utf8.contains(where: { !$0.isBlankOrLineEnd }) {
            text = MailText.Found(
                text: TextCleaning.lines(utf8, defects: &defects),
                isFromHTML: false
            )
        } else if let html = found.lazy.compactMap({ $0.html(codePage: page) }).first {
            let clean = TextCleaning.lines(html, defects: &defects)
            let read = HTMLText.read(clean, limits: limits, defects: &defects)
            text = MailText.Found(text: read, isFromHTML: true)
        } else if let rich = found.lazy.compactMap({ $0.binary(.compressedRichText) }).first {
            guard let rtf = CompressedRTF.expand(rich, bytesMaximum: limits.openedTextBytes) else {
                isBroken = true
                return
            }
            let read = RTFText.read(rtf, bytesMaximum: limits.textBytes, defects: &defects)
            text = MailText.Found(
                text: TextCleaning.lines(read, defects: &defects),
                isFromHTML: false
            )
        }
    }

    private func text(_ bytes: Bytes) -> String {
        WindowsCodePage.text(bytes, codePage: codePage)
    }
}

/// Text in a code page of Windows.
enum WindowsCodePage {
    /// The charset of a code page.
    static func charset(_ codePage: Int) -> Charset {
        switch codePage {
        case 0, 1, 2, 20127, 28591: .windows1252
        case 65001: .utf8
        case 1200: .named("utf-16le")
        case 28592...28605: Charset(label: "iso-8859-\(codePage - 28590)")
        default: Charset(label: "cp\(codePage)")
        }
    }

    /// The text up to its first NUL.
    static func text(_ bytes: Bytes, codePage: Int) -> String {
        var ignored: Set<MessageDefect> = []
        let characters = bytes.prefix { $0 != .nul }
        return String(
            decoding: charset(codePage).decode(characters, defects: &ignored),
            as: UTF8.self
        )
    }
}
