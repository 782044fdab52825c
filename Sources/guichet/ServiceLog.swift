// The running service's log: one line for each event, for the journal or a terminal.
//
//     event=filed mail=9f86d081884c7d65 mailbox=sav ticket=SAV-2026-001237 …
//     event=letter mail=9f86d081884c7d65 letter=12 ticket=SAV-2026-001237 outcome=sent
//
// `mail` is the thread: the first digits of the mail's digest, from its filing to its letters. No
// line holds an address or a subject: a sender is a pseudonym under the house's key, a letter is
// its number. No value can end its line or drive a terminal.

import Desk
import Foundation
import Gateway

/// Prints events.
struct ServiceLog: Sendable {
    /// How grave a line is, by the numbers of syslog.
    enum Level: Int {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6

        var word: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .notice: "notice"
            case .info: "info"
            }
        }
    }

    private let isForJournal: Bool
    private let isJSON: Bool
    private let write: @Sendable (String) -> Void

    /// Prints in the journal's manner where the journal listens.
    init(
        isForJournal: Bool,
        isJSON: Bool,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.isForJournal = isForJournal
        self.isJSON = isJSON
        self.write = write
    }

    /// Prints one event, as of a moment.
    func note(_ event: ServiceEvent, house: LogHouse, at now: Date) {
        let (level, name, values) = Self.parts(of: event, house)
        line(level, name, values, at: now)
    }

    /// Prints one line.
    func line(_ level: Level, _ event: String, _ values: [(String, String)], at now: Date) {
        let all = [("event", event)] + values
        guard !isJSON else {
            let head = [("time", Moments.machine(now)), ("level", level.word)]
            return write(JSON.object((head + all).map { ($0.0, .text($0.1)) }).line)
        }
        let text = all.map { "\($0.0)=\(Self.shown($0.1))" }.joined(separator: " ")
        // The journal knows the moment, and takes the level from the front.
        let head =
            isForJournal
            ? "<\(level.rawValue)>" : "time=\(Moments.machine(now)) level=\(level.word) "
        write(head + text)
    }

    // A plain word as it is; anything else in quotes, with every control character spelled out.
    static func shown(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "=")
                && byte != UInt8(ascii: "\\")
        }
        if isPlain, !value.isEmpty { return value }
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar.properties.generalCategory {
            // Among the formats are the marks that turn a line around.
            case .control, .format, .lineSeparator, .paragraphSeparator:
                text += "\\u{\(String(scalar.value, radix: 16))}"
            case _ where scalar == "\"" || scalar == "\\": text += "\\\(scalar)"
            case _: text.unicodeScalars.append(scalar)
            }
        }
        return "\"\(text)\""
    }
}

extension String {
    /// The text without its words that are or hold an address, or that person's name in it.
    func withoutAddresses(besides name: String) -> String {
        let marks: Set<Character> = ["<", ">", "(", ")", "[", "]", "\"", "'", ",", ";", ":", "."]
        let folded = name.lowercased()
        return split(separator: " ").map { word in
            let bare = word.drop { marks.contains($0) }
            let end = bare.lastIndex { !marks.contains($0) }
            let core = end.map { bare[...$0].lowercased() } ?? ""
            let isAddress = core.contains("@") || core.contains("%40") || core == folded
            return isAddress ? "…" : String(word)
        }.joined(separator: " ")
    }
}

/// What a line needs of the house: its key for pseudonyms, its domain for the letters' names.
struct LogHouse: Sendable {
    /// The house's key.
    let key: KeyedHash
    /// The domain of our Message-IDs.
    let domain: String

    /// The name of a sender that only the house can tell.
    func pseudonym(_ address: String) -> String {
        address.isEmpty ? "nobody" : "p-" + key.seal("sender " + address).prefix(10)
    }

    /// The mail that caused a letter.
    func cause(of letter: MessageID) -> String {
        switch KeyedMessageID.read(letter, domain: domain, key: key) {
        case .ours(let id): id.cause
        case .foreign, .forged: "unknown"
        }
    }
}
