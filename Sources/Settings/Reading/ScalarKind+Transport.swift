// The kinds of value that mail servers need: hosts, ports, folders, URLs, pauses and moments.

import Desk
import Foundation

extension ScalarKind where Value == String {
    /// A host, by name or address.
    static var host: ScalarKind {
        let read = { (text: String) -> String? in
            let isHostByte = { (byte: UInt8) in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                    || "-.:".utf8.contains(byte)
            }
            let isHost = (1...253).contains(text.utf8.count) && text.utf8.allSatisfy(isHostByte)
            return isHost && !text.hasPrefix("-") ? text : nil
        }
        return ScalarKind(
            type: "host",
            allowed: "a host name or address alone, such as imap.mileo.example",
            suggestion: { text in
                let rest = text.range(of: "://").map { text[$0.upperBound...] } ?? text[...]
                return read(String(rest.prefix { $0 != "/" && $0 != ":" }))
            },
            read: read
        )
    }

    /// A folder on an IMAP server, as people write it.
    static var folder: ScalarKind {
        ScalarKind(
            type: "folder",
            allowed: "a folder's name as mail programs show it, such as INBOX or Guichet/Fait",
            read: { isOneLine($0, lengthMaximum: 200) ? $0 : nil }
        )
    }

    /// A keyword for mails (RFC 9051: an atom).
    static var keyword: ScalarKind {
        ScalarKind(
            type: "keyword",
            allowed: "1 to 100 of the letters, digits, $, - and _, such as $GuichetDone",
            read: { text in
                let isKeywordByte = { (byte: UInt8) in
                    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                        || "$-_".utf8.contains(byte)
                }
                return (1...100).contains(text.utf8.count)
                    && text.utf8.allSatisfy(isKeywordByte) ? text : nil
            }
        )
    }

    /// The address of a token endpoint; only a protected one is taken.
    static var tokenURL: ScalarKind {
        ScalarKind(
            type: "URL",
            allowed: "an address that begins with https://",
            read: { text in
                guard isOneLine(text, lengthMaximum: 1000), let parts = URLComponents(string: text),
                    let host = parts.host, !host.isEmpty, parts.user == nil, parts.fragment == nil,
                    parts.scheme == "https"
                        || parts.scheme == "http" && HostName.isLoopback(host)
                else { return nil }
                return text
            }
        )
    }

    /// The scope of a token: words between spaces.
    static var scope: ScalarKind {
        ScalarKind(
            type: "scope",
            allowed: "one line of 1 to 1000 characters",
            read: { isOneLine($0, lengthMaximum: 1000) ? $0 : nil }
        )
    }
}

extension ScalarKind where Value == Int {
    /// A whole number between two bounds.
    static func number(_ type: String, _ bounds: ClosedRange<Int>) -> ScalarKind {
        ScalarKind(
            type: type,
            allowed: "a number from \(bounds.lowerBound) to \(bounds.upperBound)",
            read: { text in
                guard (1...6).contains(text.utf8.count),
                    text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
                    bounds.contains(number)
                else { return nil }
                return number
            }
        )
    }

    /// A pause in seconds, of at least so many.
    static func pause(from least: Int) -> ScalarKind {
        ScalarKind(
            type: "pause",
            allowed: "\(least) s to 60 min, such as 60 s",
            read: { text in
                let digits = text.prefix { $0.isASCII && $0.isNumber }
                let unit = text.dropFirst(digits.count).drop { $0 == " " }
                guard (1...4).contains(digits.count), let number = Int(digits),
                    let factor = ["s": 1, "min": 60][unit], (least...3600).contains(number * factor)
                else { return nil }
                return number * factor
            }
        )
    }
}

extension ScalarKind where Value == Date {
    /// A day, which begins at 00:00 in a time zone, or a moment with its own zone.
    static func moment(in timeZone: TimeZone) -> ScalarKind {
        ScalarKind(
            type: "moment",
            allowed: "a day such as 2026-11-02 (from 00:00 in the company's time zone), or a "
                + "moment such as 2026-11-02T08:00:00+01:00",
            read: { text in
                let style = Date.ISO8601FormatStyle()
                let day = String(text.prefix(10))
                // The style takes 30 February for 2 March: only a day that comes back is one.
                guard let midnight = try? style.parse(day + "T00:00:00Z"),
                    style.format(midnight).hasPrefix(day)
                else { return nil }
                guard text.utf8.count == 10 else { return try? style.parse(text) }
                var calendar = Calendar(identifier: .gregorian)
                calendar.timeZone = .gmt
                let parts = calendar.dateComponents([.year, .month, .day], from: midnight)
                calendar.timeZone = timeZone
                return calendar.date(from: parts)
            }
        )
    }
}

/// Whether sizes of an IMAP server are believed to the byte.
enum SizeTrust: String, CaseIterable {
    case exact
    case estimated
}
