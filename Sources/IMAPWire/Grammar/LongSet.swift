// SEARCH over a large mailbox answers in one line of megabytes. Its members are taken out of the
// line while it still arrives, so that a line stays short whatever the mailbox holds. This is done
// only for the three responses that end in a set, and the members are counted.

/// The members of a set that was too long to wait for the end of its line.
struct LongSet {
    /// Where in the line the set begins.
    let position: Int

    /// The members taken out so far.
    private(set) var members: [ClosedRange<UID>] = []

    /// From this length on a line is looked at for a set.
    static let lineBytes = 32 << 10

    private init(position: Int) { self.position = position }

    /// Takes the complete members at the end of a line out of it, if the line is one of those
    /// that end in a set: SEARCH, ESEARCH and VANISHED.
    static func drain(_ frame: inout Frame) throws(ProtocolError) {
        guard frame.literals.isEmpty, let response = Kind(frame.line),
            let start = response.start(in: frame.line),
            let end = response.end(in: frame.line), end > start
        else { return }
        var set = frame.longSet ?? LongSet(position: start)
        // One owner only: otherwise every round would copy what the rounds before had read.
        frame.longSet = nil
        guard set.position == start else {
            throw ProtocolError(.malformed, in: response.name)
        }
        let text = frame.line[start..<end]
        let isRead =
            response.separator == ASCII.space
            ? readNumbers(text, into: &set.members) : UIDSet.read(text, into: &set.members)
        guard isRead else { throw ProtocolError(.malformed, in: response.name) }
        guard set.members.count <= Limits.setMembersMaximum else {
            throw ProtocolError(.tooManyMembers, in: response.name)
        }
        frame.longSet = set
        frame.line.removeSubrange(start...end)
    }

    /// Reads numbers between spaces; neighbours in ascending order become one range.
    static func readNumbers(
        _ text: ArraySlice<UInt8>,
        into members: inout [ClosedRange<UID>]
    ) -> Bool {
        for word in text.split(separator: ASCII.space) {
            guard let uid = UID(parsing: word) else { return false }
            if let last = members.last, uid > last.upperBound,
                uid.number - last.upperBound.number == 1
            {
                members[members.count - 1] = last.lowerBound...uid
            } else {
                members.append(uid...uid)
            }
        }
        return true
    }

    // The responses whose last word is a set.
    private enum Kind {
        case search
        case esearch
        case vanished

        init?(_ line: [UInt8]) {
            let word = line.dropFirst(2).prefix { ASCII.isAtom($0) }
            guard line.first == UInt8(ascii: "*"), line.count > 2, line[1] == ASCII.space else {
                return nil
            }
            if ASCII.equal(word, "SEARCH") {
                self = .search
            } else if ASCII.equal(word, "ESEARCH") {
                self = .esearch
            } else if ASCII.equal(word, "VANISHED") {
                self = .vanished
            } else {
                return nil
            }
        }

        var name: String {
            switch self {
            case .search: "SEARCH response"
            case .esearch: "ESEARCH response"
            case .vanished: "VANISHED response"
            }
        }

        var separator: UInt8 {
            switch self {
            case .search: ASCII.space
            case .esearch, .vanished: UInt8(ascii: ",")
            }
        }

        // SEARCH's numbers begin behind its name; the other sets are the word that still grows.
        func start(in line: [UInt8]) -> Int? {
            switch self {
            case .search: "* SEARCH ".utf8.count
            case .esearch, .vanished: line.lastIndex(of: ASCII.space).map { $0 + 1 }
            }
        }

        // The separator behind the last complete member; `(MODSEQ n)` may follow the numbers.
        func end(in line: [UInt8]) -> Int? {
            switch self {
            case .search:
                line.prefix { $0 != UInt8(ascii: "(") }.lastIndex(of: separator)
            case .esearch, .vanished:
                line.lastIndex(of: separator)
            }
        }
    }
}
