// A month that nobody lived: clients who write, answer, thank and stay silent; people who answer
// early, late or never; robots that answer letters, and servers that give them back. The same seed
// makes the same month.

import Desk
import Foundation
import Gateway
import Synchronization

/// Chance that can be repeated (SplitMix64).
final class Chance: Sendable {
    private let state: Mutex<UInt64>

    init(seed: UInt64) { state = Mutex(seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D) }

    /// A number below a bound.
    func below(_ bound: Int) -> Int {
        let value = state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        return Int(value % UInt64(max(1, bound)))
    }

    /// Whether something of so many percent happens.
    func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several.
    func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}

/// Writes a month's mails: those of its beginning, and those that answer what happens.
final class MadeMonth: Sendable {
    /// The mails that wait.
    let queue = MailQueue()
    private let chance: Chance
    private let house: HouseSettings
    private let count = Mutex(0)
    private let machines = Mutex<Set<String>>([])

    init(_ chance: Chance, house: HouseSettings, from begin: Date, days: Int) {
        self.chance = chance
        self.house = house
        for _ in 0..<(3 + chance.below(6)) {
            let moment = begin + Double(chance.below(days * 86_400))
            write(opening: moment)
        }
    }

    /// The names of the mails that machines wrote.
    func isByMachine(_ name: String) -> Bool { machines.withLock { $0.contains(name) } }

    // MARK: - What begins

    private static let clients = ["alice@roy.example", "bob@dur.example", "eve@lin.example"]
    private static let requests = [
        "Bonjour, la caméra du hall ne donne plus d’image.",
        "Bonjour, toute l’alarme est hors service, le site n’est plus surveillé. Urgent !",
        "Bonjour, comment ajouter un badge pour un nouveau collègue ?",
        "Hello, the reader at the back door does not answer any more.",
    ]
    private static let complaints = [
        "Réclamation : le technicien n’est pas venu hier, c’est inadmissible.",
        "Je conteste votre facture et je dépose une réclamation.",
        "Nous avons été cambriolés et l’alarme n’a pas sonné : je réclame une réponse.",
    ]

    private func write(opening moment: Date) {
        let client = chance.one(of: Self.clients)
        switch chance.below(10) {
        case 0:
            add(from: "lettre@info.example", to: sav, "Notre lettre", "Nos offres", at: moment) {
                "List-Unsubscribe: <mailto:stop@info.example>\r\nPrecedence: bulk\r\n"
            }
        case 1: add(from: client, to: sav, "statut", "statut", at: moment)
        case 2...4:
            let text = chance.one(of: Self.complaints)
            let subject = "Réclamation \(chance.below(100))"
            add(from: client, to: complaintAddress, subject, text, at: moment)
        default:
            let text = chance.one(of: Self.requests)
            let name = add(from: client, to: sav, "Demande \(chance.below(100))", text, at: moment)
            // The same mail once more, by another way.
            if chance.happens(10) { repeatMail(name, at: moment + 60) }
        }
    }

    private var sav: String { address(of: .sav) }
    private var complaintAddress: String { address(of: .complaint) }

    private func address(of procedure: Procedure) -> String {
        let mailbox = house.mailboxes.first { $0.procedure == procedure } ?? house.mailboxes[0]
        return mailbox.address.address.text
    }

    // MARK: - What answers

    /// A mail was filed: somebody of the company may answer it.
    func answer(_ journey: Journey, at now: Date) {
        guard journey.disposition == .file || journey.disposition == .append, chance.happens(75)
        else { return }
        let person = chance.one(of: house.company.staff).address.text
        let mail = "\(journey.uid)@client.example"
        let isComplaint = journey.origin.mailbox.text == "reclamations"
        let first = now + Double(600 + chance.below(30 * 3_600))
        add(from: person, to: journey.sender, "Re", "Bonjour, nous regardons.", at: first, mail)
        guard chance.happens(60) else { return }
        let later = first + Double(3_600 + chance.below(4 * 86_400))
        let text =
            isComplaint
            ? "Faits : reconnus.\r\nCorrection : nouvelle visite.\r\nCompensation : un avoir."
            : "Bonjour, votre demande est-elle résolue ? Pouvons-nous clore le dossier ?"
        add(from: person, to: journey.sender, "Re", text, at: later, mail)
    }

