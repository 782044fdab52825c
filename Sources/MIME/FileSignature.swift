// What a file is by its first bytes, whatever its sender calls it.
//
// Only kinds that people send, and programs, which matter most: a program that calls itself an
// invoice becomes a defect. Nothing is opened or unpacked; a ZIP's kind is told by the names in its
// first 4 KB.

/// Tells kinds of files.
enum FileSignature {
    /// How many bytes are looked at.
    static let bytesMaximum = 4096

    /// The type of a file; nil where its first bytes do not say.
    static func type(of file: Bytes) -> String? {
        let start = file.prefix(bytesMaximum)
        guard let first = start.first else { return nil }
        if let candidates = table[first] {
            let found = candidates.first { start.starts(with: $0.bytes) }?.type
            if found == "application/zip" { return zipType(start) }
            if let found { return found }
        }
        if first == UInt8(ascii: "R"), start.starts(with: Array("RIFF".utf8)) {
            return riffType(start)
        }
        if start.dropFirst(4).starts(with: Array("ftyp".utf8)) { return mediaType(start) }
        return markupType(start)
    }

    /// Whether a file is a program and its declared type or its name says that it is none.
    static func misleads(sniffed: String?, declared: String, name: String) -> Bool {
        let endings = name.lowercased().split(separator: ".").suffix(2).map(String.init)
        let ending = endings.count > 1 ? endings[1] : ""
        let isProgram = sniffed.map(programTypes.contains) ?? false
        let isNamedProgram = programEndings.contains(ending)
        if isProgram { return !isNamedProgram || documentTypes(declared) }
        guard isNamedProgram else { return false }
        return documentTypes(declared) || documentEndings.contains(endings[0])
    }

    private struct Candidate {
        let bytes: [UInt8]
        let type: String
    }

    private static let programTypes: Set<String> = [
        "application/x-msdownload", "application/x-elf", "application/x-ms-shortcut",
        "application/x-shellscript", "application/x-mach-binary",
    ]

    private static let programEndings: Set<String> = [
        "exe", "scr", "com", "pif", "bat", "cmd", "js", "jse", "vbs", "vbe", "wsf", "hta", "lnk",
        "msi", "ps1", "jar", "dll", "cpl",
    ]

    private static let documentEndings: Set<String> = [
        "pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png", "gif", "txt", "html", "htm",
    ]

    private static func documentTypes(_ type: String) -> Bool {
        type == "application/pdf" || type.hasPrefix("image/") || type.hasPrefix("text/")
            || type.hasPrefix("audio/") || type.hasPrefix("video/")
            || type.hasPrefix("application/vnd.openxmlformats") || type == "application/msword"
    }

    // By first byte.
    private static let table: [UInt8: [Candidate]] = {
        let rows: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "application/pdf"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
            ([0xFF, 0xD8, 0xFF], "image/jpeg"),
            (Array("GIF87a".utf8), "image/gif"),
            (Array("GIF89a".utf8), "image/gif"),
            (Array("BM".utf8), "image/bmp"),
            ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
            ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
            ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
            ([0x50, 0x4B, 0x05, 0x06], "application/zip"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
            (Array("{\\rtf".utf8), "application/rtf"),
            (Array("MZ".utf8), "application/x-msdownload"),
            ([0x7F, 0x45, 0x4C, 0x46], "application/x-elf"),
            ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], "application/x-ms-shortcut"),
            ([0xCF, 0xFA, 0xED, 0xFE], "application/x-mach-binary"),
            (Array("#!".utf8), "application/x-shellscript"),
            ([0x1F, 0x8B], "application/gzip"),
            (Array("BZh".utf8), "application/x-bzip2"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "application/x-xz"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
            (Array("Rar!".utf8), "application/vnd.rar"),
            (Array("ID3".utf8), "audio/mpeg"),
            (Array("OggS".utf8), "application/ogg"),
            ([0x1A, 0x45, 0xDF, 0xA3], "video/x-matroska"),
            ([0x78, 0x9F, 0x3E, 0x22], "application/ms-tnef"),
            (Array("BEGIN:VCALENDAR".utf8), "text/calendar"),
            (Array("BEGIN:VCARD".utf8), "text/vcard"),
        ]
        return Dictionary(grouping: rows) { $0.0[0] }.mapValues { rows in
            rows.map { Candidate(bytes: $0.0, type: $0.1) }
        }
    }()

    // Office documents are ZIP archives whose first names say of what kind.
    private static func zipType(_ start: Bytes) -> String {
        let office = "application/vnd.openxmlformats-officedocument."
        let kinds: [(String, String)] = [
            ("word/", office + "wordprocessingml.document"),
            ("xl/", office + "spreadsheetml.sheet"),
            ("ppt/", office + "presentationml.presentation"),
        ]
        let bytes = Array(start)
        let opening = Array("mimetypeapplication/".utf8)
        if let found = bytes.firstIndex(of: opening, in: 0..<min(bytes.count, 200)) {
            let type = bytes[(found + 8)...].prefix(100).prefix {
                (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "P")
            }
            return String(decoding: type, as: UTF8.self)
        }
        guard bytes.firstIndex(of: Array("[Content_Types]".utf8), in: 0..<bytes.count) != nil
        else { return "application/zip" }
        for (folder, type) in kinds
        where bytes.firstIndex(of: Array(folder.utf8), in: 0..<bytes.count) != nil {
            return type
        }
        return "application/zip"
    }

    private static func riffType(_ start: Bytes) -> String? {
        switch String(decoding: start.dropFirst(8).prefix(4), as: UTF8.self) {
        case "WEBP": "image/webp"
        case "WAVE": "audio/x-wav"
        case "AVI ": "video/x-msvideo"
        default: nil
        }
    }

    private static func mediaType(_ start: Bytes) -> String {
        switch String(decoding: start.dropFirst(8).prefix(4), as: UTF8.self) {
        case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1": "image/heic"
        case "avif": "image/avif"
        case "qt  ": "video/quicktime"
        case "M4A ": "audio/mp4"
        default: "video/mp4"
        }
    }

    private static func markupType(_ start: Bytes) -> String? {
        let text = start.drop { $0.isBlankOrLineEnd || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard text.first == UInt8(ascii: "<") else { return nil }
        if text.startsIgnoringCase(with: "<!doctype html") || text.startsIgnoringCase(with: "<html")
        {
            return "text/html"
        }
        if text.startsIgnoringCase(with: "<svg") { return "image/svg+xml" }
        return text.startsIgnoringCase(with: "<?xml") ? "application/xml" : nil
    }
}
