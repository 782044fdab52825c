// A colleague's mail on its whole way through the plan: proof, commands, the letter to the client,
// the transcript; and what becomes of mails that prove nothing.

import Foundation
import Testing

@testable import Desk

@Suite("Colleagues work by mail")
struct StaffMailTests {
    /// One dossier, and the mails that colleagues write about it.
    struct Counter {
        let house: HouseSettings
        let number: TicketNumber
        var events: [TicketEvent]
        var now = DeskWorld.monday.addingTimeInterval(3600)
        var row: Int64 = 20
        /// What the client wrote lately.
        var exchanges: [StaffNotification.Exchange] = []

        init(_ procedure: Procedure = .sav) throws {
            var house = try StaffWorld.house()
            house.company.staffMail.authority = "mx.mileo.example"
            self.house = house
            let opened = try DeskWorld.openedEvent(procedure)
            number = try #require(Ticket(folding: [opened])).number
            events = [opened]
        }

        var ticket: Ticket? { Ticket(folding: events) }

        /// The Message-ID of a notification.
        func notification(for name: String) throws -> MessageID {
            let capability = StaffCapability(
                on: number,
                for: try StaffWorld.address(of: name),
                until: now.addingTimeInterval(86_400)
            )
            let id = KeyedMessageID(
                kind: .notification,
                cause: "1",
                capability: capability,
                key: DeskWorld.key
            )
            return try #require(id.messageID(domain: "mileo.example", key: DeskWorld.key))
        }

        /// A colleague's answer to a notification, or to another letter of ours.
        mutating func write(
            _ text: String,
            by name: String = "Karim Haddad",
            answering id: MessageID? = nil,
            isProven: Bool = true,
            lettersToPerson: Int = 0,
            change: (inout InboundMessage) -> Void = { _ in }
        ) throws -> FilingPlan {
            row += 1
            let from = try StaffWorld.address(of: name)
            var mail = try DeskWorld.mail(
                from: from.text,
                subject: "Re: [\(number.text)] Caméra",
                text: text,
                id: "s\(row)@mileo.example"
            )
            mail.inReplyTo =
                try id.map { [$0] } ?? (isProven ? [notification(for: name)] : [clientLetter()])
            change(&mail)
            let mailbox = house.mailboxes[0]
            let reading = Reading(mail, mailbox: mailbox, house: house, key: DeskWorld.key)
            var answer = ThreadAnswer()
            let summary = TicketSummary(try #require(ticket))
            if !reading.marks.sealed.isEmpty { answer.sealed = [summary] }
            answer.mentioned = [summary]
            answer.lettersByTicket = [number: lettersToPerson]
            answer.lettersToCorrespondent = lettersToPerson
            var file = Case(
                kept: KeptMail(
                    id: MailID(row),
                    origin: MailOrigin(mailbox: mailbox.name, validity: 0, uid: .name("\(row)")),
                    receivedAt: now,
                    digest: try DeskWorld.digest(UInt8(row)),
                    attempts: 1,
                    disposition: nil,
                    isReleased: false
                ),
                reading: reading,
                identified: identify(reading, answer: answer),
                classification: classify(reading),
                answer: answer
            )
            if case .followUp = file.identified.identification {
                file.history = ClockedTicket(events: events)
                file.history?.thread = [MessageID("m1@client.example")].compactMap { $0 }
                file.exchanges = exchanges
            }
            let filing = Desk.plan(
                file,
                number: try DeskWorld.number(99),
                now: now,
                key: DeskWorld.key
            )
            events += filing.events
            return filing
        }

        private func clientLetter() throws -> MessageID {
            try #require(
                KeyedMessageID(
                    ticket: number,
                    kind: .savAcknowledgement,
                    cause: "1",
                    key: DeskWorld.key
                ).messageID(domain: "mileo.example", key: DeskWorld.key)
            )
        }
    }

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    static let signature = "\n\nCordialement,\nKarim Haddad\nTechnicien\n06 00 00 00 00"

