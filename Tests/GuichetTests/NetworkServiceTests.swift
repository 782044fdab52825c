// The watching service between two real servers: what a client and an administrator would notice.
// Nothing here waits by time: every wait is for a line of the log or for the server's own record,
// with a limit to the patience.

import Foundation
import Glibc
import TestServers
import TestSupport
import Testing

@Suite(
    "guichet run between two servers",
    .timeLimit(.minutes(10)),
    .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent")
)
struct NetworkServiceTests {
    private let servers: MailServers
    private let counter: Counter

    init() throws {
        servers = try MailServers(try Dovecot(MailServers.options))
        // Only the server's own notice can make the program look in time.
        counter = try Counter(on: servers, poll: "60 min")
    }

    private static func complaint(_ id: String) -> String {
        Counter.mail(
            id: id,
            from: "b@other.example",
            to: "reclamations@mileo.example",
            subject: "Facture",
            text: "Votre facture F-12 est fausse, je conteste ce montant."
        )
    }

    // Two commands that wait, one for each mailbox, are in Dovecot's hands.
    private func watching() throws -> RunningProgram {
        let service = try RunningProgram(counter)
        #expect(service.anyLine(with: "event=running") != nil)
        return service
    }

    @Test("acknowledges what is appended or delivered, in both mailboxes, without a poll")
    func prompt() throws {
        let service = try watching()
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        #expect(servers.sink.waitForMails(1, milliseconds: 20_000))
        try servers.append(Self.complaint("2@other.example"), to: "reclamations")
        #expect(servers.sink.waitForMails(2, milliseconds: 20_000))
        // By a delivery agent, behind the server's back, to a mailbox that idles by now.
        let mail = Counter.mail(id: "3@client.example", from: "c@client.example")
        try servers.dovecot.deliver(Array(mail.utf8), as: "1791180000.M1.desk", to: "sav")
        #expect(servers.sink.waitForMails(3, milliseconds: 30_000))
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(
            servers.sink.mails.compactMap { $0.header("In-Reply-To") }
                == ["<1@client.example>", "<2@other.example>", "<3@client.example>"]
        )
        for mailbox in MailServers.mailboxes {
            let mails = try servers.mails(in: mailbox)
            #expect(mails.count == (mailbox == "sav" ? 2 : 1))
            #expect(mails.filter { !$0.flags.contains("$GuichetDone") } == [])
        }
        #expect(try counter.values("waiting", "status") == ["0", "0"])
    }

    // `end` itself gives it ten seconds; an idle connection must not hold it for one of them.
    @Test("ends at once on a signal while both mailboxes idle", arguments: [SIGTERM, SIGINT])
    func stop(signal: Int32) throws {
        let service = try watching()
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        #expect(servers.sink.waitForMails(1, milliseconds: 20_000))
        service.send(signal)
        #expect(try service.end() == 0)
        #expect(service.log.lines.last?.hasSuffix("event=stopped") == true)
        #expect(!service.log.lines.contains { $0.contains("left-behind") })
    }

    @Test("keeps its settings where new ones are broken, and works on")
    func reload() throws {
        let service = try watching()
        let old = try counter.folder.read("config/sav.yaml")
        try counter.folder.write("config/sav.yaml", "procedure: sav\nprefix: SAV\nadress: x\n")
        service.send(SIGHUP)
        let refused = try #require(service.anyLine(with: "event=reload-refused"))
        #expect(refused.contains("sav.yaml:3:1"))
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        #expect(servers.sink.waitForMails(1, milliseconds: 20_000))
        try counter.folder.write("config/sav.yaml", old)
        service.send(SIGHUP)
        #expect(service.anyLine(with: "event=reloaded") != nil)
        try servers.append(Self.complaint("2@other.example"), to: "reclamations")
        #expect(servers.sink.waitForMails(2, milliseconds: 20_000))
        service.send(SIGTERM)
        #expect(try service.end() == 0)
    }

    @Test("is alone on its state folder: a second ends with 75 and names the first")
    func second() throws {
        let service = try watching()
        for arguments in [["run"], ["run", "--once"]] {
            let second = try RunningProgram(counter, arguments)
            #expect(try second.end() == 75)
            #expect(second.log.lines.contains { $0.contains("(process \(service.number))") })
        }
        service.send(SIGTERM)
        #expect(try service.end() == 0)
    }

    @Test("serves one mailbox while the other's password is refused, and says so once")
    func wrongPassword() throws {
        try counter.folder.write("config/reclamations.password", "geheim-17\n")
        let service = try RunningProgram(counter)
        let failed = try #require(service.anyLine(with: "event=failed"))
        #expect(failed.contains("reclamations"))
        #expect(failed.contains("refuses the login") || failed.contains("password"), "\(failed)")
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        #expect(servers.sink.waitForMails(1, milliseconds: 20_000))
        #expect(try counter.values("mailbox", "status") == ["reclamations", "sav"])
        #expect(try counter.values("lastError", "status")[1] == "null")
        #expect(try Int(counter.values("failures", "status")[0]) ?? 0 > 0)
        service.send(SIGTERM)
        #expect(try service.end() == 0)
        #expect(service.log.lines.filter { $0.contains("event=failed") }.count == 1)
        #expect(!service.log.lines.contains { $0.contains("geheim-17") })
    }

    @Test("opens no second ticket and sends no second letter where a folder is numbered anew")
    func newNumbers() throws {
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        try servers.append(Self.complaint("2@other.example"), to: "reclamations")
        #expect(try counter.run("run", "--once").code == 0)
        for mailbox in MailServers.mailboxes {
            try servers.dovecot.changeUIDValidity(servers.user(mailbox))
        }
        let new = Counter.mail(id: "3@new.example", from: "n@new.example")
        try servers.dovecot.deliver(Array(new.utf8), as: "1791180000.M1.desk", to: "sav")
        let run = try counter.run("run", "--once")
        #expect(run.code == 0, "\(run.complaints)")
        #expect(servers.sink.mailCount == 3)
        #expect(try counter.values("number", "tickets").count == 3)
        // What was known came once more, under other numbers, and is kept quietly.
        #expect(try counter.balance() == [3, 0, 2, 0, 0, 0])
        for mailbox in MailServers.mailboxes {
            // Another connection: the one that knew the old numbers is told nothing.
            let mails = try servers.dovecot.witness(servers.user(mailbox)).mails()
            #expect(mails.filter { !$0.flags.contains("$GuichetDone") } == [])
        }
    }

    @Test("a single pass says whose letters wait, and why")
    func sinkAway() throws {
        servers.sink.stop()
        try servers.append(Counter.mail(id: "1@client.example"), to: "sav")
        let run = try counter.run("run", "--once")
        #expect(run.code == 75)
        #expect(
            run.complaints.contains("letters of sav: ")
                && run.complaints.contains("cannot be reached")
                && run.complaints.contains("tried again"),
            "\(run.complaints)"
        )
        #expect(try counter.values("state", "outbox") == ["queued"])
    }
}
