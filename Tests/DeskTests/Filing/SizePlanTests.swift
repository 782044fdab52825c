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
        isCut: Bool = true
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
