// A mail that is too large to be read: who of the staff is told, once, and when nobody is.

import Foundation
import Testing

@testable import Desk

@Suite("Plan for a mail that is too large")
struct SizePlanTests {
    private func planned(_ file: Case, prefix: String = "SAV") throws -> FilingPlan {
        plan(
            file,
            number: try DeskWorld.number(5, prefix: prefix),
            now: DeskWorld.monday,
            key: DeskWorld.key
        )
    }

    private func file(
        mailbox: Int = 0,
        answer: ThreadAnswer = ThreadAnswer(),
        nature: Nature = .request,
        isCut: Bool = true,
        notifies: Bool = false
    ) throws -> Case {
        var file = try DeskWorld.file(
            DeskWorld.mail(),
            mailbox: mailbox,
            answer: answer,
            nature: nature
        )
        file.kept.isCut = isCut
        let manager = StaffMember(
            name: "Inès Faure",
            address: try DeskWorld.address("ines.faure@mileo.example"),
            roles: [.operationsManager]
        )
        var house = file.reading.house
        house.company.staff.append(manager)
        house.company.staffMail.notifies = notifies
        file.reading = Reading(
            file.reading.message,
            mailbox: house.mailboxes[mailbox],
            house: house,
            key: DeskWorld.key
        )
        return file
    }

    private func told(_ plan: FilingPlan) -> [String] {
        plan.letters.filter { $0.kind == .oversizedMail }.map(\.to.address.text)
    }

    @Test("tells the handler of a complaint, and the operations manager where nobody handles it")
    func reader() throws {
        let complaint = try planned(file(mailbox: 1, nature: .complaint), prefix: "REC")
        #expect(told(complaint) == ["nora.petit@mileo.example"])
        #expect(told(try planned(file())) == ["ines.faure@mileo.example"])
    }

    @Test("says it in the notification instead, where there is one")
    func notification() throws {
        let plan = try planned(file(mailbox: 1, nature: .complaint, notifies: true), prefix: "REC")
        #expect(told(plan).isEmpty)
        let letters = plan.letters.filter { $0.kind == .notification }
        #expect(letters.map(\.to.address.text) == ["nora.petit@mileo.example"])
        guard case .list(let lines)? = letters.first?.values["verbatim"],
            case .text(let first)? = lines.first
        else {
            Issue.record("the notification says nothing")
            return
        }
        #expect(first.contains("dépasse la taille qui est lue (25\u{A0}Mo)"))
        #expect(first.contains("resté dans la boîte aux lettres"))
    }

    @Test("sends the client's letter beside, at once, and says where the mail lies")
    func letters() throws {
        let plan = try planned(file())
        #expect(plan.letters.map(\.kind) == [.savAcknowledgement, .oversizedMail])
        let letter = try #require(plan.letters.last)
        #expect(letter.notBefore == DeskWorld.monday)
        #expect(letter.language == .french)
        guard case .group(let mail)? = letter.values["largeMail"] else {
            Issue.record("the letter says nothing of the mail")
            return
        }
        #expect(mail["limit"] == .text("25\u{A0}Mo"))
        #expect(mail["sender"] == .text("a.roy@client.example"))
        #expect(mail["mailbox"] == .text("sav@mileo.example"))
        #expect(mail["isKeptWhole"] == .flag(false))
        let fact = TicketFact.letterQueued(.oversizedMail, letter.id)
        #expect(plan.events.filter { $0.fact == fact }.count == 1)
    }

    @Test(
        "says sizes in the units of the settings",
        arguments: [
            (25_000_000, "25\u{A0}Mo", "25\u{A0}MB"), (1_500_000, "1,5\u{A0}Mo", "1.5\u{A0}MB"),
            (10_000, "10\u{A0}ko", "10\u{A0}kB"),
        ]
    )
    func sizes(bytes: Int, french: String, english: String) {
        #expect(LetterSize(bytes).words(in: .french) == french)
        #expect(LetterSize(bytes).words(in: .english) == english)
    }