    /// A letter left: a machine or a client may answer it.
    func answer(_ letter: ComposedLetter, at now: Date) {
        guard letter.kind.isForClient else { return }
        let soon = now + Double(60 + chance.below(40 * 3_600))
        let client = letter.recipient.text
        switch chance.below(20) {
        case 0: bounce(letter, at: now + 30)
        case 1, 2:
            add(from: client, to: sav, "Absence", "Je suis absent.", at: now + 5, letter.id.text) {
                "Auto-Submitted: auto-replied\r\n"
            }
        case 3...8:
            let words = words(about: letter.kind)
            let subject = "Re: \(letter.ticket.text)"
            add(from: client, to: sav, subject, words, at: soon, letter.id.text)
        default: break
        }
    }

    private func words(about kind: LetterKind) -> String {
        let question = "\r\n\r\nLe 5 oct. 2026, SAV a écrit :\r\n> Votre demande est-elle résolue ?"
        switch kind {
        case .closingAsked, .closingReminder:
            return chance.one(of: [
                "Oui, c’est résolu." + question, "Non, la panne est revenue." + question,
                "Merci beaucoup !",
            ])
        case .survey:
            let note = chance.below(5) + 1
            return "Réactivité : \(note)\r\nQualité de la solution : \(note)\r\n\r\n"
                + "> Votre avis, en notes de 1 à 5"
        default:
            return chance.one(of: [
                "Merci.", "J’ajoute que la porte du fond est concernée.",
                "Je demande une escalade auprès de votre responsable des opérations.",
            ])
        }
    }

    private func bounce(_ letter: ComposedLetter, at moment: Date) {
        let body =
            "--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n"
            + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example"
            + "\r\n\r\nFinal-Recipient: rfc822; \(letter.recipient.text)\r\nAction: failed\r\n"
            + "Status: 5.1.1\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
            + "Message-ID: <\(letter.id.text)>\r\n\r\n--b--\r\n"
        add(from: "mailer-daemon@mx.example", to: sav, "Undelivered", body, at: moment) {
            "Auto-Submitted: auto-replied\r\nReturn-Path: <>\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
        }
    }

    // MARK: - Mails

    @discardableResult
    private func add(
        from: String,
        to: String,
        _ subject: String,
        _ body: String,
        at moment: Date,
        _ parent: String? = nil,
        fields: (() -> String)? = nil
    ) -> String {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let name = "m\(number)"
        if fields != nil { _ = machines.withLock { $0.insert(name) } }
        let extra = fields?() ?? ""
        let type =
            extra.contains("Content-Type") ? "" : "Content-Type: text/plain; charset=utf-8\r\n"
        let thread = parent.map { "In-Reply-To: <\($0)>\r\nReferences: <\($0)>\r\n" } ?? ""
        let encoded = "Subject: \(subject)\r\n"
        let text =
            "From: <\(from)>\r\nTo: <\(to)>\r\n\(encoded)Message-ID: <\(name)@client.example>\r\n"
            + "MIME-Version: 1.0\r\nContent-Transfer-Encoding: 8bit\r\n"
            + thread + extra + type + "\r\n" + body + "\r\n"
        queue.add(
            ComingMail(
                name: name,
                mailbox: mailbox(at: to),
                receivedAt: moment,
                bytes: Array(text.utf8)
            )
        )
        copies.withLock { $0[name] = Array(text.utf8) }
        return name
    }

    private let copies = Mutex<[String: [UInt8]]>([:])

    private func repeatMail(_ name: String, at moment: Date) {
        guard let bytes = copies.withLock({ $0[name] }) else { return }
        queue.add(
            ComingMail(
                name: "\(name)-again",
                mailbox: mailbox(at: sav),
                receivedAt: moment,
                bytes: bytes
            )
        )
    }

    private func mailbox(at address: String) -> MailboxName {
        let found = EmailAddress(address).flatMap { house.mailbox(at: $0) }
        return (found ?? house.mailboxes[0]).name
    }
}
