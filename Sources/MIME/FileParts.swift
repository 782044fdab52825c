// Files around a finished mail: its content becomes the first part of a multipart/mixed, and each
// file a part behind it. The fields above MIME-Version stay as they are, so that a letter has the
// same header whenever its files are put in.
//
// A name stands in the form of RFC 2231 where it is not plain ASCII; content is base64 in lines of
// 76 digits. No name or type can begin a line of its own.

import Desk

/// Puts files into mails of ours.
enum FileParts {
    /// The mail with files; as it is where there are none.
    static func enclosing(
        _ files: [OutgoingFile],
        in mail: [UInt8],
        named id: MessageID
    ) -> [UInt8] {
        let version = Array("MIME-Version: 1.0\r\n".utf8)
        guard !files.isEmpty, let place = mail.firstIndex(of: version, in: 0..<mail.count) else {
            return mail
        }
        let content = place + version.count
        let digest = Hashes.sha256(Array("files of \(id.text)".utf8))
        let boundary = "=_\(digest.prefix(15).hexadecimal)"
        var whole = Array(mail[..<content])
        whole += line("Content-Type: multipart/mixed; boundary=\"\(boundary)\"") + line("")
        whole += line("--\(boundary)")
        whole += mail[content...]
        for file in files {
            whole += line("") + line("--\(boundary)")
            whole += head(of: file)
            whole += Base64.encoded(file.content)
        }
        whole += line("") + line("--\(boundary)--")
        return whole
    }

    private static func head(of file: OutgoingFile) -> [UInt8] {
        line("Content-Type: \(type(file.type))")
            + line("Content-Transfer-Encoding: base64")
            + line("Content-Disposition: attachment;")
            + Array(parameters(named: name(file.name)).joined())
            + line("")
    }

    // A text needs a charset that nobody knows, and a mail or a multipart cannot be base64.
    private static func type(_ type: String) -> String {
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        let isToken = { (part: Substring) in
            (1...60).contains(part.utf8.count)
                && part.utf8.allSatisfy { byte in
                    byte.isDigit || (0x61...0x7A).contains(byte) || "+-._".utf8.contains(byte)
                }
        }
        guard parts.count == 2, parts.allSatisfy(isToken),
            !["text", "message", "multipart"].contains(parts[0])
        else { return "application/octet-stream" }
        return type
    }

    // MARK: - The name

    private static func name(_ name: String) -> String {
        let flat = HeaderValue(flattening: name).text.prefixScalars(200)
        return flat.isEmpty ? "fichier" : flat
    }

    private static func parameters(named name: String) -> [[UInt8]] {
        let isPlain =
            name.utf8.count <= 60
            && name.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
        if isPlain { return [line(" filename=\"\(name)\"")] }
        let pieces = pieces(of: name)
        guard pieces.count > 1 else { return [line(" filename*=utf-8''\(pieces[0])")] }
        return pieces.enumerated().map { place, piece in
            let charset = place == 0 ? "utf-8''" : ""
            let end = place == pieces.count - 1 ? "" : ";"
            return line(" filename*\(place)*=\(charset)\(piece)\(end)")
        }
    }

    // Percent-encoded, in pieces that fit a line; no character is cut in two.
    private static func pieces(of name: String) -> [String] {
        var pieces = [""]
        for scalar in name.unicodeScalars {
            let encoded = String(scalar).utf8.map { byte in
                let isPlain =
                    byte.isDigit || (0x61...0x7A).contains(byte.lowercased)
                    || "-._".utf8.contains(byte)
                return isPlain
                    ? String(Unicode.Scalar(byte)) : "%\(QuotedPrintable.digits(of: byte))"
            }.joined()
            if pieces[pieces.count - 1].utf8.count + encoded.utf8.count > 50 { pieces.append("") }
            pieces[pieces.count - 1] += encoded
        }
        return pieces
    }

    private static func line(_ text: String) -> [UInt8] { Array("\(text)\r\n".utf8) }
}

extension Base64 {
    /// Bytes in lines of 76 digits.
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let room = (bytes.count + 56) / 57 * 2 + (bytes.count + 2) / 3 * 4
        // Through spans, because to append digit by digit to a list takes four times as long.
        return [UInt8](capacity: room) { lines in
            let (bytes, digits) = (bytes.span, digits.span)
            var start = 0
            while start < bytes.count {
                let end = min(start + 57, bytes.count)
                var index = start
                while index + 2 < end {
                    let three =
                        Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8
                        | Int(bytes[index + 2])
                    lines.append(digits[three >> 18])
                    lines.append(digits[three >> 12 & 63])
                    lines.append(digits[three >> 6 & 63])
                    lines.append(digits[three & 63])
                    index += 3
                }
                if index < end {
                    let isTwo = index + 1 < end
                    let rest = Int(bytes[index]) << 8 | (isTwo ? Int(bytes[index + 1]) : 0)
                    lines.append(digits[rest >> 10])
                    lines.append(digits[rest >> 4 & 63])
                    lines.append(isTwo ? digits[rest << 2 & 63] : UInt8(ascii: "="))
                    lines.append(UInt8(ascii: "="))
                }
                lines.append(.carriageReturn)
                lines.append(.lineFeed)
                start = end
            }
        }
    }
}
