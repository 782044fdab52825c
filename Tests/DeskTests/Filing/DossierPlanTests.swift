// What the plan makes of threads and clients: links, classes that rise, third parties, contracts.

import Foundation
import Testing

@testable import Desk

@Suite("Plan of dossiers")
struct DossierPlanTests {
    private func planned(_ file: Case) throws -> FilingPlan {
        let number = try DeskWorld.number(50, prefix: file.destination.prefix)
        return plan(file, number: number, now: DeskWorld.monday, key: DeskWorld.key)
    }

    private func classes(in plan: FilingPlan) -> [Criticality?] {
        plan.events.compactMap { event in
            if case .classified(let level, _, _) = event.fact { .some(level) } else { nil }
        }
    }

    private func answering(_ ticket: TicketSummary) -> ThreadAnswer {
        var answer = ThreadAnswer()
        answer.sealed = [ticket]
        return answer
    }

    @Test(
        "a further mail raises the class by its own words, and lowers nothing",
        arguments: [
            (Criticality.standard, "La centrale d’alarme ne fonctionne plus du tout.", true),
            (.informational, "La centrale d’alarme ne fonctionne plus du tout.", true),
            (.critical, "La centrale d’alarme ne fonctionne plus du tout.", false),
            (.standard, "Merci beaucoup, bonne journée.", false),
            (.critical, "C’est seulement une question de configuration.", false),
            (.standard, "Voici la photo demandée.", false),
        ]
    )
    func worsening(before: Criticality, text: String, rises: Bool) throws {
        var ticket = try DeskWorld.summary(3)
        ticket.criticality = before
        let file = try DeskWorld.file(
            DeskWorld.mail(subject: "Re: Caméra", text: text),
            answer: answering(ticket)
        )
        let plan = try planned(file)
        #expect(classes(in: plan) == (rises ? [.critical] : []))
    }

    @Test(
        "words that report nothing raise no class, whatever the subject repeats",
        arguments: [
            "Demain à 9 h, ou cet après-midi.\n\nAlice", "1 1 1\n\nStill angry.\n\nDan",
            "Le numéro de série est le 4471-B, il est sous le boîtier à gauche de la porte.",
        ]
    )
    func subjectRepeated(text: String) throws {
        for subject in [
            "Re: [SAV-2026-000037] Nous avons besoin de précisions : Caméra 3 en panne",
            "Re: [SAV-2026-000037] Your opinion: Reader at the back door",
        ] {
            for procedure in [Procedure.sav, .complaint] {
                var ticket = try DeskWorld.summary(3)
                ticket.procedure = procedure
                ticket.criticality = .standard
                ticket.isUrgent = false
                let file = try DeskWorld.file(
                    DeskWorld.mail(subject: subject, text: text),
                    mailbox: procedure == .sav ? 0 : 1,
                    answer: answering(ticket)
                )
                #expect(try classes(in: planned(file)).isEmpty)
            }
        }
    }

    @Test("what staff have lowered is not raised again by the subject of an answer")
    func lowered() throws {
        var ticket = try DeskWorld.summary(3)
        ticket.criticality = .standard
        for (subject, rises) in [("Re: Alarme hors service", false), ("Alarme hors service", true)]
        {
            let mail = try DeskWorld.mail(subject: subject, text: "Voici notre adresse.")
            let plan = try planned(DeskWorld.file(mail, answer: answering(ticket)))
            #expect(classes(in: plan) == (rises ? [.critical] : []))
        }
    }

