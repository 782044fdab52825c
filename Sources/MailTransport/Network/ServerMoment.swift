// Moments as servers write them: in a greeting, in the header of an HTTP answer, in a certificate.
// They tell how far this machine's clock is from theirs, and how long a certificate lasts.
//
// Pure, linear, and never sure: a text without such a moment gives nil.

package import Foundation

/// Reads moments out of servers' words.
enum ServerMoment {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The first `21 Nov 2026 11:45:00 +0100` in a text (RFC 5322, RFC 9110).
    static func inText(_ text: String) -> Date? {
        let words = text.prefix(1_000).split { $0 == " " || $0 == "\r" || $0 == "\n" }
        guard words.count >= 5 else { return nil }
        for start in 0...(words.count - 5) {
            guard let month = months.firstIndex(of: words[start + 1].lowercased()),
                let zone = seconds(ofZone: words[start + 4]),
                let moment = moment(words[start], month, words[start + 2], words[start + 3])
            else { continue }
            return moment.addingTimeInterval(-Double(zone))
        }
        return nil
    }

    /// The `Nov 21 11:45:00 2026 GMT` of a certificate.
    static func inCertificate(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 5, let month = months.firstIndex(of: words[0].lowercased()) else {
            return nil
        }
        return moment(words[1], month, words[3], words[2])
    }

    private static func moment(
        _ day: Substring,
        _ month: Int,
        _ year: Substring,
        _ time: Substring
    ) -> Date? {
        let clock = time.split(separator: ":").compactMap { Int($0) }
        guard let day = Int(day), (1...31).contains(day), year.utf8.count == 4,
            let year = Int(year), clock.count == 3
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(
            from: DateComponents(
                year: year,
                month: month + 1,
                day: day,
                hour: clock[0],
                minute: clock[1],
                second: clock[2]
            )
        )
    }

    private static func seconds(ofZone zone: Substring) -> Int? {
        if ["GMT", "UTC", "UT", "Z"].contains(zone.uppercased()) { return 0 }
        guard zone.utf8.count == 5, let sign = zone.first, sign == "+" || sign == "-",
            let digits = Int(zone.dropFirst())
        else { return nil }
        let seconds = (digits / 100 * 60 + digits % 100) * 60
        return sign == "-" ? -seconds : seconds
    }
}

/// What a look at a server tells, whatever it speaks.
package struct ServerLook: Hashable, Sendable {
    /// What it offers of what matters here.
    package var offers: [String]
    /// What it does not offer; everything works without.
    package var lacks: [String]
    /// When its certificate ends; nil without TLS.
    package var certificateEnd: Date?
    /// By how many seconds its clock, or its token endpoint's, is ahead of this machine's; nil
    /// where it tells no time.
    package var clockDifference: TimeInterval?

    init(_ connection: Connection, wanted: [String], offered: (String) -> Bool) {
        offers = wanted.filter(offered)
        lacks = wanted.filter { !offered($0) }
        certificateEnd = connection.certificateExpiry.flatMap(ServerMoment.inCertificate)
        clockDifference = connection.clockDifference
    }
}
