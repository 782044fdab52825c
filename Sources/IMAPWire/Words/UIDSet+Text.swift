// A set of UIDs as it stands in commands and responses, and its division into commands of a
// bearable size. A "*" is refused: what it means changes while one looks. Reading is one pass over
// the bytes; a set of any length costs what its text costs.

extension UIDSet {
    /// The longest text of one set in one command; RFC 7162 (4) asks clients to keep the whole
    /// command line under 8,192 octets.
    package static let textLengthMaximum = 7_800

    /// The set as commands write it, such as `1:5,7`.
    ///
    /// It is empty for the empty set, which no command may name.
    package var text: String {
        var text = ""
        for range in ranges {
            if !text.isEmpty { text += "," }
            text += Self.text(of: range)
        }
        return text
    }

    /// Reads the text of a set, whose ranges may be reversed, overlap and repeat.
    ///
    /// Refuses an empty text, an empty member, a zero, a "*", and whatever is not digits.
    package init?(parsing text: some Collection<UInt8>) {
        var members: [ClosedRange<UID>] = []
        guard Self.read(text, into: &members) else { return nil }
        self.init(joining: members)
    }

    /// Reads the members of a set and adds them; false when one of them is not a UID or a range.
    static func read(
        _ text: some Collection<UInt8>,
        into members: inout [ClosedRange<UID>]
    ) -> Bool {
        var low: UID?
        var start = text.startIndex
        var index = text.startIndex
        while true {
            let byte = index < text.endIndex ? text[index] : UInt8(ascii: ",")
            if Digits.contains(byte) {
                index = text.index(after: index)
                continue
            }
            guard let uid = UID(parsing: text[start..<index]) else { return false }
            if byte == UInt8(ascii: ":") {
                guard low == nil else { return false }
                low = uid
            } else if byte == UInt8(ascii: ",") {
                let first = low ?? uid
                members.append(Swift.min(first, uid)...Swift.max(first, uid))
                low = nil
            } else {
                return false
            }
            guard index < text.endIndex else { return true }
            index = text.index(after: index)
            start = index
        }
    }

    /// Divides the set into sets in ascending order that each fit one command.
    ///
    /// Every part has at most `countMaximum` UIDs and a text of at most `lengthMaximum` bytes.
    package func chunks(
        countMaximum: Int,
        lengthMaximum: Int = UIDSet.textLengthMaximum
    ) -> [UIDSet] {
        precondition(countMaximum > 0, "A part of a UID set holds at least one UID.")
        precondition(lengthMaximum >= 22, "A part of a UID set has room for one range.")
        var parts: [UIDSet] = []
        var members: [ClosedRange<UID>] = []
        var count = 0
        var length = 0
        for range in ranges {
            var low = range.lowerBound
            while true {
                let room = countMaximum - count
                let wanted = Int(range.upperBound.number - low.number) + 1
                let taken = UInt32(Swift.min(Swift.max(room, 1), wanted))
                let high = UID(low.number - 1 + taken) ?? low
                let added = Self.text(of: low...high).utf8.count + 1
                // An empty part has room for any range, so this happens once at most.
                if room == 0 || length + added > lengthMaximum {
                    parts.append(UIDSet(joining: members))
                    (members, count, length) = ([], 0, 0)
                    continue
                }
                members.append(low...high)
                count += Int(taken)
                length += added
                guard high < range.upperBound, let next = UID(high.number + 1) else { break }
                low = next
            }
        }
        if !members.isEmpty { parts.append(UIDSet(joining: members)) }
        return parts
    }

    private static func text(of range: ClosedRange<UID>) -> String {
        range.lowerBound == range.upperBound
            ? "\(range.lowerBound.number)"
            : "\(range.lowerBound.number):\(range.upperBound.number)"
    }
}

extension UIDSet: CustomStringConvertible {
    package var description: String { isEmpty ? "none" : text }
}
