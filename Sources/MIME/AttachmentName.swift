// A name under which a file can be kept anywhere, made from whatever the sender wrote.
//
// It holds no path, no control character, nothing that turns a line around, no name that a system
// reserves; it does not begin like an option or a hidden file, and its length is bounded. The
// ending is kept, because people and programs go by it.

import Desk

/// Makes names safe.
enum AttachmentName {
    /// A safe form of a decoded name; empty where nothing is left of it.
    static func safe(
        _ name: String,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> String {
        var isUnsafe = false
        var scalars = lastComponent(of: name, isUnsafe: &isUnsafe)
        scalars = printable(scalars, isUnsafe: &isUnsafe)
        scalars = withoutRiskyEnds(scalars, isUnsafe: &isUnsafe)
        var safe = String(scalars)
        if isReserved(safe) {
            isUnsafe = true
            safe = "_" + safe
        }
        if isUnsafe { defects.insert(.unsafeName) }
        return shortened(safe, to: limits.nameBytes)
    }

    /// The name of a file that has none.
    static func unnamed(number: Int, type: String) -> String {
        "piece-jointe-\(number).\(fileExtension(of: type))"
    }

    private static func lastComponent(
        of name: String,
        isUnsafe: inout Bool
    ) -> String.UnicodeScalarView {
        let scalars = name.unicodeScalars
        guard let separator = scalars.lastIndex(where: { $0 == "/" || $0 == "\\" }) else {
            return scalars
        }
        isUnsafe = true
        return String.UnicodeScalarView(scalars[scalars.index(after: separator)...])
    }

    // What no file system minds is kept; what some refuse becomes "_" without being a danger.
    private static func printable(
        _ scalars: String.UnicodeScalarView,
        isUnsafe: inout Bool
    ) -> String.UnicodeScalarView {
        var clean = String.UnicodeScalarView()
        for scalar in scalars {
            switch TextCleaning.kind(scalar) {
            case .tab:
                clean.append(" ")
            case .lineBreak, .control, .turning:
                isUnsafe = true
            case .ordinary:
                clean.append(":*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        return clean
    }

    private static func withoutRiskyEnds(
        _ scalars: String.UnicodeScalarView,
        isUnsafe: inout Bool
    ) -> String.UnicodeScalarView {
        var slice = scalars[...]
        while let first = slice.first, first == " " || first == "." || first == "-" {
            if first != " " { isUnsafe = true }
            slice.removeFirst()
        }
        while let last = slice.last, last == " " || last == "." { slice.removeLast() }
        return String.UnicodeScalarView(slice)
    }

    private static func isReserved(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.lowercased().filter { $0 != " " }
        if ["con", "prn", "aux", "nul"].contains(stem) { return true }
        return stem.utf8.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
            && stem.utf8.last.map(\.isDigit) == true
    }

    private static func shortened(_ name: String, to bytesMaximum: Int) -> String {
        guard name.utf8.count > bytesMaximum else { return name }
        guard let dot = name.unicodeScalars.lastIndex(of: "."), dot > name.startIndex,
            name[dot...].utf8.count <= 20
        else { return name.prefixUTF8(bytesMaximum) }
        let ending = name[dot...]
        return String(name[..<dot]).prefixUTF8(bytesMaximum - ending.utf8.count) + ending
    }

    private static func fileExtension(of type: String) -> String {
        switch type {
        case "application/pdf": "pdf"
        case "image/jpeg", "image/jpg", "image/pjpeg": "jpg"
        case "image/png": "png"
        case "image/gif": "gif"
        case "image/heic": "heic"
        case "image/tiff": "tif"
        case "image/webp": "webp"
        case "text/plain": "txt"
        case "text/html": "html"
        case "text/csv": "csv"
        case "text/calendar": "ics"
        case "text/vcard", "text/x-vcard": "vcf"
        case "application/zip", "application/x-zip-compressed": "zip"
        case "application/msword": "doc"
        case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx"
        case "application/vnd.ms-excel": "xls"
        case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx"
        case "application/pkcs7-signature", "application/x-pkcs7-signature": "p7s"
        case "application/pgp-signature": "asc"
        case "audio/mpeg": "mp3"
        case "video/mp4": "mp4"
        case "message/rfc822", "message/global": "eml"
        default: "bin"
        }
    }
}
