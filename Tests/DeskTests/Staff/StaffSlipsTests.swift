// What goes wrong when colleagues answer in a hurry: the notification quoted without a mark, the
// client in copy, the number of another dossier in the subject. Nothing internal reaches the
// client, nothing is done to the wrong dossier, and nothing is passed over in silence.

import Foundation
import Testing

@testable import Desk

@Suite("Colleagues in a hurry")
struct StaffSlipsTests {
    private typealias Counter = StaffMailTests.Counter

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    // MARK: - Quotes without a mark

    private static let client = """
        Bonjour,

        la caméra du parking ne répond plus depuis ce matin, et le gardien ne voit plus rien.
        Pouvez-vous passer ?

        Merci
        """

    private static func notification(_ number: TicketNumber) -> String {
        """
        \(client)

        **Nouveau dossier \(number.text)** (nouveau)

        - De : Alice Roy, a.roy@client.example
        - Client : Résidence des Tilleuls
        - Contrat : Premium
        - Suivi par : personne encore
        - Promis : la première réponse, au plus tard le lundi 5 octobre 2026 à 14 h
        - Promis : l’intervention sur site, au plus tard le mardi 6 octobre 2026 à 10 h

        **Derniers échanges**

        - lundi 5 octobre 2026 à 9 h, Karim Haddad : Ce client paie mal.

        **Pour répondre au client, répondez à ce message** : votre texte lui parviendra. Ou, en un clic :

        - [Prendre le dossier][1]
        - [Le classer critique][2]
        - [Attendre le client][3]
        - [Demander la clôture][4]
        - [Voir où il en est][5]

        Guichet, pour SAV Mileo

        [1]: mailto:sav@mileo.example?subject=Re&body=%23prendre
        [2]: mailto:sav@mileo.example?subject=Re&body=%23critique
        """
    }