    @Test("says that a mail which was handed in is kept whole")
    func handedIn() throws {
        var file = try file()
        file.kept = KeptMail(
            id: file.kept.id,
            origin: MailOrigin(
                handedInto: file.kept.origin.mailbox,
                digest: try DeskWorld.digest(7)
            ),
            receivedAt: DeskWorld.monday,
            digest: try DeskWorld.digest(7),
            attempts: 1,
            disposition: nil,
            isReleased: false,
            isCut: true
        )
        guard case .group(let mail)? = try planned(file).letters.last?.values["largeMail"] else {
            Issue.record("the letter says nothing of the mail")
            return
        }
        #expect(mail["isKeptWhole"] == .flag(true))
    }

    @Test("claims nothing of a text in the acknowledgement that nobody has read")
    func noClaim() throws {
        for isCut in [true, false] {
            var file = try file(isCut: isCut)
            file.classification.criticality = .critical
            let letter = try #require(try planned(file).letters.first)
            #expect(letter.kind == .savAcknowledgement)
            #expect((letter.values["criticality"] == nil) == isCut)
            #expect(letter.values["delay"] != nil)
        }
    }

    @Test("tells a colleague of a mail at which the readers failed, and where it is kept")
    func unread() throws {
        var file = try file(isCut: false)
        file.reading = Reading(
            .unread(Array("Subject: Poison".utf8)),
            mailbox: file.reading.mailbox,
            house: file.reading.house,
            key: DeskWorld.key
        )
        let plan = try planned(file)
        #expect(plan.disposition == .fileQuiet)
        #expect(plan.letters.map(\.kind) == [.oversizedMail])
        #expect(told(plan) == ["ines.faure@mileo.example"])
        guard case .group(let mail)? = plan.letters.first?.values["largeMail"] else {
            Issue.record("the letter says nothing of the mail")
            return
        }
        #expect(mail["isUnread"] == .flag(true))
        #expect(mail["isKeptWhole"] == .flag(true))
    }

    @Test("writes no letter about a mail of usual size", arguments: Nature.allCases)
    func usual(nature: Nature) throws {
        #expect(told(try planned(file(nature: nature, isCut: false))).isEmpty)
    }

    @Test(
        "writes no letter about a machine's mail",
        arguments: Nature.allCases.filter(\.isAutomatic)
    )
    func automatic(nature: Nature) throws {
        #expect(told(try planned(file(nature: nature))).isEmpty)
    }

    @Test("writes none where the client's own letters have reached their bound")
    func bound() throws {
        var answer = ThreadAnswer()
        answer.lettersToCorrespondent = LetterBounds.standard.perAddress
        #expect(told(try planned(file(answer: answer))).isEmpty)
    }

    @Test("tells of no more than three on one ticket within a day", arguments: 0...4)
    func flood(earlier: Int) throws {
        let number = try DeskWorld.number(3)
        var answer = ThreadAnswer()
        answer.parents = [
            KnownParent(
                id: try #require(MessageID("m0@client.example")),
                author: try DeskWorld.address("a.roy@client.example"),
                ticket: try DeskWorld.summary(3)
            )
        ]
        var file = try file(answer: answer, nature: .followup)
        let opening = TicketOpening(
            number: number,
            procedure: .sav,
            mailbox: file.kept.origin.mailbox,
            mail: MailID(1),
            requester: NamedAddress(try DeskWorld.address("a.roy@client.example")),
            subject: "Caméra",
            language: .french,
            isQuiet: false
        )
        let told = try (0..<earlier).map { place in
            TicketEvent(
                at: DeskWorld.monday.addingTimeInterval(-3600),
                .letterQueued(
                    .oversizedMail,
                    try #require(MessageID("told\(place)@mileo.example"))
                )
            )
        }
        let opened = TicketEvent(at: DeskWorld.monday.addingTimeInterval(-7200), .opened(opening))
        file.history = ClockedTicket(events: [opened] + told)
        let plan = try planned(file)
        #expect(plan.disposition == .append)
        #expect(self.told(plan).count == (earlier < 3 ? 1 : 0))
    }
}
