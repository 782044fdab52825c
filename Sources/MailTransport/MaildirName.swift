// The names of files in a Maildir: what they tell, and how a letter of ours gets one.
//
// A name is `unique` or `unique:2,FLAGS`; the unique part never changes while a mail client moves
// the file or changes its flags, so it is the mail's identity and carries our letter's Message-ID.
// Nothing here touches the disk.

import Desk
import Foundation

/// A file name in new/ or cur/.
struct MaildirName: Hashable, Sendable {
    /// The whole name.
    let text: String
    /// The part before the first colon.
    let unique: String

    /// What a file system takes in one name.
    static let lengthMaximum = 255
    /// What marks the standard flags; everything from its colon on may change.
    static let flagsMark = ":2,"
    private static let unmarkedLengthMaximum = lengthMaximum - "\(flagsMark)S".utf8.count

    /// Refuses a name that has no unique part, or one too long to take the mark of a seen mail.
    init?(_ text: String) {
        let bytes = text.utf8
        let unique = bytes.prefix { $0 != UInt8(ascii: ":") }
        guard (1...Self.unmarkedLengthMaximum).contains(unique.count) else { return nil }
        self.text = text
        self.unique = unique.endIndex == bytes.endIndex ? text : String(Substring(unique))
    }

    private init(unique: String) {
        text = unique
        self.unique = unique
    }

    /// The name as it was before any flag was set.
    var withoutFlags: MaildirName { MaildirName(unique: unique) }

    /// The moment of delivery in seconds since 1970, where the name begins as the book says.
    ///
    /// Nine digits at least: `01-test.eml` and `20261005-x.eml` are names that people give.
    var deliverySeconds: Int64? {
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (9...12).contains(digits.count),
            text.utf8.dropFirst(digits.count).first == UInt8(ascii: ".")
        else { return nil }
        return Int64(Substring(digits))
    }

    /// The name in cur/ of a mail that is done: its flags and S for seen, in the order of ASCII.
    var whenSeen: String {
        var flags: Set<Character> = ["S"]
        let info = text.utf8.dropFirst(unique.utf8.count)
        if info.starts(with: Self.flagsMark.utf8) {
            flags.formUnion(String(Substring(info.dropFirst(Self.flagsMark.utf8.count))))
        }
        let name = "\(unique)\(Self.flagsMark)\(String(flags.sorted()))"
        return name.utf8.count <= Self.lengthMaximum ? name : "\(unique)\(Self.flagsMark)S"
    }

    /// The mail's name if another mail already has the name `whenSeen` in cur/.
    func whenSeen(copy number: Int) -> String {
        let suffix = "_\(number)"
        let room = Self.unmarkedLengthMaximum - suffix.utf8.count
        let stem = String(decoding: unique.utf8.prefix(room), as: UTF8.self)
        return "\(stem)\(suffix)\(Self.flagsMark)S"
    }
}

extension MaildirName {
    /// The name that `whenSeen(copy:)` was made of; nil where it was not.
    var withoutCopy: MaildirName? {
        guard let mark = unique.lastIndex(of: "_"),
            Int(unique[unique.index(after: mark)...]) != nil
        else { return nil }
        return MaildirName(String(unique[..<mark]))
    }
}

// MARK: - The names of our own letters

/// How a letter of ours is named: `<seconds>.<Message-ID, escaped>.<host>`.
///
/// The book asks for a name that no other delivery ever has; a Message-ID is that by definition.
/// It stands in the unique part, so that "is this letter delivered?" needs a listing of the folder
/// and no look into the files, whatever flags a mail client has set meanwhile.
struct LetterName: Hashable, Sendable {
    /// The whole name, the same in tmp/ and new/.
    let text: String

    private static let idLengthMaximum = 170
    private static let hostLengthMaximum = 40

    /// Names a letter; nil where its Message-ID is too long for a file name.
    init?(id: MessageID, now: Date, host: String) {
        let field = Self.field(for: id)
        guard field.utf8.count <= Self.idLengthMaximum else { return nil }
        let seconds = max(0, Int64(now.timeIntervalSince1970.rounded(.down)))
        self.text = "\(seconds).\(field).\(host)"
    }

    /// The Message-ID as one field of a file name: no dot, slash, colon or comma; reversible, so
    /// that no two ids share a field.
    static func field(for id: MessageID) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var field: [UInt8] = []
        for byte in id.text.utf8 {
            if isPlain(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "_") {
                field.append(byte)
            } else {
                field += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
            }
        }
        return String(decoding: field, as: UTF8.self)
    }

    /// The second of the dot-separated fields of a file name; nil where there are fewer than three.
    static func field(in name: String) -> Substring? {
        let bytes = name.utf8
        let dot = UInt8(ascii: ".")
        guard let first = bytes.firstIndex(of: dot) else { return nil }
        let rest = bytes[bytes.index(after: first)...]
        guard let second = rest.firstIndex(of: dot) else { return nil }
        return Substring(rest[..<second])
    }

    /// A host's name as it may stand at the end of a file name.
    static func host(_ text: String) -> String {
        let bytes = text.utf8.prefix(hostLengthMaximum).map { byte in
            isPlain(byte) || byte == UInt8(ascii: ".") ? byte : UInt8(ascii: "_")
        }
        return bytes.isEmpty ? "localhost" : String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}