    private static func html(_ number: TicketNumber) -> String {
        notification(number)
            .replacing("**", with: "")
            .replacing("- [", with: "• ")
            .replacing("\n- ", with: "\n• ")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("mailto:") }
            .map { line in
                line.hasSuffix("]") ? String(line.prefix { $0 != "]" }) : String(line)
            }
            .joined(separator: "\n") + "\n\nMileo Technology · 01 99 00 10 00\n"
    }

    private static func indented(_ text: String, by indent: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
    }

    private static func rewrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var width = 0
            return line.split(separator: " ").map { word in
                width += word.count + 1
                guard width > 60 else { return "\(word) " }
                width = 0
                return "\(word)\n"
            }.joined()
        }.joined(separator: "\n")
    }

    static let frames: [(name: String, frame: @Sendable (String, TicketNumber) -> String)] = [
        ("below, without a line", { "\($0)\n\n\(notification($1))" }),
        ("indented by spaces", { "\($0)\n\n\(indented(notification($1), by: "    "))" }),
        ("indented by tabs", { "\($0)\n\n\(indented(notification($1), by: "\t"))" }),
        ("HTML without a block", { "\($0)\n\n\(html($1))" }),
        ("rewrapped", { "\($0)\n\n\(rewrapped(html($1)))" }),
        ("below a rule", { "\($0)\n\n________________\n\(notification($1))" }),
        ("above the answer", { "\(notification($1))\n\n\($0)" }),
    ]

    @Test("A notification quoted without any mark never reaches the client", arguments: frames)
    func quotes(
        row: (name: String, frame: @Sendable (String, TicketNumber) -> String)
    ) throws {
        var counter = try Counter()
        counter.exchanges = [
            StaffNotification.Exchange(
                mail: MailID(1),
                at: DeskWorld.monday,
                author: NamedAddress(try DeskWorld.address("a.roy@client.example")),
                text: Self.client
            )
        ]
        let answer = "Bonjour,\nnous passons demain à 9 h."
        let plan = try counter.write(row.frame(answer, counter.number))
        #expect(plan.letters.map(\.kind) == [.answer, .transcript], "\(words(plan.letters.first))")
        #expect(words(plan.letters.first) == answer)
        let commands = try counter.write(row.frame("#critique HS", counter.number))
        #expect(commands.letters.map(\.kind) == [.transcript])
        #expect(counter.ticket?.criticality == .critical)
    }

    @Test("A transcript that is quoted without a mark stays inside as well")
    func transcripts() throws {
        var counter = try Counter()
        let text = """
            Merci, nous passons demain.

            Bonjour Karim Haddad,

            Voici ce qui vous concerne sur le dossier **\(counter.number.text)** :

            - > #note
            - Note interne ; rien ne part chez le client.
            - Pour annuler : #annuler 0a1b2c3d

            État du dossier : en cours.

            Guichet, pour SAV Mileo
            """
        let plan = try counter.write(text)
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(plan.letters.first) == "Merci, nous passons demain.")
    }

    @Test(
        "Where it is not certain what is ours, the colleague is asked and nothing leaves",
        arguments: [
            "Nous passons demain.\nSuivi par : Karim\nPromis : la première réponse, lundi",
            "Nous passons demain. Pour répondre au client, répondez à ce message, etc.",
            "Nouveau dossier SAV-2026-000016 (nouveau)\n\nCe client paie mal.",
        ]
    )
    func doubts(text: String) throws {
        var counter = try Counter()
        let plan = try counter.write("Bonjour,\n\n\(text)")
        #expect(!plan.letters.contains { $0.kind == .answer && words($0).contains("Promis") })
        let isAsked = plan.letters.map(\.kind) == [.transcript]
        let sent = words(plan.letters.first)
        #expect(
            isAsked || sent == "Bonjour,\n\nNous passons demain." || sent == "Bonjour,",
            "\(sent)"
        )
        #expect(!isAsked || sent.contains("n’est pas parti"), "\(sent)")
    }

    @Test("A colleague’s own words that resemble ours are left alone")
    func leavesAlone() throws {
        var counter = try Counter()
        let text =
            "Bonjour,\nvoici le formulaire à compléter et à nous renvoyer.\nContrat : Premium"
        let plan = try counter.write(text)
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(plan.letters.first) == text)
    }

    // MARK: - The client in copy

    @Test("With the client in copy, commands are carried out and the text is not sent again")
    func clientInCopy() throws {
        var counter = try Counter()
        let client = NamedAddress(try DeskWorld.address("a.roy@client.example"))
        let plan = try counter.write("#critique HS\n\nNous passons demain.") { $0.cc = [client] }
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(counter.ticket?.criticality == .critical)
        #expect(counter.ticket?.state == .open && counter.ticket?.handler != nil)
        let told = words(plan.letters.first)
        #expect(
            told.contains("> #critique HS") && told.contains("il l’a reçu directement"),
            "\(told)"
        )
        #expect(!told.contains("Ce que le client reçoit"))
        #expect(told.contains("Rien d’autre ne lui est envoyé."))
        let note = try counter.write("#note il paie mal") { $0.cc = [client] }
        #expect(!words(note.letters.first).contains("rien ne part chez le client"))
        let moved = try counter.write("#prolonger 3j pièce\n\nElle arrive.") { $0.cc = [client] }
        #expect(moved.letters.map(\.kind) == [.delayAnnounced, .transcript])
        #expect(words(moved.letters.last).contains("La lettre ci-dessous s’y ajoute."))
        let refused = try counter.write("#rouvrir\n\nBonjour.") { $0.cc = [client] }
        #expect(words(refused.letters.first).contains("Rien n’a été exécuté."))
        #expect(words(refused.letters.first).contains("il l’a reçu directement"))
        let odd = try counter.write("#critiqe\n\nBonjour.") { $0.cc = [client] }
        #expect(words(odd.letters.first).contains("vouliez-vous dire « #critique »"))
        let plain = try counter.write("Nous arrivons.") { $0.cc = [client] }
        #expect(plain.letters.isEmpty, "what needs no answer gets none")
    }

    // MARK: - Another number in the subject

    @Test("A subject that names another dossier is asked about first, with or without commands")
    func strays() throws {
        var counter = try Counter()
        let other = try DeskWorld.number(7)
        let own = counter.number
        for text in ["#critique HS", "Nous passons demain."] {
            let asked = try counter.write(text) { $0.subject = "Re: [\(other.text)] Portail" }
            #expect(asked.letters.map(\.kind) == [.transcript])
            let told = words(asked.letters.first)
            #expect(told.contains(counter.number.text) && told.contains(other.text), "\(told)")
            #expect(counter.ticket?.criticality != .critical)
        }
        let asked = try counter.write("#critique HS") { $0.subject = "[\(other.text)]" }
        _ = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(counter.ticket?.criticality == .critical)
        let both = try counter.write("#prendre") { mail in
            mail.subject = "Re: [\(own.text)] suite à \(other.text)"
        }
        #expect(words(both.letters.first).contains("Confié à"))
    }

    @Test("A wrong number in the subject is called wrong")
    func wrongNumbers() throws {
        var counter = try Counter()
        var wrong = Array(counter.number.text)
        let last = wrong.removeLast()
        wrong.append(last == "1" ? "2" : "1")
        let shown = String(wrong)
        let asked = try counter.write("#prendre") { $0.subject = "Re: [\(shown)] Caméra" }
        #expect(words(asked.letters.first).contains("un chiffre est faux"))
        #expect(counter.ticket?.handler == nil)
        for text in ["#prendre", "Nous passons demain."] {
            let lost = try counter.write(text, isProven: false) { mail in
                mail.subject = "[\(shown)] Caméra"
                mail.inReplyTo = []
                mail.headers = [DeskWorld.authenticated]
            }
            let told = words(lost.letters.first)
            #expect(lost.letters.map(\.kind) == [.transcript], "\(lost.letters.map(\.kind))")
            #expect(told.contains(shown) && told.contains("un chiffre est faux"), "\(told)")
        }
    }

    @Test("Whoever answered is called by name, or by the mailbox that nobody signed for")
    func names() throws {
        var counter = try Counter()
        let shared = try DeskWorld.address("sav@mileo.example")
        let said = TicketFact.answer(.humanAnswer(PersonalMessage(by: shared)))
        counter.events.append(TicketEvent(at: counter.now, said))
        let asked = try counter.write("Nous passons demain.")
        #expect(words(asked.letters.first).contains("SAV Mileo vient de répondre au client"))
    }
}