    /// Quotes as mail programs make them, below an answer.
    static let quotes = [
        "",
        "\n\nLe lun. 5 oct. 2026 à 10:12, SAV Mileo <sav@mileo.example> a écrit :\n\n> #clore",
        "\n\n________________________________\nDe : SAV Mileo <sav@mileo.example>\n"
            + "Envoyé : lundi 5 octobre 2026 10:12\nÀ : Karim Haddad\nObjet : Caméra\n\n#clore x",
        "\n\nEnvoyé de mon iPhone\n\n> Le 5 oct. 2026 à 10:12, SAV <sav@mileo.example> a écrit "
            + ":\n> \n> #clore x",
        "\n\n> Le 5 oct. 2026 à 10:12, SAV Mileo <sav@mileo.example> a écrit :\n> \n> #clore x",
        "\n\nLe 05/10/2026 à 10:12, SAV Mileo a écrit :\n> #clore x",
        "\n\n— Répondre au-dessus de cette ligne —\n#clore x",
    ]

    @Test(
        "A reply goes to the client under the company’s address, from every program",
        arguments: quotes
    )
    func reply(quote: String) throws {
        var counter = try Counter()
        let text = "Bonjour,\nnous venons demain." + Self.signature + quote
        let plan = try counter.write(text)
        #expect(plan.disposition == .append)
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
        let letter = try #require(plan.letters.first)
        #expect(letter.to.address.text == "a.roy@client.example")
        #expect(letter.from.address.text == "sav@mileo.example")
        #expect(letter.from.name == "Karim Haddad — SAV Mileo")
        #expect(words(letter) == "Bonjour,\nnous venons demain.")
        #expect(letter.inReplyTo?.text == "m1@client.example")
        #expect(letter.references.map(\.text) == ["m1@client.example"])
        #expect(letter.autoSubmitted == nil)
        #expect(letter.notBefore == counter.now.addingTimeInterval(120))
        let shown = "\(letter.values) \(letter.from) \(letter.copies) \(letter.envelopeSender)"
        #expect(!"\(shown) \(letter.id)".contains("karim.haddad"))
        #expect(letter.replyTo == nil)
        #expect(counter.ticket?.state == .open)
        #expect(counter.ticket?.handler?.localPart == "karim.haddad")
        let transcript = try #require(plan.letters.last)
        #expect(transcript.to.address.localPart == "karim.haddad")
        #expect(words(transcript).contains("| nous venons demain."))
        #expect(counter.ticket?.impossibleEvents == 0)
    }

    @Test("The hold counts from the filing, however long ago the mail was written")
    func heldFromFiling() throws {
        var counter = try Counter()
        let written = counter.now.addingTimeInterval(-900)
        let plan = try counter.write("Nous venons demain.") { $0.date = written }
        let leaves = plan.letters.first?.notBefore
        #expect(leaves == counter.now.addingTimeInterval(120))
        counter.now += 100
        let stop = try counter.write("stop") { $0.date = written }
        #expect(stop.undelivered?.id == plan.letters.first?.id)
    }

    @Test("Commands alone tell the client nothing", arguments: quotes)
    func commands(quote: String) throws {
        var counter = try Counter()
        let plan = try counter.write("#prendre\n#critique HS" + Self.signature + quote)
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(counter.ticket?.criticality == .critical)
        #expect(counter.ticket?.state != .closed)
    }

    @Test("However many transcripts a colleague has got, the client gets what was ordered")
    func unbounded() throws {
        var counter = try Counter()
        let text = "#intervention demain 14h\n#résolu"
        let plan = try counter.write(text, lettersToPerson: 9)
        #expect(plan.letters.map(\.kind) == [.visitPlanned, .closingAsked, .transcript])
        let told = words(plan.letters.last)
        #expect(told.contains("Cette lettre est automatique : la première réponse reste à écrire."))
    }

    @Test("What is announced beside a text goes with it: the client gets one letter")
    func oneLetter() throws {
        var counter = try Counter()
        let text = "#intervention demain 14h\n#résolu\n\nLa caméra est remplacée."
        let plan = try counter.write(text)
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
        let values = plan.letters.first?.values
        #expect(values?["asksClosing"] == .flag(true))
        #expect(values?["visit"] == .text("mardi 6 octobre 2026 à 14\u{A0}h"))
        #expect(words(plan.letters.first) == "La caméra est remplacée.")
        #expect(!words(plan.letters.last).contains("reste à écrire"))
        #expect(counter.ticket?.state == .resolved)
        counter.now += 60
        let stop = try counter.write("stop")
        #expect(stop.undelivered?.id == plan.letters.first?.id)
        #expect(counter.ticket?.state == .open, "the question was stopped with it")
    }

