// The house of the package's own settings, before which every mail of the targets is explained: all
// rules, the plan and the letters that it would cause.

import Desk
import Foundation
import MIME
import Settings

/// The package's own house.
enum HouseUnderFire {
    /// Loaded once; a folder that cannot be read is no finding but a mistake in calling.
    static let house: HouseSettings = {
        do {
            return try SettingsLoader.load(
                folder: "Mailboxes",
                stateFolder: "state",
                home: "home"
            )
        } catch {
            preconditionFailure("the settings of the package: \(error)")
        }
    }()

    private static let key = KeyedHash { Hashes.hmac(key: [UInt8](repeating: 7, count: 32), $0) }
    private static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    /// Explains a mail and holds what comes out against what is promised.
    static func explain(_ message: InboundMessage) {
        guard let mailbox = Explanation.mailbox(for: message, in: house),
            let digest = ContentDigest([UInt8](repeating: 1, count: 32))
        else { preconditionFailure("the package's house has mailboxes") }
        let reading = Reading(message, mailbox: mailbox, house: house, key: key)
        promise(
            !isBlank(reading.newText) || isBlank(message.text),
            "new text is never empty where there was text"
        )
        if let bounce = reading.bounce {
            promise(!bounce.reports.isEmpty, "a bounce reports on something")
            for report in bounce.reports + [bounce.leading] { check(report) }
        }
        if let letter = reading.forwarded {
            promise(
                letter.text.utf8.count <= ForwardedMessage.textBytesMaximum,
                "a forwarded text has a longest length"
            )
            promise(
                isOneLine(letter.name) && isOneLine(letter.subject),
                "a forwarded letter's name and subject are one line"
            )
        }
        let explanation = Explanation(reading, digest: digest, receivedAt: moment, key: key)
        let isMachine: Set<Nature> = [.autoreply, .bounce, .bulk, .spam, .receipt]
        promise(
            !isMachine.contains(explanation.classification.nature)
                || explanation.plan.letters.isEmpty,
            "no letter answers a machine"
        )
    }

    private static func check(_ report: DeliveryReport) {
        if let diagnostic = report.diagnostic {
            promise(isOneLine(diagnostic), "a diagnostic is one line: \(diagnostic)")
        }
        if let status = report.status {
            let digits = status.split(separator: ".", omittingEmptySubsequences: false)
            promise(
                digits.count == 3 && digits.allSatisfy { (1...3).contains($0.utf8.count) }
                    && status.utf8.allSatisfy { (0x2E...0x39).contains($0) && $0 != 0x2F },
                "a status has three numbers: \(status)"
            )
        }
    }
}
