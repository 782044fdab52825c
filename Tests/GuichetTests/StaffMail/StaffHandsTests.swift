// What hands, telephones and programs do to commands: case, accents in two pieces, signs that look
// alike, bullets, several on one line, a name below them. Through the real program, as HTML alone
// and as HTML beside plain text.

import Desk
import Foundation
import TestSupport
import Testing

@Suite("Commands as people really type them", .timeLimit(.minutes(10)))
struct StaffHandsTests {
    private static let karim = "karim.haddad@mileo.example"

    /// What is typed, what the transcript says of it, and what the client reads; nil: nothing.
    struct Hand: Sendable {
        let lines: [String]
        let told: [String]
        let client: String?

        init(_ lines: [String], told: [String], client: String? = nil) {
            self.lines = lines
            self.told = told
            self.client = client
        }
    }

    static let hands: [Hand] = [
        Hand(["#Prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["#PRENDRE."], told: ["Confié à Karim Haddad."]),
        Hand(["#prendre, "], told: ["Confié à Karim Haddad."]),
        Hand(["#prendre !"], told: ["Confié à Karim Haddad."]),
        Hand(["＃prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["﹟prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["\u{A0}#prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["#\u{A0}prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["\u{200B}#prendre\u{200B}"], told: ["Confié à Karim Haddad."]),
        Hand(["\u{FEFF}#\u{2060}prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["##prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["- #prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["• #prendre"], told: ["Confié à Karim Haddad."]),
        Hand(["*#prendre*"], told: ["Confié à Karim Haddad."]),
        Hand(["#escalade\u{A0}1\u{202F}: il insiste"], told: ["Escalade de niveau 1 transmise"]),
        Hand(["#re\u{301}solu"], told: ["prié de confirmer la clôture"]),
        Hand(["#RÉSOLU"], told: ["prié de confirmer la clôture"]),
        Hand(["#critique – porte « HS » d’entrée…"], told: ["Classé Critique."]),
        Hand(["#temps 1h30"], told: ["Temps noté : 1 h 30"]),
        Hand(["#temps 45\u{A0}min."], told: ["Temps noté : 45 min"]),
        Hand(["#note : le gardien a le badge"], told: ["Note interne"]),
        Hand(["#prendre", "#critique porte HS"], told: ["Confié à", "Classé Critique."]),
        Hand(["#prendre #critique porte HS"], told: ["Confié à", "Classé Critique."]),
        Hand(["#prendre", "", "Karim"], told: ["Confié à"]),
        Hand(["#prendre", "", "Karim HADDAD"], told: ["Confié à"]),
        Hand(["#prendre", "", "KH"], told: ["Confié à"]),
        Hand(["#prendre", "", "Cdt,", "Karim"], told: ["Confié à"]),
        Hand(
            ["#prendre", "Bonjour,", "", "Nous passons.", "", "Karim"],
            told: ["Confié à"],
            client: "Nous passons."
        ),
        Hand(
            ["Bonjour,", "", "Nous passons.", "", "-- ", "Karim", "#clore tout"],
            told: ["Nous passons."],
            client: "Nous passons."
        ),
        Hand(["#critique HS", "#standard un seul", "", "Nous passons."], told: ["contredit"]),
        Hand(["#critiqe", "", "Nous passons."], told: ["vouliez-vous dire « #critique »"]),
        Hand(["#assigner Bob", "", "Nous passons."], told: ["n’est pas dans l’équipe"]),
        Hand(["#clore"], told: ["Il manque le motif"]),
        Hand(
            Array(repeating: "#statut", count: 500),
            told: ["500 lignes de commande"]
        ),
    ]

    @Test("HTML alone, and beside plain text", arguments: [MailProgram.outlookMobile, .gmail])
    func typed(program: MailProgram) throws {
        let counter = try Counter(notifies: true)
        try counter.set("hold-minutes: 2", to: "hold-minutes: 0, notifications-per-hour: 500")
        for place in Self.hands.indices {
            let mail = Counter.mail(
                id: "1.\(place)@client.example",
                from: "Alice Roy <a\(place)@client\(place).example>",
                subject: "Lecteur n° \(place).",
                text: "Le lecteur de badge de la réserve \(place) est en panne."
            )
            try counter.lay(mail, name: "1.\(place)")
        }
        #expect(try counter.run("run", "--once").code == 0)
        let told = try letters(counter)
        for (place, hand) in Self.hands.enumerated() {
            let notification = try #require(
                told.first { letter in
                    letter.message.to.first?.address.text == Self.karim
                        && letter.message.subject.hasSuffix("Lecteur n° \(place).")
                },
                "\(place)"
            )
            let answer = MailProgram.Answer(hand.lines, to: notification, id: "2.\(place)")
            try counter.lay(program.mail(answer), name: "2.\(place)")
        }
        let run = try counter.run("run", "--once")
        #expect(run.code == 0, "\(run.complaints)")
        let all = try letters(counter)
        for (place, hand) in Self.hands.enumerated() { check(hand, place, all) }
    }

    private func check(_ hand: Hand, _ place: Int, _ letters: [ReceivedLetter]) {
        let transcript = letters.first { letter in
            letter.references.contains("2.\(place)@mileo.example")
                && letter.message.to.first?.address.text == Self.karim
        }
        let text = transcript?.message.text ?? ""
        for words in hand.told {
            #expect(text.contains(words), "\(hand.lines.prefix(3)): “\(words)” in \(text)")
        }
        let answers = letters.filter { letter in
            letter.message.to.first?.address.text == "a\(place)@client\(place).example"
                && letter.message.from?.name.hasPrefix("Karim") == true
        }
        #expect(
            answers.count == (hand.client == nil ? 0 : 1),
            "\(hand.lines.prefix(3)): \(answers.map(\.message.text))"
        )
        if let client = hand.client, let answer = answers.first {
            #expect(answer.message.text.contains(client))
            #expect(!answer.message.text.contains("#"), "\(answer.message.text)")
        }
    }

    private func letters(_ counter: Counter) throws -> [ReceivedLetter] {
        try counter.letters().map { ReceivedLetter(Array($0.utf8)) }
    }
}