    @Test("Our mail server’s word is proof as well, even with nothing but a number")
    func authenticated() throws {
        var counter = try Counter()
        let plan = try counter.write("#prendre", isProven: false) { mail in
            mail.inReplyTo = []
            mail.headers = [DeskWorld.authenticated]
        }
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(counter.ticket?.handler?.localPart == "karim.haddad")
    }

    @Test("Without proof nothing happens but one question, and “oui” carries it out, once")
    func confirms() throws {
        var counter = try Counter()
        let before = counter.ticket
        let draft = try counter.write("#critique HS\n\nNous venons.", isProven: false)
        #expect(draft.disposition == .fileQuiet)
        #expect(draft.letters.map(\.kind) == [.transcript])
        #expect(draft.letters.first?.to.address.localPart == "karim.haddad")
        #expect(counter.ticket?.criticality == before?.criticality)
        #expect(counter.ticket?.handler == nil)
        let question = try #require(draft.letters.first?.id)
        let forged = try counter.write("oui", isProven: false)
        #expect(forged.letters.isEmpty, "an answer without proof asks nothing again")
        let confirmed = try counter.write("Oui", answering: question)
        #expect(confirmed.letters.map(\.kind) == [.answer, .transcript])
        #expect(counter.ticket?.criticality == .critical)
        let isConfirmed = counter.events.contains { event in
            if case .staff(.acted(_, .confirmed, _, _, _)) = event.fact { true } else { false }
        }
        #expect(isConfirmed)
        let again = try counter.write("Oui", answering: question)
        #expect(!again.events.contains { FactRecord($0.fact).kind == "draft-decided" })
    }

    @Test("“Stop” takes back what has not left, and says so when it is too late")
    func stops() throws {
        var counter = try Counter()
        let reply = try counter.write("Nous venons demain.")
        counter.now += 60
        let stop = try counter.write("Stop" + Self.signature)
        #expect(stop.undelivered?.id == reply.letters.first?.id)
        #expect(stop.letters.map(\.kind) == [.transcript])
        counter.now += 600
        let late = try counter.write("stop")
        #expect(late.undelivered == nil)
        #expect(words(late.letters.last).contains("Trop tard"))
    }

    @Test("“Stop” stops the closing behind a message too, and the dossier is open again")
    func stopsClosing() throws {
        var counter = try Counter()
        let closed = try counter.write("#clore accord au téléphone\n\nC’est réparé.")
        #expect(closed.letters.map(\.kind) == [.closed, .answer, .transcript])
        #expect(counter.ticket?.state == .closed)
        counter.now += 60
        let stop = try counter.write("stop")
        let stopped = [stop.undelivered?.id].compactMap { $0 } + stop.further.recalls.map(\.id)
        #expect(Set(stopped) == Set(closed.letters.prefix(2).map(\.id)))
        #expect(counter.ticket?.state == .open)
        #expect(words(stop.letters.last).contains("de nouveau en cours"))
        #expect(stop.letters.last?.values["state"] == .text("en cours de traitement"))
    }

