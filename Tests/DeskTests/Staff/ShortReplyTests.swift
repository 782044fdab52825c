// Mails of colleagues that are meant for us, or hold nothing: "stop" in many words, "oui" and
// "non", files without a text, absences, a draft completed in the quote. None reaches the client
// unasked, none is passed over in silence.

import Foundation
import Testing

@testable import Desk

@Suite("Short replies of colleagues")
struct ShortReplyTests {
    private typealias Counter = StaffMailTests.Counter

    private func words(_ letter: Letter?) -> String {
        guard case .list(let rows)? = letter?.values["words"] else { return "" }
        return rows.map { row in if case .text(let text) = row { text } else { "" } }
            .joined(separator: "\n")
    }

    private func file(_ name: String, _ type: String, size: Int = 60_000) -> Desk.Attachment {
        let digest = String(repeating: "a", count: 64)
        return Desk.Attachment(name: name, type: type, size: size, sha256: digest)
    }

    // MARK: - Stop

    @Test(
        "However it is said, “stop” stops what waits to leave",
        arguments: [
            "stop", "STOP !", "Stop svp, ne pas envoyer", "arrête", "Arrêtez !", "annule",
            "#stop", "#STOP", "# stop", "Ne pas envoyer, je me suis trompée", "N’envoie pas ça",
            "stop\n\nCordialement,\nKarim Haddad",
        ]
    )
    func stops(text: String) throws {
        var counter = try Counter()
        let sent = try counter.write("Nous passons demain.")
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
        let stopped = try counter.write(text, answering: sent.letters.last?.id)
        #expect(stopped.letters.map(\.kind) == [.transcript])
        #expect(stopped.undelivered?.id == sent.letters.first?.id)
        #expect(words(stopped.letters.first).contains("il ne partira pas"))
    }

    @Test("Said too late, it is said to be too late, and does not reach the client")
    func tooLate() throws {
        var counter = try Counter()
        let sent = try counter.write("Nous passons demain.")
        counter.now += 3600
        let late = try counter.write("Stop svp, ne pas envoyer", answering: sent.letters.last?.id)
        #expect(late.letters.map(\.kind) == [.transcript])
        #expect(words(late.letters.first).contains("Trop tard"))
    }

