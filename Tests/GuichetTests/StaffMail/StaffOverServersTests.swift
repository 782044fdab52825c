// A colleague's day over real servers: clients' and colleagues' mails come by IMAP from Dovecot,
// all letters leave by SMTP, and the copies in the shared mailbox's folder of sent mail are read by
// IMAP as well. What is answered is the notification as it really left, by its own address for
// answers.

import Desk
import Foundation
import TestServers
import TestSupport
import Testing

@Suite(
    "Staff work by mail between two servers",
    .timeLimit(.minutes(4)),
    .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent")
)
struct StaffOverServersTests {
    private let servers: MailServers
    private let counter: Counter

    init() throws {
        servers = try MailServers(try Dovecot(MailServers.options))
        counter = try Counter(on: servers, notifies: true)
        try counter.set("hold-minutes: 2", to: "hold-minutes: 0, notifications-per-hour: 100")
    }

    private func pass() throws {
        let run = try counter.run("run", "--once")
        #expect(run.code == 0, "\(run.complaints)")
    }

    private func letters(to address: String) -> [ReceivedLetter] {
        servers.sink.mails.filter { $0.recipients == [address] }.map { ReceivedLetter($0.bytes) }
    }

    private static func client(_ program: MailProgram) -> String {
        "\(program.rawValue.lowercased())@client.example"
    }

    private static let karim = "karim.haddad@mileo.example"
    private static let ines = "ines.rolland@mileo.example"

    @Test(
        "A client’s mail is told, answered from any program, and the answer reaches the client",
        arguments: [true, false]
    )
    func thereAndBack(bySealedAddress: Bool) throws {
        if bySealedAddress { try counter.addToCompany("threading: {reply-tags: true}\n") }
        for program in MailProgram.allCases {
            let mail = Counter.mail(
                id: "1.\(program.rawValue)@client.example",
                from: "Alice Roy <\(Self.client(program))>",
                subject: "Lecteur \(program.rawValue)"
            )
            try servers.append(mail, to: "sav")
        }
        try pass()
        for program in MailProgram.allCases {
            let told = try #require(
                letters(to: Self.karim).first { $0.message.subject.hasSuffix(program.rawValue) },
                "\(program)"
            )
            var answer = MailProgram.Answer(
                [
                    "#critique réserve sans contrôle", "", "Bonjour Madame,", "",
                    "Nous passons à 14 h.",
                ],
                to: told,
                id: "2.\(program.rawValue)"
            )
            answer.losesThread = bySealedAddress
            try servers.append(program.mail(answer), to: "sav", minute: 1)
        }
        try pass()
        for program in MailProgram.allCases { try check(program) }
        #expect(try counter.balance().dropFirst(2).allSatisfy { $0 == 0 })
        #expect(servers.sink.mails.allSatisfy { $0.offences.isEmpty })
    }

    private func check(_ program: MailProgram) throws {
        let toClient = letters(to: Self.client(program))
        #expect(toClient.count == 2, "\(program)")
        let answer = try #require(toClient.last?.message, "\(program)")
        #expect(
            answer.text.contains("Bonjour Madame,\n\nNous passons à 14 h.\n\nCordialement,"),
            "\(program): \(answer.text)"
        )
        #expect(answer.from?.name.hasPrefix("Karim Haddad — ") == true)
        #expect(answer.inReplyTo.map(\.text) == ["1.\(program.rawValue)@client.example"])
        let whole = answer.text + (toClient.last?.html ?? "")
        for word in [
            "#critique", "Pour répondre au client", "sav+", Self.karim, "Envoyé", "Outlook",
        ] {
            #expect(!whole.contains(word), "\(program): \(word) in \(whole)")
        }
        let transcript = letters(to: Self.karim).first { letter in
            letter.references.contains("2.\(program.rawValue)@mileo.example")
        }
        let text = try #require(transcript?.message.text, "\(program)")
        #expect(text.contains("Classé Critique."), "\(program): \(text)")
        #expect(text.contains("Nous passons à 14 h."), "\(program): \(text)")
    }
}
