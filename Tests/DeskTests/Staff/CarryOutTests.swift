// Orders become facts and letters, all or nothing, with a transcript; and can be undone.

import Foundation
import Testing

@testable import Desk

@Suite("Orders of the staff are carried out")
struct CarryOutTests {
    /// One dossier, and the orders about it.
    struct Desk {
        let house: HouseSettings
        var events: [TicketEvent]
        var now = DeskWorld.monday.addingTimeInterval(3600)
        var terms: ContractTerms?

        init(_ procedure: Procedure = .sav, _ facts: [TicketFact] = []) throws {
            house = try StaffWorld.house()
            events = [try DeskWorld.openedEvent(procedure)]
            if procedure == .sav {
                add(.classified(criticality: .standard, urgent: false, reason: ""))
            }
            for fact in facts { add(fact) }
        }

        mutating func add(_ fact: TicketFact) {
            events.append(TicketEvent(at: DeskWorld.monday.addingTimeInterval(60), fact))
        }

        var ticket: Ticket? { Ticket(folding: events) }

        func file() throws -> ProcedureCase {
            let procedure = try #require(ticket).opening.procedure
            let mailbox = house.mailboxes[procedure == .sav ? 0 : 1]
            return try #require(
                ProcedureCase(
                    events: events,
                    mailbox: mailbox,
                    company: house.company,
                    terms: terms
                )
            )
        }

        func plan(
            _ text: String,
            by name: String = "Karim Haddad",
            cause: String = "mail.9"
        ) throws
            -> StaffPlan
        {
            let person = try #require(house.company.staff.first { $0.name == name })
            let parts = StaffText(of: text)
            let parser = CommandParser(company: house.company, at: now)
            let file = try file()
            switch parser.read(parts.commandLines) {
            case .problems(let problems):
                return StaffPlan(transcript: Transcript(refusing: problems))
            case .commands(let commands):
                let naming = letterNaming(
                    about: file.ticket.number,
                    domain: "mileo.example",
                    key: DeskWorld.key
                )
                let order = StaffOrder(
                    person: person,
                    proof: .capability,
                    commands: commands,
                    message: parts.message,
                    cause: cause,
                    replyID: naming(.progress, "reply \(cause)"),
                    code: UndoCode.code(of: cause, on: file.ticket.number, key: DeskWorld.key)
                )
                return carryOut(order, on: file, at: now, name: naming)
            }
        }

