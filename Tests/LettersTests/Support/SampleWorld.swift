// A house of one mailbox, for reading answers to sample letters.

import Desk
import Foundation
import TestSupport

enum SampleWorld {
    /// The house whose one mailbox has an address.
    static func house(_ address: NamedAddress) -> HouseSettings {
        guard let name = MailboxName("sav"), let zone = TimeZone(identifier: "Europe/Paris"),
            let hours = Delay(4, .businessHours), let days = Delay(5, .businessDays)
        else { preconditionFailure("the sample house is well-formed") }
        let company = CompanySettings(
            name: "Mileo Technology",
            domain: "mileo.example",
            phone: "01 99 00 10 00",
            timeZone: zone,
            hours: OpeningHours(ranges: [:]),
            staff: [],
            contracts: [:]
        )
        let mailbox = MailboxSettings(
            name: name,
            procedure: .sav,
            prefix: "SAV",
            address: address,
            source: .maildir("in"),
            sink: .maildir("out"),
            delays: PromisedDelays(
                formalAcknowledgement: hours,
                substantiveAnswer: days,
                urgentAnswer: days
            )
        )
        return HouseSettings(
            company: company,
            mailboxes: [mailbox],
            vocabulary: ShippedWords.vocabulary
        )
    }
}
