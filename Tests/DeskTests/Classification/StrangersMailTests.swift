// Mails of people who know nothing of our words: complaints that tell of a site without protection,
// plaints in plain verbs, questions that came to the wrong mailbox, traps that no filter marked.
//
// Each cause has its cases on both sides: what it is, and what only sounds like it.

import Testing

@testable import Desk

@Suite("Mails in a stranger's words")
struct StrangersMailTests {
    @Test(
        "whoever complains that his site is without protection reports a live fault",
        arguments: [
            "Notre pharmacie est sans télésurveillance depuis mardi, personne ne se déplace.",
            "Sans vidéosurveillance depuis trois semaines, je trouve cela honteux.",
            "Pas d'alarme depuis samedi, deux relances, aucun technicien. C'est inadmissible.",
            "Aucune alarme depuis jeudi dans notre agence et personne ne rappelle.",
            "We have had no alarm since Thursday and no one has come.",
            "There has been no alarm in our stockroom since Friday. I am angry.",
            "We have been without CCTV for nine days. This is appalling.",
        ]
    )
    func bare(text: String) throws {
        let found = try DeskWorld.classified(subject: "Réclamation", text: text, mailbox: 1)
        #expect(found.nature == .complaint, "\(found.reasons)")
        #expect(found.complaint?.isUrgent == true, "\(found.reasons)")
        #expect(found.fault == .critical, "\(found.reasons)")
    }

    @Test(
        "silence, lost time and unfinished work are no incidents",
        arguments: [
            "Votre conseillère devait m'écrire, elle a promis deux fois et puis plus rien.",
            "Deux courriels envoyés en mars, depuis plus rien, pas une réponse.",
            "Your engineer did not show up and I lost half a morning.",
            "J'ai perdu toute une journée à attendre votre commercial.",
            "The holes in the ceiling were left open and nobody swept up.",
        ]
    )
    func noIncident(text: String) throws {
        let found = try DeskWorld.classified(subject: "Réclamation", text: text, mailbox: 1)
        #expect(found.complaint?.isUrgent == false, "\(found.reasons)")
        #expect(found.fault == nil, "\(found.reasons)")
    }

    @Test(
        "a system that has nothing left to show is one, whoever was called about it",
        arguments: [
            "L'écran du PC sécurité est noir, on vous a appelés : plus rien ne s'affiche.",
            "Les caméras clignotaient hier et puis plus rien, j'ai appelé deux fois.",
        ]
    )
    func stillIncident(text: String) throws {
        let found = try DeskWorld.classified(subject: "Réclamation", text: text, mailbox: 1)
        #expect(found.complaint?.isUrgent == true, "\(found.reasons)")
    }

    @Test(
        "whoever says of himself that he complains does",
        arguments: [
            "Je voudrais me plaindre du comportement de votre poseur.",
            "Nous tenons à nous plaindre de la visite de mardi.",
            "I would like to complain about the fitting of our door reader.",
            "We need to complain. The ladder left marks on the parquet.",
        ]
    )
    func plaint(text: String) throws {
        let found = try DeskWorld.classified(subject: "Visite", text: text)
        #expect(found.nature == .complaint, "\(found.reasons)")
    }

    @Test(
        "others' plaints and jokes are none",
        arguments: [
            "The barrier squeals when it lifts. The tenants have begun to complain.",
            "Je ne veux pas me plaindre, mais le lecteur du garage est un peu lent.",
        ]
    )
    func noPlaint(text: String) throws {
        let found = try DeskWorld.classified(subject: "Visite", text: text)
        #expect(found.nature == .request, "\(found.reasons)")
    }

    @Test(
        "a plain question in the complaints' mailbox is a request",
        arguments: [
            "Bonjour, jusqu'à quelle heure êtes-vous ouverts le vendredi ? Merci",
            "Quel est le numéro de téléphone de votre agence de Lyon ?",
            "Pourriez-vous me renvoyer une copie de la facture de mai ?",
            "Hello, what is your postal address please?",
            "Could you tell me when your office is open on Friday?",
            "La caméra du quai est sale depuis hier, les autres vont bien. Pourriez-vous passer la "
                + "nettoyer ?",
        ]
    )
    func question(text: String) throws {
        let found = try DeskWorld.classified(subject: "Demande", text: text, mailbox: 1)
        #expect(found.nature == .request, "\(found.reasons)")
    }