        mutating func carry(
            _ text: String,
            by name: String = "Karim Haddad",
            cause: String = "mail.9"
        ) throws -> StaffPlan {
            let plan = try plan(text, by: name, cause: cause)
            events += plan.events
            return plan
        }
    }

    private func kinds(_ plan: StaffPlan) -> [String] {
        plan.events.map { FactRecord($0.fact).kind }
    }

    @Test("A plain reply goes to the client, takes the dossier and opens it")
    func replies() throws {
        var desk = try Desk()
        let plan = try desk.carry("Bonjour,\nnous venons demain.\n\nCordialement,\nKarim Haddad")
        #expect(kinds(plan) == ["staff-acted", "human-answer", "assigned", "moved"])
        #expect(plan.reply == "Bonjour,\nnous venons demain.")
        #expect(desk.ticket?.state == .open)
        let karim = try StaffWorld.address(of: "Karim Haddad")
        #expect(desk.ticket?.handler == karim)
        #expect(try desk.file().line.last(.humanAnswer) != nil)
        guard case .staff(.acted(_, .capability, _, _, 3)) = plan.events[0].fact else {
            Issue.record("\(plan.events[0])")
            return
        }
    }

    @Test("Whoever gives a date that is later than the contract allows is told so")
    func lateVisit() throws {
        for (said, isLate) in [("#intervention vendredi 14h", true), ("#intervention 11h", false)] {
            var desk = try Desk()
            desk.terms = try ContractTerms(
                firstAnswer: #require(Delay(1, .businessHours)),
                hasDuty: false,
                onSite: Delay(4, .businessHours)
            )
            let plan = try desk.plan(said)
            let result = try #require(plan.transcript.entries.first).result
            #expect(result.contains("le délai du contrat s’achève avant") == isLate, "\(result)")
        }
    }

    @Test("The first words of a person to a complaint are its formal acknowledgement")
    func acknowledgesFormally() throws {
        var desk = try Desk(.complaint)
        let plan = try desk.carry("Bonjour, je suis votre réclamation.", by: "Léa Martin")
        #expect(kinds(plan).contains("formal-acknowledgement"))
        #expect(!kinds(try desk.plan("Encore un mot.")).contains("formal-acknowledgement"))
    }

    @Test(
        "Commands alone send nothing to the client by hand",
        arguments: [
            ("#prendre", ["staff-acted", "assigned"]),
            ("#critique porte HS", ["staff-acted", "classified"]),
            ("#note le badge\n\nchez le gardien", ["staff-acted", "staff-noted"]),
            (
                "#note Appelé, la pièce arrive lundi",
                ["staff-acted", "staff-noted", "phone-called"]
            ),
            ("#note appelé : répondeur, à rappeler", ["staff-acted", "staff-noted"]),
            ("#note à appeler avant midi", ["staff-acted", "staff-noted"]),
            ("#attente", ["staff-acted", "moved"]),
            ("#temps 45min", ["staff-acted", "time-spent"]),
            ("#rappel demain 9h", ["staff-acted", "call-planned"]),
            ("#spam", ["staff-acted", "found-spam", "moved"]),
            ("#intervention demain 14h", ["staff-acted", "visit-planned", "assigned", "moved"]),
            ("#escalade 1 il insiste", ["staff-acted", "escalation-asked"]), ("#statut", []),
            (
                "#prendre\n#critique porte HS\n#temps 1h",
                ["staff-acted", "assigned", "classified", "time-spent"]
            ),
        ] as [(String, [String])]
    )
    func commands(text: String, expected: [String]) throws {
        let plan = try Desk().plan(text)
        #expect(kinds(plan) == expected, "\(plan.transcript)")
        #expect(plan.reply == nil)
        #expect(!plan.transcript.standing.isEmpty)
    }

    @Test("#attente with a text asks the client and waits")
    func asks() throws {
        var desk = try Desk()
        let plan = try desk.carry("#attente\n\nQuel est le numéro du badge ?")
        #expect(kinds(plan) == ["staff-acted", "information-asked", "assigned", "moved"])
        #expect(plan.reply == "Quel est le numéro du badge ?")
        #expect(plan.announcement.isQuestion, "its letter is titled as a question")
        #expect(desk.ticket?.state == .waitingClient)
    }

    @Test("#prolonger sends the report, once")
    func extends() throws {
        let plan = try Desk(.complaint).plan("#prolonger 3j pièce\n\nNous attendons une pièce.")
        #expect(kinds(plan).contains("interim-report"))
        #expect(plan.letters.map(\.kind) == [.extended])
        #expect(plan.letters.first?.matter.text == "Nous attendons une pièce.")
        #expect(plan.reply == nil)
        #expect(plan.transcript.copy == "Nous attendons une pièce.")
        #expect(plan.transcript.entries.first?.result.contains("de 3 jours ouvrés") == true)
    }

    @Test(
        "#prolonger counts from the promised date, never before it, and says both dates",
        arguments: [
            // Promised: five business days from Monday, until the closing of Monday 12 October.
            (Procedure.complaint, "#prolonger 3j pièce", "Thursday 15 October 2026 at 18:00"),
            (.complaint, "#prolonger 3 bd pièce", "Thursday 15 October 2026 at 18:00"),
            (.complaint, "#prolonger 1bd pièce", "Tuesday 13 October 2026 at 18:00"),
            (.complaint, "#prolonger 1j pièce", "Tuesday 13 October 2026 at 18:00"),
            (.complaint, "#prolonger 14/10 pièce", "Wednesday 14 October 2026 at 18:00"),
            (.complaint, "#prolonger 8/10 pièce", nil),
            // The first answer is promised for the same day.
            (.sav, "#prolonger 2j pièce", "Wednesday 7 October 2026 at 18:00"),
        ] as [(Procedure, String, String?)]
    )
    func prolongs(procedure: Procedure, command: String, expected: String?) throws {
        var desk = try Desk(procedure)
        let plan = try desk.carry("\(command)\n\nNous attendons une pièce.")
        let told = plan.transcript.entries.first?.result ?? ""
        let calendar = desk.house.company.calendar
        guard let expected else {
            #expect(plan.isRefused && told.contains("lundi 12 octobre 2026"), "\(told)")
            #expect(plan.letters.isEmpty)
            return
        }
        let date = try #require(plan.letters.first?.matter.date)
        #expect(calendar.words(date, in: .english) == expected, "\(told)")
        #expect(told.contains(calendar.words(date, in: .french)))
        if procedure == .complaint {
            #expect(told.contains("la réponse de fond, du lundi 12 octobre 2026 à 18"), "\(told)")
            let answer = try desk.file().states(at: desk.now).first {
                $0.key.name.text == "substantive-answer"
            }
            #expect(answer?.due == date)
            let further = try desk.plan("#prolonger 1j encore\n\nEncore un jour.")
            #expect(try #require(further.letters.first?.matter.date) > date)
        } else {
            #expect(told.contains("du lundi 5 octobre 2026"), "\(told)")
        }
    }

    @Test(
        "#prolonger to a closed day promises the close of the next business day, and says so",
        arguments: [
            ("17/10/2026", "lundi 19 octobre 2026 à 18\u{A0}h", true),
            ("11/11/2026 14h", "jeudi 12 novembre 2026 à 18\u{A0}h", true),
            ("14/10/2026 14h", "mercredi 14 octobre 2026 à 14\u{A0}h", false),
        ]
    )
    func extendsToBusinessDays(date: String, promised: String, isMoved: Bool) throws {
        let plan = try Desk(.complaint).plan("#prolonger \(date) pièce\n\nLa pièce est attendue.")
        let result = try #require(plan.transcript.entries.first?.result)
        #expect(result.contains("au \(promised) ;"))
        #expect(result.contains("est fermé : la date est celle du jour ouvré suivant") == isMoved)
        let calendar = try StaffWorld.house().company.calendar
        let told = plan.letters.first?.matter.date.map { calendar.words($0, in: .french) }
        #expect(told == promised, "the client is promised the same")
    }

    @Test("#réponse in three parts is the substantive answer")
    func answers() throws {
        let text = """
            #réponse

            Faits : la porte est restée ouverte, nous le reconnaissons.
            Action corrective : un nouveau ferme-porte est posé.
            Geste commercial : la visite est offerte.
            """
        let plan = try Desk(.complaint).plan(text, by: "Léa Martin")
        #expect(kinds(plan).contains("substantive-answer"), "\(plan.transcript)")
        #expect(plan.reply?.hasPrefix("Faits : la porte") == true)
        // From Monday 11:00, the days 6, 7, 8, 9 and 12 October: until closing time of the last.
        let closing = try #require(plan.announcement.closesAt)
        let calendar = try StaffWorld.house().company.calendar
        #expect(calendar.words(closing, in: .english) == "Monday 12 October 2026 at 18:00")
        #expect(plan.transcript.entries.first?.result.contains("le client en est averti") == true)
    }

    @Test("#escalade says to the manager who escalates and why")
    func escalates() throws {
        let plan = try Desk().plan("#escalade 1 pièce introuvable")
        let letter = try #require(plan.letters.first)
        #expect(letter.kind == .escalationToManager)
        let karim = try StaffWorld.address(of: "Karim Haddad")
        #expect(letter.matter.asker == karim && letter.matter.text == "pièce introuvable")
    }

    @Test("What the account manager writes after a bad note is the report on the call")
    func reportsCall() throws {
        let survey = SurveyAnswer(notes: [2, 4, 4])
        var desk = try Desk(
            .sav,
            [
                .moved(.closed, reason: ""), .closing(.concluded(.confirmed)),
                .right(.surveySent(letter: nil)), .right(.surveyAnswered(survey, nil)),
            ]
        )
        let plan = try desk.carry("Nous avons convenu d’un avoir.", by: "Léa Martin")
        #expect(kinds(plan) == ["staff-acted", "called-back"])
        #expect(plan.letters.map(\.kind) == [.callBackFollowUp])
        #expect(plan.letters.first?.matter.text == "", "the report stays within the company")
        let leaves = desk.now + ClientReply.holdSeconds(in: desk.house.company)
        #expect(plan.letters.first?.notBefore == leaves, "and may be stopped until then")
        #expect(plan.transcript.leavesAt == leaves)
        #expect(plan.transcript.text(in: desk.house.company.calendar).contains("reste interne"))
        #expect(plan.reply == nil, "the client gets one letter")
        let calls = try desk.file().states(at: desk.now).filter { $0.key.name.text == "call-back" }
        #expect(calls.map(\.isOpen) == [false])
        #expect(kinds(try desk.plan("Merci.", by: "Léa Martin")).contains("human-answer"))
    }

    @Test(
        "What the procedure forbids is refused as a whole, saying what is missing",
        arguments: [
            (Procedure.sav, "#clore fini", "il manque une réponse au client"),
            (.complaint, "#clore fini", "la réponse de fond en trois parties (#réponse)"),
            (.complaint, "#résolu", "la réponse de fond"),
            (.sav, "#prolonger 3j pièce", "Il manque le point d’étape"),
            (.complaint, "#réponse\n\nFaits : oui.", "« Correction : », « Compensation : »"),
            (.sav, "#réponse\n\nFaits : oui.", "celle des réclamations"),
            (.sav, "#rouvrir", "ni clos ni résolu"), (.sav, "#rendre", "confié à personne"),
            (.sav, "#note", "La note est vide"), (.sav, "#sav", "suit déjà"),
            (.complaint, "#informatif question", "jamais informative"),
            (.sav, "#état", "réservé à l’administration"),
            (.sav, "#prendre\n#rouvrir", "ni clos ni résolu"),
        ] as [(Procedure, String, String)]
    )
    func refuses(procedure: Procedure, text: String, expected: String) throws {
        let plan = try Desk(procedure).plan(text)
        #expect(plan.isRefused)
        #expect(plan.events.isEmpty && plan.letters.isEmpty && plan.reply == nil)
        let told = plan.transcript.text(in: try StaffWorld.house().company.calendar)
        #expect(told.contains(expected), "\(told)")
        #expect(told.contains("Rien n’a été exécuté."))
    }

    @Test("#clore closes what was answered, and tells the client")
    func closes() throws {
        var desk = try Desk()
        _ = try desk.carry("C’est réparé.")
        let plan = try desk.carry("#clore accord au téléphone")
        #expect(!plan.isRefused, "\(plan.transcript)")
        #expect(desk.ticket?.state == .closed)
        #expect(plan.letters.map(\.kind) == [.closed])
        #expect(plan.letters.first?.matter.ground == .confirmed)
        let noted = plan.events.contains { event in
            guard case .staff(.noted(_, let text)) = event.fact else { return false }
            return text == "Clôture : accord au téléphone"
        }
        #expect(noted, "\(plan.events)")
        #expect(try desk.plan("#clore encore").isRefused)
    }

    @Test(
        "A handler’s motive is not the client’s agreement, and the refusal says what is missing",
        arguments: ["#clore client injoignable", "#clore réparé", "#clore accord en attente"]
    )
    func closesByAgreement(command: String) throws {
        var desk = try Desk()
        _ = try desk.carry("C’est réparé.")
        let plan = try desk.carry(command)
        #expect(plan.isRefused && plan.letters.isEmpty)
        let told = plan.transcript.entries.first?.result ?? ""
        #expect(
            told.contains("il manque l’accord du client") && told.contains("#résolu"),
            "\(told)"
        )
        #expect(desk.ticket?.state == .open)
        // Once the client was asked and reminded, it says until when his silence is waited for.
        _ = try desk.carry("#résolu")
        desk.add(.closing(.reminded(letter: nil)))
        let later = try desk.plan(command).transcript.entries.first?.result ?? ""
        #expect(later.contains("sans réponse de sa part, le dossier se clôt le"), "\(later)")
    }

    @Test(
        "A text beside #résolu bears its question, beside #clore leaves first",
        arguments: [
            ("#résolu", TicketState.resolved, LetterKind?.none),
            ("#clore accord au téléphone", .closed, .closed),
        ]
    )
    func answersAndResolves(command: String, state: TicketState, kind: LetterKind?) throws {
        var desk = try Desk()
        let plan = try desk.carry("\(command)\n\nVoici la marche à suivre.")
        #expect(!plan.isRefused && plan.reply != nil, "\(plan.transcript)")
        #expect(desk.ticket?.state == state)
        #expect(desk.ticket?.impossibleEvents == 0)
        #expect(plan.announcement.asksClosing == (kind == nil))
        #expect(plan.letters.map(\.kind) == [kind].compactMap(\.self))
        let hold = ClientReply.holdSeconds(in: desk.house.company)
        #expect(plan.letters.allSatisfy { $0.notBefore > desk.now + hold })
        // No clock begins anew.
        let answers = try desk.file().states(at: desk.now).filter {
            $0.key.name.text == "first-answer"
        }
        #expect(answers.map(\.isOpen) == [false])
        #expect(try desk.plan("#résolu").letters.allSatisfy { $0.notBefore == desk.now })
    }

    @Test("A dossier that was merged says where to write")
    func merged() throws {
        let desk = try Desk(.sav, [.merged(into: try DeskWorld.number(2))])
        let told = try desk.plan("#prendre").transcript
        let survivor = try DeskWorld.number(2).text
        #expect(told.isRefused && told.entries[0].result.contains(survivor))
    }

    @Test("The transcript says each result, where it stands, the code, and what the client gets")
    func tells() throws {
        var plan = try Desk().plan("#prendre\n#critique HS\n\nNous venons.")
        plan.transcript.copy = "Nous venons."
        let text = plan.transcript.text(in: try StaffWorld.house().company.calendar)
        #expect(text.contains("> #prendre\n  Confié à Karim Haddad."))
        #expect(text.contains("> #critique HS\n  Classé"))
        #expect(text.contains("en cours") && text.contains("#annuler "))
        #expect(text.contains("| Nous venons."))
    }

    @Test("#annuler gives back handler, class and state, and stops what has not left")
    func undoes() throws {
        var desk = try Desk()
        let plan = try desk.carry("#critique HS\n\nNous venons.")
        let code = try #require(plan.transcript.code)
        let karim = try StaffWorld.address(of: "Karim Haddad")
        let letter = desk.events.compactMap { event in
            if case .answer(let answer) = event.fact { answer.message?.letter } else { nil }
        }
        let undone = undo(code, by: karim, in: desk.events, waiting: Set(letter), at: desk.now)
        #expect(!undone.isRefused && undone.recalls == letter)
        desk.events += undone.events
        #expect(desk.ticket?.handler == nil)
        #expect(desk.ticket?.criticality == .standard)
        #expect(desk.ticket?.impossibleEvents == 0)
        #expect(try desk.file().line.last(.humanAnswer) == nil, "a stopped message was not said")
        #expect(undo(code, by: karim, in: desk.events, at: desk.now).isRefused)
        #expect(undo("00000000", by: karim, in: desk.events, at: desk.now).isRefused)
    }

    @Test("The management decides on a penalty, once for each breach, and may decide anew")
    func decidesPenalties() throws {
        var desk = try Desk()
        desk.now = DeskWorld.monday.addingTimeInterval(600)
        let early = try desk.plan("#pénalité appliquée", by: "Paul Delorme")
        #expect(early.transcript.entries.first?.result.contains("tenus") == true)
        desk.now = DeskWorld.monday.addingTimeInterval(2 * 86_400)
        let refused = try desk.plan("#pénalité appliquée", by: "Karim Haddad").transcript
        #expect(refused.entries.first?.result.contains("réservé à la direction") == true)
        // The acknowledgement never left, and nobody answered.
        let vague = try desk.plan("#pénalité appliquée", by: "Paul Delorme").transcript
        let asked = vague.entries.first?.result ?? ""
        #expect(vague.isRefused && asked.contains("acknowledgement.1 (l’accusé de réception)"))
        #expect(asked.contains("first-answer.1 (la première réponse)"), "\(asked)")
        let wrong = try desk.plan("#pénalité appliquée visit.1", by: "Claire Vasseur").transcript
        #expect(wrong.isRefused && wrong.entries[0].result.contains("y figurent"))

        let plan = try desk.carry("#pénalité écartée first-answer.1 site fermé", by: "Paul Delorme")
        #expect(kinds(plan) == ["staff-acted", "penalty"], "\(plan.transcript)")
        #expect(plan.letters.isEmpty && plan.reply == nil)
        // One is left: it needs no name.
        _ = try desk.carry("#pénalité appliquée", by: "Claire Vasseur")
        let later = try desk.carry("#pénalité appliquée first-answer.1", by: "Claire Vasseur")
        let told = later.transcript.entries[0].result
        #expect(told.contains("(décision précédente : écartée, par Paul Delorme)"), "\(told)")
        let file = try desk.file()
        let rulings = file.book.breaches(of: file.line, at: desk.now).compactMap(\.penalty)
        #expect(rulings.map(\.decision) == [.applied, .applied])
        let claire = try StaffWorld.address(of: "Claire Vasseur")
        #expect(rulings.map(\.person) == [claire, claire])
        #expect(rulings.map(\.at) == [desk.now, desk.now])
        let code = try #require(later.transcript.code)
        let undone = undo(code, by: claire, in: desk.events, at: desk.now)
        #expect(undone.results.contains { $0.contains("La décision sur la pénalité reste") })
    }

    @Test("#annuler leaves alone what others have changed since, and what has left")
    func undoesWithCare() throws {
        var desk = try Desk()
        let plan = try desk.carry("#prendre\n\nNous venons.")
        let hugo = try StaffWorld.address(of: "Hugo Besnard")
        desk.add(.assigned(hugo, reason: "later"))
        let code = try #require(plan.transcript.code)
        let undone = undo(code, by: hugo, in: desk.events, at: desk.now)
        #expect(undone.recalls.isEmpty)
        #expect(undone.results.contains { $0.contains("déjà parti") })
        desk.events += undone.events
        #expect(desk.ticket?.handler == hugo)
    }
}
