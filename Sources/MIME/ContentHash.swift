// The digest by which a mail is recognised wherever it is found again.
//
// It covers what the sender wrote: ten of his header fields, unfolded, and the whole body. Line
// ends count as LF however they came, and those at the very end not at all, because servers add
// them. One pass; the body is hashed where it lies, in runs between carriage returns.

package import Desk

/// Computes content digests.
package enum ContentHash {
    // Canonical order; a field that occurs twice counts twice.
    private static let names = [
        "from", "sender", "to", "cc", "subject", "date", "message-id", "in-reply-to",
        "references", "content-type",
    ]

    /// The digest of a mail.
    package static func digest(of bytes: [UInt8]) -> ContentDigest {
        var values = [[Range<Int>]](repeating: [], count: names.count)
        var scanner = FieldScanner(bytes)
        while let field = scanner.next() {
            let name = bytes[field.name]
            if let index = names.firstIndex(where: { name.equalsIgnoringCase($0) }) {
                values[index].append(field.value)
            }
        }
        var hash = SHA256()
        for (name, ranges) in zip(names, values) {
            for range in ranges {
                let value = bytes[range].lazy.filter { $0 != .carriageReturn && $0 != .lineFeed }
                hash.update((Array(name.utf8) + [UInt8(ascii: ":")] + value)[...])
                hash.update([.lineFeed])
            }
        }
        hash.update([.lineFeed])
        // Without any of these fields there is no header to speak of (an unreadable file): then all
        // of its bytes tell it from others.
        let hasHeader = values.contains { !$0.isEmpty }
        add(body: bytes, from: hasHeader ? scanner.bodyStart : 0, to: &hash)
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
        var runStart = start
        var position = start
        while let found = bytes.firstIndex(of: .carriageReturn, in: position..<end) {
            position = found + 1
            guard position < end, bytes[position] == .lineFeed else { continue }
            hash.update(bytes[runStart..<found])
            runStart = position
        }
        hash.update(bytes[runStart..<end])
    }
}