    @Test("A sentence to the client that begins alike is asked about")
    func stopForClient() throws {
        var counter = try Counter()
        let text = "Arrêtez le portail par le disjoncteur."
        let asked = try counter.write(text)
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains("est-ce bien pour lui ?"))
        let sent = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(words(sent.letters.first) == text)
    }

    // MARK: - Yes and no

    @Test(
        "A bare word never reaches the client unasked",
        arguments: ["oui", "Non", "ok merci", "Merci !", "OK", "d’accord", "Bien reçu"]
    )
    func bareWords(text: String) throws {
        var counter = try Counter()
        let asked = try counter.write(text)
        #expect(asked.letters.map(\.kind) == [.transcript])
        let told = words(asked.letters.first)
        #expect(told.contains("Le client recevrait seulement « \(text) »"), "\(told)")
        let sent = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(sent.letters.map(\.kind) == [.answer, .transcript])
        #expect(words(sent.letters.first) == text)
    }

    @Test("Another colleague’s “oui” confirms nothing")
    func notTheirs() throws {
        var counter = try Counter()
        _ = try counter.write("Voici le devis ci-joint.")
        let other = try counter.write("oui", by: "Inès Rolland")
        #expect(other.letters.map(\.kind) == [.transcript])
        #expect(words(other.letters.first).contains("recevrait seulement « oui »"))
    }

    // MARK: - Commands that stand too low

    @Test(
        "A line that begins like a command below the text is asked about before it leaves",
        arguments: [
            "Bonjour,\n\n#note client pénible", "Nous passons demain.\n#note client pénible",
            "> Le 5 oct. 2026, SAV a écrit :\n> La caméra est en panne.\n\n#note client pénible",
            "Bonjour,\n- #note client pénible\nNous passons demain.",
        ]
    )
    func lowCommands(text: String) throws {
        var counter = try Counter()
        let asked = try counter.write(text)
        #expect(!asked.letters.contains { $0.kind == .answer })
        let told = words(asked.letters.first)
        #expect(told.contains("commence par « #note »"), "\(told)")
        #expect(told.contains("tout en haut"))
    }

    // MARK: - No text

    @Test("A photograph without a text is asked about, and may go alone")
    func photograph() throws {
        var counter = try Counter()
        let photo = file("photo.jpg", "image/jpeg")
        let asked = try counter.write("Envoyé de mon iPhone") { $0.attachments = [photo] }
        #expect(asked.letters.map(\.kind) == [.transcript])
        let told = words(asked.letters.first)
        #expect(told.contains("aucun texte") && told.contains("photo.jpg"), "\(told)")
        let sent = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(sent.letters.first?.enclosures.map(\.name) == ["photo.jpg"])
        #expect(words(sent.letters.first) == "Veuillez trouver ci-joint : photo.jpg.")
    }

    @Test(
        "A reply with nothing but a quote is told that nothing left",
        arguments: ["", "\n> Bonjour,\n> la caméra est en panne.", "Envoyé de mon iPhone"]
    )
    func nothing(text: String) throws {
        var counter = try Counter()
        let plan = try counter.write(text)
        #expect(plan.letters.map(\.kind) == [.transcript])
        #expect(words(plan.letters.first).contains("rien n’est parti chez le client"))
    }

    @Test("A draft that was completed within the quote is shown, and sent after a “oui”")
    func completedDraft() throws {
        var counter = try Counter(.complaint)
        let draft = """
            > > Bonjour Alice Roy,
            > >
            > > Je suis responsable de votre réclamation \(counter.number.text). Voici ce que j’en
            > > ai compris : la porte est restée ouverte.
            > >
            > > Pour l’instruire, j’aurais encore besoin des éléments suivants : une photographie.
            > >
            > > Cordialement,
            """
        let quote = "Le 5 oct. 2026 à 10:12, SAV Mileo <sav@mileo.example> a écrit :\n\n"
        let asked = try counter.write(quote + draft)
        let told = words(asked.letters.first)
        #expect(told.contains("la porte est restée ouverte"), "\(told)")
        let sent = try counter.write("oui", answering: asked.letters.first?.id)
        #expect(sent.letters.contains { $0.kind.isForClient && words($0).contains("la porte") })
        let empty = draft.replacing("la porte est restée ouverte.", with: "…")
            .replacing("une photographie.", with: "…")
        let unchanged = try counter.write(quote + empty)
        #expect(words(unchanged.letters.first).contains("au-dessus de la citation"))
    }

    // MARK: - Away

    private static let away =
        "Bonjour,\n\nJe suis absent du bureau du 21/11/2026 au 30/11/2026. En cas d’urgence, "
        + "contactez Paul Delorme au 01 99 00 10 10."

    @Test("An absence without the marks of a machine is asked about once, and never sent")
    func absence() throws {
        var counter = try Counter()
        let asked = try counter.write(Self.away)
        #expect(asked.letters.map(\.kind) == [.transcript])
        #expect(words(asked.letters.first).contains("réponse automatique d’absence"))
        let noted = counter.events.compactMap { event -> CivilDay? in
            guard case .staff(.awayNoted(_, let day)) = event.fact else { return nil }
            return day
        }
        #expect(noted.map(\.text) == ["2026-11-30"])
        let loop = try counter.write(Self.away, answering: asked.letters.first?.id)
        #expect(loop.letters.isEmpty)
    }

    @Test(
        "An ordinary answer is no absence",
        arguments: [
            "Le gardien est absent du 5 au 7 ; nous passons le 8.",
            "Je serai sur site demain. En cas d’urgence, appelez le 01 99 00 10 10.",
        ]
    )
    func noAbsence(text: String) throws {
        var counter = try Counter()
        let plan = try counter.write(text)
        #expect(plan.letters.map(\.kind) == [.answer, .transcript])
    }

    // MARK: - Private files

    @Test("Signatures and the sender’s card stay here; files with addresses are asked about")
    func privateFiles() throws {
        var counter = try Counter()
        let marks = [
            file("smime.p7s", "application/pkcs7-signature"),
            file("OpenPGP_0x12.asc", "application/pgp-keys"),
            file("signature.asc", "application/pgp-signature"),
            file("Karim Haddad.vcf", "text/vcard"), file("plan.pdf", "application/pdf"),
        ]
        let sent = try counter.write("Voici le plan.") { $0.attachments = marks }
        #expect(sent.letters.first?.enclosures.map(\.name) == ["plan.pdf"])
        for name in ["visite.ics", "message.eml", "fournisseur.vcf"] {
            var other = try Counter()
            let asked = try other.write("Voici la date.") { mail in
                mail.attachments = [file(name, "application/octet-stream")]
            }
            #expect(asked.letters.map(\.kind) == [.transcript])
            #expect(words(asked.letters.first).contains("peut contenir votre adresse"))
        }
    }
}
