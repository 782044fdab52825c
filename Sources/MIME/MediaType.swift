// What a media type may look like (RFC 6838, 4.2), so that nothing else is kept or shown as one.

/// Checks media types.
enum MediaType {
    private static let bytesMaximum = 127

    /// The type in lower case; nil where it is none.
    static func known(_ type: String) -> String? {
        guard type.utf8.count <= bytesMaximum, type.utf8.allSatisfy(isTypeByte) else { return nil }
        guard let slash = type.utf8.firstIndex(of: UInt8(ascii: "/")), slash > type.startIndex,
            type.utf8.index(after: slash) < type.endIndex,
            !type.utf8[type.utf8.index(after: slash)...].contains(UInt8(ascii: "/"))
        else { return nil }
        return type.lowercased()
    }

    private static func isTypeByte(_ byte: UInt8) -> Bool {
        byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte.lowercased)
            || byte == UInt8(ascii: "/") || "!#$&-^_.+".utf8.contains(byte)
    }
}
