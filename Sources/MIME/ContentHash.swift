// The digest by which a mail is recognised wherever it is found again.
//
// It covers what the sender wrote: ten of his header fields, unfolded, and the whole body. Line
// ends count as LF however they came, and those at the very end not at all, because servers add
// them. One pass; the body is hashed where it lies, in runs between carriage returns. A mail that
// is too large to be held is hashed piece by piece, or by its body's size where only that is known.

package import Desk

/// Computes content digests.
package enum ContentHash {
    // Canonical order; a field that occurs twice counts twice.
    private static let names = [
        "from", "sender", "to", "cc", "subject", "date", "message-id", "in-reply-to",
        "references", "content-type",
    ]

    // How much of a large mail is held at once.
    private static let pieceBytes = 1_000_000

    /// The digest of a mail, whatever of it was handed over.
    package static func digest(of mail: RawMessage) -> ContentDigest {
        mail.wholeDigest ?? digest(of: mail.bytes, leftOut: mail.bytesLeftOut)
    }

    /// The digest of a mail; where bytes after these are known by their number alone, that number
    /// tells it from others.
    package static func digest(of bytes: [UInt8], leftOut: Int = 0) -> ContentDigest {
        var hash = SHA256()
        let bodyStart = add(headerOf: bytes, to: &hash)
        if leftOut > 0 {
            // Of the whole mail only the body counts: trace fields differ from copy to copy.
            let bodySize = bytes.count - bodyStart + leftOut
            hash.update(Array("left out: \(bodySize) bytes".utf8)[...])
        } else {
            add(body: bytes, from: bodyStart, to: &hash)
        }
        return made(hash)
    }

    /// The digest of a mail that is read piece by piece: the same as if it were read whole, unless
    /// its header alone is too large for that.
    package static func digest<Failure: Error>(
        ofSize size: Int,
        reading read: (Range<Int>) throws(Failure) -> [UInt8]
    ) throws(Failure) -> ContentDigest {
        let head = try read(0..<min(size, RawMessage.headerBytesMaximum))
        var hash = SHA256()
        var position = add(headerOf: head, to: &hash)
        var end = size
        while end > position {
            let start = max(position, end - pieceBytes)
            let piece = try read(start..<end)
            let last = piece.lastIndex { $0 != .lineFeed && $0 != .carriageReturn }
            end = start + (last.map { $0 + 1 } ?? 0)
            if last != nil { break }
        }
        while position < end {
            var piece = try read(position..<min(position + pieceBytes, end))
            // Whether a last carriage return ends a line, the byte behind it tells.
            if piece.count > 1, piece.last == .carriageReturn { piece.removeLast() }
            guard !piece.isEmpty else { break }
            addRuns(piece, 0..<piece.count, to: &hash)
            position += piece.count
        }
        return made(hash)
    }

    // Returns where what is hashed next begins.
    private static func add(headerOf bytes: [UInt8], to hash: inout SHA256) -> Int {
        var values = [[Range<Int>]](repeating: [], count: names.count)
        var scanner = FieldScanner(bytes, endingAt: .emptyLine)
        while let field = scanner.next() {
            let name = bytes[field.name]
            if let index = names.firstIndex(where: { name.equalsIgnoringCase($0) }) {
                values[index].append(field.value)
            }
        }
        for (name, ranges) in zip(names, values) {
            for range in ranges {
                let value = bytes[range]
                let isFolded = value.contains { $0 == .carriageReturn || $0 == .lineFeed }
                var field = Array("\(name):".utf8)
                field +=
                    isFolded
                    ? value.filter { $0 != .carriageReturn && $0 != .lineFeed }[...] : value
                field.append(.lineFeed)
                hash.update(field[...])
            }
        }
        hash.update([.lineFeed])
        // Without any of these fields there is no header to speak of (an unreadable file): then all
        // of its bytes tell it from others.
        let hasHeader = values.contains { !$0.isEmpty }
        return hasHeader ? scanner.bodyStart : 0
    }

    private static func made(_ hash: consuming SHA256) -> ContentDigest {
        guard let digest = ContentDigest(hash.finish()) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        return digest
    }

    private static func add(body bytes: [UInt8], from start: Int, to hash: inout SHA256) {
        var end = bytes.count
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn {
            end -= 1
        }
        addRuns(bytes, start..<end, to: &hash)
    }

    private static func addRuns(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        to hash: inout SHA256
    ) {
        let end = range.upperBound
        var runStart = range.lowerBound
        var position = range.lowerBound
        while let found = bytes.firstIndex(of: .carriageReturn, in: position..<end) {
            position = found + 1
            guard position < end, bytes[position] == .lineFeed else { continue }
            hash.update(bytes[runStart..<found])
            runStart = position
        }
        hash.update(bytes[runStart..<end])
    }
}
