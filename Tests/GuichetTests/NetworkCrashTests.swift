// Exactly once over the network: the real program fetches from Dovecot and sends to a recording
// SMTP server; it is killed, its disk fails it or its peers go away, at one I/O step after the
// other; then it is started again, minutes later by its clock, and half of those that were killed
// are killed once more on the way. Judged is only what the IMAP server
// holds, what the SMTP server took, and that the books are balanced.

import Foundation
import TestServers
import TestSupport
import Testing

@Suite(
    "Interrupted at any step between two servers",
    .enabled(if: Dovecot.isAvailable, "dovecot-imapd is absent")
)
struct NetworkCrashTests {
    // A run has some hundreds of steps; a check of every change takes a few of each action.
    private static let sweep = Sweep(usualStride: 97)
    // Each share has a Dovecot of its own, and the shares run side by side.
    private static let shares = 2
    private static let cases = Interruption.Action.allCases.flatMap { action in
        (0..<shares).map { (action, $0) }
    }

    @Test("marks every mail and answers each person exactly once", arguments: cases)
    func sweep(action: Interruption.Action, share: Int) throws {
        try sweep(Self.sweep, action, share: share, of: Self.shares, keepsCopies: true)
    }

    // The copy is put there after the letter was taken, so a stop in between leaves no evidence.
    @Test(
        "with copies of its own, repeats no letter, and leaves those in doubt to a person",
        arguments: [Interruption.Action.kill, .reset, .cut]
    )
    func ownCopies(action: Interruption.Action) throws {
        try sweep(Self.sweep.thinned(by: 3), action, share: 0, of: 1, keepsCopies: false)
    }

    private func sweep(
        _ sweep: Sweep,
        _ action: Interruption.Action,
        share: Int,
        of shares: Int,
        keepsCopies: Bool
    ) throws {
        // One interruption alone is in one case alone: the others need no servers.
        guard sweep.concerns(action, share: share) else { return }
        let dovecot = try Dovecot(MailServers.options)
        let place = Place(dovecot: dovecot, keepsCopies: keepsCopies)
        let steps = try countSteps(action, place)
        try #require(steps > 10, "the library that interrupts was not loaded")
        let interruptions = sweep.interruptions(action, of: steps, share: share, shares: shares)
        for interruption in interruptions { try strike(interruption, place) }
    }

    private func strike(_ interruption: Interruption, _ place: Place) throws {
        let scene = try Scene(place, suffix: "-\(interruption.step)")
        let struck = scene.counter.folder.path("struck")
        let run = try scene.run(interruption.environment(struck: struck))
        // How often a server's answer is asked for varies: the last steps may not come.
        guard let text = try? String(contentsOfFile: struck, encoding: .utf8) else { return }
        let call = text.split(whereSeparator: \.isWhitespace).last ?? ""
        let moment = "\(interruption) (\(call)); to repeat: \(interruption.recipe)"
        if interruption.action == .kill {
            #expect(run.code == 137, "\(moment)")
        } else {
            // Documented ends alone, each with a sentence.
            #expect([0, 69, 75].contains(run.code), "\(moment): \(run.code) \(run.complaints)")
            #expect(run.code == 0 || run.complaints.contains(": "), "\(moment)")
        }
        #expect(scene.servers.sink.waitForQuiet(), "\(moment)")
        if let second = interruption.second {
            let environment = second.environment(struck: "/dev/null")
            _ = try scene.run(environment.merging(Interruption.later(minutes: 4)) { $1 })
            #expect(scene.servers.sink.waitForQuiet(), "\(moment)")
        }
        let after = try scene.run(Interruption.later(minutes: 8))
        // Of letters in doubt is told, by the code too.
        let codes: Set<Int32> = place.keepsCopies ? [0] : [0, 69]
        #expect(codes.contains(after.code), "\(moment): \(after.complaints)")
        try scene.judge("\(moment): \(run.complaints)")
    }

