// Finds the addresses in a line of a server's words: every "@" with what may stand around it.

/// The addresses of one line.
struct AddressScan {
    /// One address, and where it stands.
    struct Find {
        let address: EmailAddress
        let range: Range<Int>
    }

    /// The addresses, in order.
    private(set) var finds: [Find] = []

    /// Reads one line; each byte is looked at a bounded number of times.
    init(_ line: ArraySlice<UInt8>) {
        var searchFrom = line.startIndex
        while finds.count < 20,
            let at = line[searchFrom...].firstIndex(of: UInt8(ascii: "@"))
        {
            var start = at
            while start > searchFrom, at - start < 64, Self.isLocal(line[start - 1]) { start -= 1 }
            var end = at + 1
            while end < line.endIndex, end - at < 255, Self.isDomain(line[end]) { end += 1 }
            // A full stop ends a sentence; a hyphen is a dash.
            while end > at + 1, ".-".utf8.contains(line[end - 1]) { end -= 1 }
            while start < at, ".'-".utf8.contains(line[start]) { start += 1 }
            let text = String(decoding: line[start..<end], as: UTF8.self)
            if let address = EmailAddress(text), address.domain.contains(".") {
                finds.append(Find(address: address, range: start..<end))
            }
            searchFrom = end
        }
    }

    /// A line without its addresses, so that set phrases close up: "user <a@b.example> unknown".
    static func without(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var rest: [UInt8] = []
        rest.reserveCapacity(line.count)
        for word in line.split(separator: UInt8(ascii: " ")) where !word.contains(UInt8(ascii: "@"))
        {
            if !rest.isEmpty { rest.append(UInt8(ascii: " ")) }
            rest += word
        }
        return rest
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || "_+=/!#$%&*'^~?".utf8.contains(byte)
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
