// The commands of the dialogues, from the words of their lines. The tables of the session use the
// same words, so that a command is written in one way in all tests. A line that means nothing fails
// its test.

import IMAPWire
import Testing

extension Command {
    /// The command that a line of a dialogue names, such as `bodies 42:43 knowing`.
    init(words line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let first = try #require(words.first)
        func word(_ index: Int) throws -> String {
            guard index < words.count else { throw Miss("\(line) is too short") }
            return words[index]
        }
        func rest(_ index: Int) -> String { words.dropFirst(index).joined(separator: " ") }
        switch first {
        case "capability": self = .capability
        case "noop": self = .noop
        case "idle": self = .idle
        case "logout": self = .logout
        case "enable":
            self = .enable(words.dropFirst().compactMap { Capability(parsing: $0.utf8) })
        case "id":
            self = .id(
                name: try #require(QuotedString(word(1).bytes)),
                version: try #require(QuotedString(word(2).bytes))
            )
        case "select": self = .select(try mailbox(rest(1)))
        case "examine": self = .examine(try mailbox(rest(1)))
        case "list": self = .list(try mailbox(rest(1)))
        case "create": self = .create(try mailbox(rest(1)))
        case "search": self = .search([try SearchKey(words: Array(words.dropFirst()))])
        case "metadata": self = .fetchMetadata(try uidSet(word(1)))
        case "bodies":
            let set = try uidSet(word(1))
            let isKnown = words.count > 2
            self = .fetchBodies(set, sizes: isKnown ? SampleMail.sizes(set) : [:])
        case "headers": self = .fetchHeaders(try uidSet(word(1)))
        case "flag":
            let since = words.count > 3 ? ModSeq(parsing: try word(3).utf8) : nil
            let flag = try #require(Flag(parsing: word(2).utf8))
            self = .addFlags([flag], to: try uidSet(word(1)), unchangedSince: since)
        case "move": self = .move(try uidSet(word(1)), to: try mailbox(rest(2)))
        case "append":
            self = .append(
                try #require(Literal(rest(2).bytes)),
                to: try mailbox(word(1)),
                flags: [.seen],
                date: InternalDate(secondsSince1970: 0)
            )
        default: throw Miss("no command: \(line)")
        }
    }
}

extension SearchKey {
    fileprivate init(words: [String]) throws {
        guard let first = words.first else { throw Miss("no search key") }
        let value = words.dropFirst().joined(separator: " ")
        switch first {
        case "all": self = .all
        case "uids": self = .uids(try uidSet(value))
        case "from": self = .from(try #require(UID(parsing: value.utf8)))
        case "since":
            let parts = value.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3 else { throw Miss("no day: \(value)") }
            self = .since(
                try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
            )
        case "messageid": self = .messageID(try #require(SearchText(value)))
        case "keyword": self = .keyword(try #require(Keyword(value)))
        case "unkeyword": self = .withoutKeyword(try #require(Keyword(value)))
        default: throw Miss("no search key: \(first)")
        }
    }
}