    private func countSteps(_ action: Interruption.Action, _ place: Place) throws -> Int {
        let scene = try Scene(place, suffix: "")
        let file = scene.counter.folder.path("steps")
        var environment = Interruption(action: action, step: 0).environment(struck: "/dev/null")
        environment["CRASH_COUNT_FILE"] = file
        environment["CRASH_TRACE_FILE"] =
            ProcessInfo.processInfo.environment["GUICHET_CRASH_TRACE"]
        let run = try scene.run(environment)
        try #require(run.code == 0, "\(run.complaints)")
        try scene.judge("without any interruption")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
}

/// Where a sweep takes place.
private struct Place {
    let dovecot: Dovecot
    let keepsCopies: Bool
}

/// Two mailboxes with seven mails, of which three deserve an answer.
private struct Scene {
    let servers: MailServers
    let counter: Counter

    init(_ place: Place, suffix: String) throws {
        servers = try MailServers(place.dovecot, suffix: suffix, keepsCopies: place.keepsCopies)
        counter = try Counter(on: servers)
        let both = Counter.mail(
            id: "5@both.example",
            from: "both@both.example",
            to: "sav@mileo.example, reclamations@mileo.example",
            subject: "Portail"
        )
        let sav = [
            Counter.mail(id: "1@client.example"),
            Counter.mail(
                id: "2@client.example",
                extra: "References: <1@client.example>\n",
                text: "Toujours rien."
            ),
            Counter.mail(id: "3@robot.example", extra: "Auto-Submitted: auto-replied\n"),
            Self.bounce, both,
        ]
        let complaint = Counter.mail(
            id: "6@other.example",
            from: "b@other.example",
            to: "reclamations@mileo.example",
            subject: "Facture",
            text: "Votre facture F-12 est fausse, je conteste ce montant."
        )
        for (minute, mail) in sav.enumerated() {
            try servers.append(mail, to: "sav", minute: minute)
        }
        try servers.append(both, to: "reclamations", minute: 10)
        try servers.append(complaint, to: "reclamations", minute: 11)
    }

    func run(_ environment: [String: String]) throws -> ProgramRun {
        try counter.run("run", "--once", environment: environment)
    }

    func judge(_ moment: String) throws {
        for (mailbox, count) in [("sav", 5), ("reclamations", 2)] {
            let mails = try servers.mails(in: mailbox)
            #expect(mails.count == count, "\(moment)")
            #expect(mails.filter { $0.flags != ["$GuichetDone"] } == [], "\(moment)")
        }
        try judgeLetters(moment)
        #expect(try counter.balance() == [3, 1, 3, 0, 0, 0], "\(moment)")
        // Three that are answered, and the two robots' mails, each a quiet ticket of its own.
        #expect(try counter.values("number", "tickets").count == 5, "\(moment)")
    }

    private func judgeLetters(_ moment: String) throws {
        let outbox = try counter.run("outbox").output
        let states = try counter.values("state", "outbox")
        let letters = servers.sink.mails
        #expect(letters.flatMap { $0.offences } == [], "\(moment)")
        guard servers.keepsCopies else {
            // Nobody gets a letter twice, and what nobody got is shown as failed.
            #expect(states.count == 3, "\(moment)\n\(outbox)")
            #expect(Set(states).isSubset(of: ["sent", "failed"]), "\(moment)\n\(outbox)")
            #expect(Set(letters.compactMap(\.messageID)).count == letters.count, "\(moment)")
            #expect(letters.count >= states.count { $0 == "sent" }, "\(moment)\n\(outbox)")
            return
        }
        #expect(states == ["sent", "sent", "sent"], "\(moment)\n\(outbox)")
        #expect(
            letters.compactMap { $0.header("In-Reply-To") }.sorted()
                == ["<1@client.example>", "<5@both.example>", "<6@other.example>"],
            "\(moment)"
        )
        #expect(
            letters.flatMap(\.recipients).sorted()
                == ["a.roy@client.example", "b@other.example", "both@both.example"],
            "\(moment)"
        )
        let copies = try MailServers.mailboxes.map {
            try servers.mails(in: $0, folder: MailServers.sent).count
        }
        #expect(copies.reduce(0, +) == 3, "\(moment)")
    }

    private static let bounce = """
        From: Mail Delivery System <MAILER-DAEMON@mx.example>
        To: sav@mileo.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <4@mx.example>
        Date: Mon, 05 Oct 2026 10:00:00 +0200
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        The mail could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; nobody@client.example
        Action: failed
        Status: 5.1.1

        --b--

        """
}
