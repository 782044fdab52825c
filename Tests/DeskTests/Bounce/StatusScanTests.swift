// Codes and reasons in servers' words.

import Testing

@testable import Desk

@Suite("Codes and reasons of bounces")
struct StatusScanTests {
    @Test(
        "finds the enhanced status and the reply code, and nothing that only looks like one",
        arguments: [
            ("550 5.1.1 User unknown", "5.1.1", 550), ("550-5.7.26 unauthenticated", "5.7.26", 550),
            ("(#5.1.1)", "5.1.1", 0), ("#550 5.1.1 RESOLVER", "5.1.1", 550),
            ("said: 451 4.7.1 try again", "4.7.1", 451), ("550 unknown user", "", 550),
            ("5.0.0, then 5.2.2", "5.2.2", 0), ("5.2.2, then 5.0.0", "5.2.2", 0),
            ("host 192.0.2.5 is 5.1.1.2", "", 0), ("Sendmail 8.14.4", "", 0),
            ("on 5.10.2026", "", 0), ("version 5.1.1000", "", 0), ("v5.1.1", "", 0),
            ("[5.1.1]", "5.1.1", 0), ("5.1.1.", "5.1.1", 0), ("5.9.1", "", 0), ("5.1", "", 0),
            ("port 2550, 5500 mails", "", 0), ("", "", 0), ("5.1.", "", 0), ("55", "", 0),
        ]
    )
    func codes(text: String, status: String, reply: Int) {
        let found = StatusScan(Array(text.utf8)[...])
        #expect(found.status ?? "" == status)
        #expect(found.reply ?? 0 == reply)
    }

    @Test(
        "tells why in a person's words",
        arguments: [
            ("la boîte aux lettres du destinataire est pleine", FailureKind.full),
            ("552 message size exceeds fixed limit", .tooLarge),
            ("Adresse d au moins un destinataire invalide. OFR_416", .unknownUser),
            ("Compte désactivé", .disabled), ("Domaine inexistant", .unknownHost),
            ("blocked using a blocklist", .unwanted), ("Relay access denied", .refused),
            ("retry timeout exceeded", .expired), ("Connection timed out", .noAnswer),
            ("too many hops", .loop),
        ]
    )
    func kinds(text: String, kind: FailureKind) {
        #expect(FailureKind(folded: Folding.bytes(of: text)[...]) == kind)
        #expect(!kind.words(in: .french).isEmpty && !kind.words(in: .english).isEmpty)
    }

    @Test("a flood of codes and addresses costs no more than its length")
    func flood() throws {
        var message = try DeskWorld.mail(
            from: "mailer-daemon@flood.example",
            subject: "failure notice"
        )
        let line = String(repeating: "5.1.1 550 a@b.example ", count: 40)
        message.text = String(repeating: line + "\n", count: 5_000)
        let reading = try DeskWorld.reading(message)
        let notice = try #require(reading.bounce)
        #expect(notice.reports.count <= BounceText.recipientsMaximum)
    }
}