    @Test("a complaint becomes urgent by a further mail, and stays so")
    func complaintWorsens() throws {
        var ticket = try DeskWorld.summary(3)
        ticket.procedure = .complaint
        ticket.isUrgent = false
        let mail = try DeskWorld.mail(
            subject: "Re: Caméra",
            text: "Plus aucune alarme ne fonctionne sur le site."
        )
        let urgent = try planned(DeskWorld.file(mail, mailbox: 1, answer: answering(ticket)))
        #expect(
            urgent.events.contains {
                if case .classified(_, true, _) = $0.fact { true } else { false }
            }
        )
        ticket.isUrgent = true
        ticket.criticality = .critical
        let again = try planned(DeskWorld.file(mail, mailbox: 1, answer: answering(ticket)))
        #expect(classes(in: again).isEmpty)
    }

    @Test("the letter that reopens a complaint states the delay that its clock runs")
    func reopensUrgently() throws {
        let house = try DeskWorld.house()
        for (text, words, hours) in [
            ("Plus aucune alarme ne fonctionne sur le site.", "48 heures", 48.0),
            ("Le même défaut est de retour sur la facture.", "5 jours ouvrés", 176.0),
        ] {
            var events = [try DeskWorld.openedEvent(.complaint)]
            let at = DeskWorld.monday - 60
            events += [
                TicketEvent(at: at, .classified(criticality: nil, urgent: false, reason: "")),
                TicketEvent(at: at, .moved(.open, reason: "")),
                TicketEvent(at: at, .moved(.closed, reason: "")),
            ]
            var ticket = try #require(Ticket(folding: events).map(TicketSummary.init))
            ticket.participants = [try DeskWorld.address("a.roy@client.example")]
            let mail = try DeskWorld.mail(subject: "Re: Caméra", text: text)
            var file = try DeskWorld.file(mail, mailbox: 1, answer: answering(ticket))
            file.history = ClockedTicket(events: events)
            let filing = try planned(file)
            #expect(filing.letters.map(\.kind).contains(.reopened))
            let letter = try #require(filing.letters.first { $0.kind == .reopened })
            guard case .group(let delays)? = letter.values["delay"] else { return }
            #expect(delays["substantiveAnswer"] == .text(words))
            let procedure = try #require(
                ClockedTicket(events: events + filing.events).file(in: house)
            )
            let clock = procedure.states(at: DeskWorld.monday).last {
                $0.key.name.text == "substantive-answer"
            }
            // 48 hours from Monday 10:00, or until Monday the 12th at closing time.
            #expect(clock?.due == DeskWorld.monday + hours * 3600)
        }
    }

    @Test(
        "a bounce that names only the ticket is about the latest letter to its client",
        arguments: [
            ("a.roy@client.example", "mx.client.example", true),
            ("a.roy@client.example", "relay.example", true),
            ("x.noir@other.example", "relay.example", false),
        ]
    )
    func unnamedBounce(recipient: String, server: String, isOurs: Bool) throws {
        let (first, last) = (
            try #require(MessageID("first@mileo.example")),
            try #require(MessageID("last@mileo.example"))
        )
        let person = try DeskWorld.address("nora.petit@mileo.example")
        var events = [try DeskWorld.openedEvent()]
        let said = AnswerFact.humanAnswer(PersonalMessage(by: person, letter: last))
        for fact in [
            .letterQueued(.savAcknowledgement, first), .letterSent(first), .answer(said),
            .letterQueued(.answer, last), .letterSent(last),
        ] as [TicketFact] {
            events.append(TicketEvent(at: DeskWorld.monday - 60, fact))
        }
        let ticket = try #require(Ticket(folding: events))
        var mail = try DeskWorld.mail(
            from: "MAILER-DAEMON@\(server)",
            subject: "Undelivered: [\(ticket.number.text)] Notre réponse",
            text: "<\(recipient)>: 550 5.1.1 no such user"
        )
        mail.returnPath = .null
        var answer = ThreadAnswer()
        answer.mentioned = [TicketSummary(ticket)]
        var file = try DeskWorld.file(mail, answer: answer)
        #expect(file.classification.nature == .bounce)
        file.history = ClockedTicket(events: events)
        let plan = try planned(file)
        #expect(plan.letters.isEmpty)
        #expect(plan.undelivered?.id == (isOurs ? last : nil), "\(plan.reason)")
        #expect((plan.ticket == ticket.number) == isOurs, "\(plan.reason)")
        guard isOurs else { return }
        let procedure = ClockedTicket(events: events + plan.events).file(in: file.reading.house)
        #expect(procedure?.line.last(.humanAnswer) == nil, "nothing was said")
    }

    @Test("a client who asks how his case stands is told what is late")
    func tellsWhatIsLate() throws {
        let events = [try DeskWorld.openedEvent(at: DeskWorld.monday - 7 * 86_400)]
        var file = try DeskWorld.file(DeskWorld.mail(subject: "statut svp", text: "statut svp"))
        file.dossiers = [ClockedTicket(events: events)]
        let letter = try #require(try planned(file).letters.first)
        guard case .list(let rows)? = letter.values["dossiers"], case .group(let row)? = rows.first
        else { return }
        #expect(letter.kind == .status)
        #expect(row["next"] == .text(""))
        #expect(row["missed"] == .text("la première réponse"))
        #expect(row["late"] == .text("lundi 28 septembre 2026 à 15\u{A0}h"))
    }

    @Test("a third party is heard, takes no part, and gets no receipt")
    func thirdParty() throws {
        let mail = try DeskWorld.mail(from: "x.noir@other.example", subject: "Re: Caméra")
        var file = try DeskWorld.file(mail, answer: answering(DeskWorld.summary(3)))
        file.reading = Reading(
            mail,
            mailbox: try receipts(),
            house: try DeskWorld.house(),
            key: DeskWorld.key
        )
        let plan = try planned(file)
        #expect(plan.disposition == .append)
        #expect(plan.letters.isEmpty)
        let author = try DeskWorld.address("x.noir@other.example")
        #expect(plan.events.contains { $0.fact == .heard(MailID(7), from: author) })
        #expect(!plan.events.contains { $0.fact == .joined(MailID(7), from: author) })
    }

    private func receipts() throws -> MailboxSettings {
        var mailbox = try DeskWorld.house().mailboxes[0]
        mailbox.confirmsFollowUps = true
        return mailbox
    }

    @Test("a stranger's ticket is linked, and its letter shows nothing of the other")
    func stranger() throws {
        var answer = ThreadAnswer()
        var other = try DeskWorld.summary(3)
        other.subject = "Coffre-fort de la banque"
        answer.mentioned = [other]
        let mail = try DeskWorld.mail(
            from: "x.noir@other.example",
            subject: "Re: \(other.number.text)",
            text: "La caméra du parking ne répond plus."
        )
        let plan = try planned(DeskWorld.file(mail, answer: answer))
        #expect(plan.disposition == .file)
        let link = TicketFact.linked(TicketLink(other.number, .stranger))
        #expect(plan.events.contains { $0.fact == link })
        let letter = try #require(plan.letters.first)
        #expect(!"\(letter)".contains("Coffre"))
        #expect(classes(in: plan).count == 1, "it is judged like any request")
    }

    @Test("a complaint about a repair is linked to it")
    func complaint() throws {
        var answer = ThreadAnswer()
        answer.mentioned = [try DeskWorld.summary(3)]
        let mail = try DeskWorld.mail(subject: "Réclamation \(DeskWorld.number(3).text)")
        let plan = try planned(DeskWorld.file(mail, answer: answer, nature: .complaint))
        let link = TicketFact.linked(TicketLink(try DeskWorld.number(3), .complaint))
        #expect(plan.ticket?.prefix == "REC")
        #expect(plan.events.contains { $0.fact == link })
    }

    @Test("who complains in so many words in an answer gets a complaint's number and promises")
    func declaredComplaint() throws {
        let repair = try DeskWorld.summary(3)
        for (mailbox, kind) in [(0, LetterKind.wrongMailbox), (1, .complaintAcknowledgement)] {
            let mail = try DeskWorld.mail(
                subject: "Re: [\(repair.number.text)] Caméra",
                text: "Je dépose une réclamation : votre technicien n’est pas venu mardi."
            )
            let file = try DeskWorld.file(mail, mailbox: mailbox, answer: answering(repair))
            let plan = try planned(file)
            #expect(plan.disposition == .file)
            #expect(plan.ticket?.prefix == "REC")
            #expect(plan.letters.first?.kind == kind, "he is told number, handler and delays")
            let letter = try #require(plan.letters.first)
            #expect(!"\(letter.values)".contains("Re: [SAV"), "it is named as the repair is")
            let link = TicketFact.linked(TicketLink(repair.number, .complaint))
            #expect(plan.events.contains { $0.fact == link })
            #expect(plan.further.tickets.map(\.number) == [repair.number], "the repair knows")
        }
    }

    @Test("who is merely cross in an answer stays with his repair, and so does a colleague")
    func crossAnswer() throws {
        let repair = try DeskWorld.summary(3)
        for (text, author) in [
            ("C’est inadmissible, personne n’est venu mardi.", "a.roy@client.example"),
            ("Le client dit : je dépose une réclamation.", "lea@mileo.example"),
        ] {
            let mail = try DeskWorld.mail(from: author, subject: "Re: Caméra", text: text)
            let plan = try planned(DeskWorld.file(mail, answer: answering(repair)))
            #expect(plan.ticket == repair.number)
            #expect(plan.letters.allSatisfy { $0.kind != .complaintAcknowledgement })
        }
    }

    @Test("the client's contract in force is on the ticket and in the letter's delays")
    func contract() throws {
        var house = try DeskWorld.house()
        house.company.contracts[.premium] = ContractTerms(
            firstAnswer: try #require(Delay(1, .businessHours)),
            hasDuty: false
        )
        let name = try #require(ClientName("Ateliers Roy"))
        for (end, hours, level) in [
            ("2026-12-31", "1 heure ouvrée", ContractLevel?.some(.premium)),
            ("2026-01-31", "4 heures ouvrées", nil),
        ] {
            var client = Client(name)
            client.contract = .premium
            client.endsOn = Day(end)
            var answer = ThreadAnswer()
            answer.client = client
            var file = try DeskWorld.file(DeskWorld.mail(), answer: answer, nature: .request)
            file.reading = Reading(
                try DeskWorld.mail(),
                mailbox: house.mailboxes[0],
                house: house,
                key: DeskWorld.key
            )
            let plan = try planned(file)
            #expect(plan.events.contains { $0.fact == .recognised(name, contract: level) })
            guard case .group(let delays)? = plan.letters.first?.values["delay"] else {
                Issue.record("the letter states no delay")
                return
            }
            #expect(delays["firstAnswer"] == .text(hours))
            #expect(plan.record.keywords == ["Ateliers Roy"])
        }
    }
}