    @Test("A second colleague within the hold is asked first")
    func collides() throws {
        var counter = try Counter()
        _ = try counter.write("Nous venons demain.")
        counter.now += 60
        let second = try counter.write("Nous venons jeudi.", by: "Inès Rolland")
        #expect(second.letters.map(\.kind) == [.transcript])
        #expect(words(second.letters.first).contains("Karim Haddad vient de répondre"))
        let question = try #require(second.letters.first?.id)
        let sent = try counter.write("oui", by: "Inès Rolland", answering: question)
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(sent.letters.first) == "Nous venons jeudi.")
    }

    @Test("What is odd is asked about before it leaves, and “oui” sends it")
    func warns() throws {
        var counter = try Counter()
        let other = try DeskWorld.number(7).text
        let text =
            "Voir le plan ci-joint, comme pour \(other) ; écrivez à karim.haddad@mileo.example."
        let lea = try StaffWorld.address(of: "Léa Martin")
        let asked = try counter.write(text) { $0.cc = [NamedAddress(lea)] }
        #expect(asked.letters.map(\.kind) == [.transcript])
        let question = words(asked.letters.last)
        #expect(question.contains("pièce jointe, et il n’y en a pas"))
        #expect(question.contains("un autre dossier : \(other)"))
        #expect(question.contains("collègue était en copie"))
        let id = try #require(asked.letters.first?.id)
        let plan = try counter.write("oui", answering: id)
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
        let sent = words(plan.letters.first)
        #expect(sent.contains("écrivez à sav@mileo.example.") && !sent.contains("karim.haddad@"))
        #expect(plan.letters.first?.copies.isEmpty == true, "no colleague is shown to the client")
    }

    static let odd: [(text: String, word: String)] = [
        ("Vous trouverez ci-joint le devis.", "pièce jointe"),
        ("Le plan est en pièce jointe.", "pièce jointe"),
        ("Please find the plan attached.", "pièce jointe"),
        ("Devis en PJ", "pièce jointe"), ("Je vous joins le devis.", "pièce jointe"),
        ("Voici le devis en fichier joint.", "pièce jointe"), ("Cf. PJ.", "pièce jointe"),
        ("Voir le plan, cf. PJ", "pièce jointe"), ("Le rapport ci-annexé.", "pièce jointe"),
        ("You will find attached the plan.", "pièce jointe"),
        ("Je vous transmets le rapport avec ce mail.", "pièce jointe"),
    ]

    @Test(
        "A file that the client sent is not announced",
        arguments: [
            "La pièce jointe que vous m’avez envoyée est illisible.",
            "Merci pour vos pièces jointes.", "The attachment you sent is empty.",
            "Je vous joins demain par téléphone.",
        ]
    )
    func othersFiles(text: String) throws {
        var counter = try Counter()
        let sent = try counter.write(text)
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
    }

    @Test("Another dossier’s number is asked about however it is typed")
    func otherNumbers() throws {
        let other = try DeskWorld.number(7)
        let digits = other.text.dropFirst(9)
        for typed in [
            other.text, "2026-\(digits)", "SAV 2026 \(digits)", "n° \(digits)", "dossier \(digits)",
            "SAV2026\(digits)",
        ] {
            var counter = try Counter()
            let asked = try counter.write("C’est comme pour \(typed), voyez.")
            let told = words(asked.letters.first)
            #expect(told.contains("un autre dossier : \(other.text)"), "\(typed)")
        }
        var counter = try Counter()
        let own = counter.number.text
        let sent = try counter.write(
            "Votre dossier \(own.dropFirst(4)) du 2026-11 avance, réf 2026-1."
        )
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
    }

    @Test(
        "Words that announce a file without one are asked about, and with one are not",
        arguments: odd
    )
    func announcedFiles(odd: (text: String, word: String)) throws {
        var counter = try Counter()
        let asked = try counter.write(odd.text)
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains(odd.word))
        let sent = try counter.write(odd.text) { $0.attachments = [Self.drawing] }
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
    }

    static let drawing = Attachment(
        name: "plan.pdf",
        type: "application/pdf",
        size: 4_000,
        sha256: String(repeating: "a", count: 64)
    )

    /// As a telephone puts it into its text.
    static let photograph = Attachment(
        name: "IMG_1.jpeg",
        type: "image/jpeg",
        size: 400_000,
        sha256: String(repeating: "b", count: 64),
        isInline: true
    )

    @Test("Files and copies go with it, by reference; too large a file is asked about")
    func partsGoWithIt() throws {
        var counter = try Counter()
        let logo = Attachment(name: "l.png", type: "image/png", size: 9, sha256: "", isInline: true)
        let syndic = try DeskWorld.address("syndic@copro.example")
        let sent = try counter.write("Voici le plan.") { mail in
            mail.attachments = [Self.drawing, logo, Self.photograph]
            mail.cc = [NamedAddress(syndic, name: "Le syndic")]
        }
        #expect(sent.letters.map(\.kind) == [.answer, .answer, .transcript])
        let (letter, copy) = (sent.letters[0], sent.letters[1])
        #expect(letter.enclosures.map(\.name) == ["plan.pdf", "IMG_1.jpeg"])
        #expect(letter.copyFor == nil)
        #expect(Set(letter.enclosures.map(\.mail)) == [MailID(counter.row)])
        #expect(letter.copies.map(\.address) == [syndic] && copy.copies == letter.copies)
        #expect(copy.copyFor == syndic && copy.to == letter.to && copy.id != letter.id)
        #expect(copy.references.last == letter.id && copy.enclosures == letter.enclosures)
        let told = words(sent.letters.last)
        #expect(
            told.contains("Joint : plan.pdf, IMG_1.jpeg")
                && told.contains("Copie : syndic@copro.example")
        )
        counter.now += 60
        let stop = try counter.write("stop")
        let stopped = [stop.undelivered?.id].compactMap { $0 } + stop.further.recalls.map(\.id)
        #expect(Set(stopped) == [letter.id, copy.id], "every copy is stopped")
        let large = Attachment(
            name: "film.avi",
            type: "video/avi",
            size: 30_000_000,
            sha256: String(repeating: "b", count: 64)
        )
        let asked = try counter.write("Voici le film.") { $0.attachments = [large, Self.drawing] }
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(
            words(asked.letters.first).contains("Trop lourd pour partir avec le message : film")
        )
        let confirmed = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(confirmed.letters.first?.enclosures.map(\.name) == ["plan.pdf"])
    }

    @Test("A robot at a colleague’s address is stopped, told once, and then met with silence")
    func robot() throws {
        var counter = try Counter()
        var kinds: [[LetterKind]] = []
        var held = 0
        for number in 1...40 {
            counter.now += 30
            let plan = try counter.write("#prendre \(number)")
            kinds.append(plan.letters.map(\.kind))
            held += plan.tallies.values.map(\.held).reduce(0, +)
        }
        #expect(held == 24, "each of the silent ones is told of when the hour is over")
        #expect(kinds.filter { $0 == [.transcript] }.count == 16)
        let rest = kinds.suffix(24).filter { !$0.isEmpty }
        #expect(rest.isEmpty)
        counter.now += 3_600
        let later = try counter.write("#prendre")
        #expect(later.letters.map(\.kind) == [.transcript])
    }

    @Test("A colleague who works much is asked about a mail without proof all the same")
    func asksBusyPeople() throws {
        var counter = try Counter()
        for _ in 0..<5 { _ = try counter.write("#statut") }
        let asked = (0..<5).compactMap { _ in
            try? counter.write("#critique HS", isProven: false).letters.first
        }
        #expect(asked.count == 3, "three times a day, not more")
    }

    @Test("A note, a refusal and an undo reach nobody but their author")
    func staysInside() throws {
        var counter = try Counter()
        let note = try counter.write("#note\n\nLe client est difficile.")
        #expect(note.letters.map(\.kind) == [.transcript])
        let refused = try counter.write("#clore fini\n#fermé\n\nBonjour")
        #expect(refused.letters.map(\.kind) == [.transcript])
        #expect(words(refused.letters.last).contains("Rien n’a été exécuté."))
        let take = try counter.write("#prendre")
        let told = words(take.letters.last)
        let code = try #require(told.split(separator: "#annuler ").last?.prefix(8))
        _ = try counter.write("#annuler \(code)")
        #expect(counter.ticket?.handler == nil)
        let beyond = try counter.write("#fusionner \(try DeskWorld.number(7).text)")
        #expect(words(beyond.letters.last).contains("Rien n’a été exécuté."))
    }

    @Test("An absence note of a colleague goes nowhere")
    func absent() throws {
        var counter = try Counter()
        let plan = try counter.write("Je suis absent jusqu’au 12 octobre.") { mail in
            mail.subject = "Réponse automatique : Caméra"
            mail.headers = [HeaderField(name: "auto-submitted", value: "auto-replied")]
        }
        #expect(plan.letters.isEmpty)
        #expect(plan.disposition == .fileQuiet)
    }

    @Test("A client who writes commands writes text")
    func clientsWriteText() throws {
        var counter = try Counter()
        let plan = try counter.write("#clore fini", isProven: false) { mail in
            mail.from = EmailAddress("a.roy@client.example").map { NamedAddress($0) }
        }
        #expect(plan.disposition == .append)
        #expect(counter.ticket?.state != .closed)
        #expect(!plan.letters.contains { $0.kind == .transcript || $0.kind == .answer })
    }
}
