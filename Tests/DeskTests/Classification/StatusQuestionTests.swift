// Questions how a case stands, as polite people put them, in both mailboxes; and mails that only
// begin like one.

import Testing

@testable import Desk

@Suite("Questions about a case")
struct StatusQuestionTests {
    static let questions = [
        "statut svp", "Bonjour, statut svp ? Merci", "Status please",
        "Bonjour, pouvez-vous me donner le statut de mon dossier ? Merci",
        "Merci de me donner le statut de ma réclamation.",
        "Bonjour, pourriez-vous m'indiquer où en est ma réclamation ?",
        "Bonjour, je souhaiterais connaître l'état d'avancement de ma demande. Cordialement",
        "Bonjour, avez-vous du nouveau concernant mon dossier ?",
        "Je me permets de revenir vers vous pour savoir où en est mon dossier.",
        "Bonjour, un point sur mon dossier svp",
        "Bonjour, quel est l'avancement de ma réclamation s'il vous plaît ?",
        "Hello, could you please give me the status of my complaint?",
        "Any update on my case please?", "Could you send me an update on my complaint?",
        "I would like to know the status of my request. Kind regards",
    ]

    @Test("are ordinary questions, in both mailboxes", arguments: questions, [0, 1])
    func asks(text: String, mailbox: Int) throws {
        let found = try DeskWorld.classified(subject: "Question", text: text, mailbox: mailbox)
        #expect(found.nature == .request)
        #expect(found.criticality == .informational)
        #expect(found.findings.contains { $0.rule == "status-question" })
    }

    @Test(
        "are none where something else is said",
        arguments: [
            "Nouveau dossier svp", "Could you update my file?", "Le statut de la caméra est rouge.",
            "Où en est mon dossier ? Cela fait trois semaines que j'attends, c'est inadmissible.",
            "Où en est mon dossier ? L'alarme ne marche plus.",
            "Statut ? La porte reste ouverte.", "Nous avons de nouveau la panne.",
        ]
    )
    func saysMore(text: String) throws {
        let found = try DeskWorld.classified(subject: "Question", text: text)
        #expect(!found.findings.contains { $0.rule == "status-question" })
    }
}