    @Test(
        "a question that reproaches stays a complaint",
        arguments: [
            "Combien de fois faut-il vous téléphoner pour avoir une adresse ?",
            "Quels sont vos horaires ? Personne ne décroche.",
            "Pouvez-vous m'envoyer la facture rectifiée ?",
            "Pouvez-vous enfin m'envoyer le duplicata promis ?",
            "Votre technicien a cassé la caméra, pouvez-vous la remplacer ?",
        ]
    )
    func reproach(text: String) throws {
        let found = try DeskWorld.classified(subject: "Demande", text: text, mailbox: 1)
        #expect(found.nature == .complaint, "\(found.reasons)")
    }

    @Test(
        "traps and offers are spam though no filter marked them",
        arguments: [
            "Votre messagerie : confirmez votre compte sous 48h sur http://5.6.7.8/acces",
            "Account suspended. Confirm your password: http://9.8.7.6/signin",
            "Régularisez votre situation sous peine de poursuites : http://reglement.example/r",
            "Gagnez un voyage ! Cliquez ici pour réclamer votre lot.",
            "We sell verified lists of B2B contacts. Just reply. Unsubscribe.",
        ]
    )
    func trap(text: String) throws {
        let found = try DeskWorld.classified(subject: "Information", text: text)
        #expect(found.nature == .spam, "\(found.reasons)")
    }

    @Test(
        "a client's own words are never spam",
        arguments: [
            "L'enregistreur http://192.168.1.40/ ne répond plus et le mot de passe est refusé.",
            "Cliquez ici, dit l'application, mais rien ne se passe : http://appli.example/a",
            "Veuillez noter notre changement de RIB pour le prélèvement de l'abonnement.",
            "Je conteste la facture impayée que vous me relancez sous peine de poursuites.",
            "Comment réinitialiser le mot de passe du logiciel ? http://203.0.113.9/login",
        ]
    )
    func noTrap(text: String) throws {
        let found = try DeskWorld.classified(subject: "Information", text: text)
        #expect(found.nature != .spam, "\(found.reasons)")
    }

    @Test(
        "what is said to be well, or over, is no Critique",
        arguments: [
            "Aucune alarme enregistrée, tout fonctionne, seul le lecteur du hall bipe un peu.",
            "Tout est calme, juste le voyant du clavier de l'entrée qui ne s'allume plus.",
            "Le souci de mardi est résolu : le lecteur remarche, rien à signaler.",
        ]
    )
    func light(text: String) throws {
        let found = try DeskWorld.classified(subject: "Suivi", text: text)
        #expect(found.criticality == .standard, "\(found.reasons)")
    }

    @Test(
        "what only begins so stays Critique",
        arguments: [
            "Aucune alarme déclenchée alors que la porte a été forcée cette nuit.",
            "Tout est calme, juste la centrale qui ne s'allume plus.",
            "La panne d'hier est résolue, mais l'alarme ne s'arme plus.",
        ]
    )
    func grave(text: String) throws {
        let found = try DeskWorld.classified(subject: "Suivi", text: text)
        #expect(found.criticality == .critical, "\(found.reasons)")
    }

    @Test(
        "the topic follows what is told",
        arguments: [
            ("No one has come in spite of five calls. Shameful.", ComplaintTopic.delay),
            (
                "Cambriolés dimanche, et votre sirène n'a pas sonné. J'attends vos explications.",
                .intervention
            ),
        ]
    )
    func topic(text: String, topic: ComplaintTopic) throws {
        let found = try DeskWorld.classified(subject: "Réclamation", text: text, mailbox: 1)
        #expect(found.complaint?.topic == topic, "\(found.reasons)")
    }

    @Test(
        "questions about a case or a visit are recognised in a new mail",
        arguments: [
            "Could you tell me where my request from last Monday stands?",
            "Bonjour, quand votre technicien passera-t-il ?",
            "When is the engineer coming?",
            "Je n'ai pas eu de réponse à ma demande du 3 mars, pouvez-vous me dire où ça en est ?",
        ]
    )
    func status(text: String) throws {
        let found = try DeskWorld.classified(subject: "Suivi", text: text)
        #expect(found.findings.contains { $0.rule == "status-question" }, "\(found.reasons)")
    }

    @Test("who asks when somebody comes, and names a fault above, reports the fault")
    func noStatus() throws {
        let found = try DeskWorld.classified(
            subject: "Alarme en panne",
            text: "Quand le technicien doit-il passer ?"
        )
        #expect(!found.findings.contains { $0.rule == "status-question" }, "\(found.reasons)")
    }
}
