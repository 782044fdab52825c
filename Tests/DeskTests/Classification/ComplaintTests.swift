// Complaints (PROC-CRM-001) and the escalation right (CHR-CRM-001): topic, urgency, level.

import Testing

@testable import Desk

@Suite("Complaints")
struct ComplaintTests {
    @Test("tells topic, urgency and level")
    func table() throws {
        for row in try Sentence.rows(of: "complaints", fields: 5) {
            let found = try DeskWorld.classified(
                subject: row.fields[3],
                text: row.fields[4],
                mailbox: 1
            )
            let topic = try #require(ComplaintTopic(rawValue: row.fields[0]), "line \(row.line)")
            row.expect(found.complaint?.topic, topic, found.reasons)
            #expect(
                found.complaint?.isUrgent == (row.fields[1] == "urgent"),
                "line \(row.line): \(found.reasons)"
            )
            #expect(
                String(found.escalation) == row.fields[2],
                "line \(row.line): \(found.reasons)"
            )
            #expect(found.nature == .complaint)
        }
    }

    @Test(
        "a complaint is one in the service's mailbox too",
        arguments: [
            "Ceci est une réclamation : trois rendez-vous manqués, aucune excuse.",
            "Je suis très déçu, vous me facturez un déplacement compris dans le contrat.",
            "This is a formal complaint about your invoice of May.",
            "C'est inadmissible, quatre relances et personne n'est venu.",
        ]
    )
    func misSent(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text)
        #expect(found.nature == .complaint, "\(found.reasons)")
    }

    @Test(
        "a request stays one where it only mentions money, delays or a complaint to the police",
        arguments: [
            "Pouvez-vous m'envoyer un devis et le prix d'un badge ?",
            "Une plainte a été déposée, la caméra du hall est abîmée. Merci de passer.",
            "Quel est le délai pour recevoir une télécommande ?",
            "J'attends votre appel pour fixer la date de la visite.",
        ]
    )
    func requests(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text)
        #expect(found.nature == .request, "\(found.reasons)")
    }

    @Test("a demand for the next level makes a complaint of a request")
    func demand() throws {
        let found = try DeskWorld.classified(
            subject: "Portique",
            text: "Transmettez mon dossier à votre responsable d'exploitation et qu'il me rappelle."
        )
        #expect(found.nature == .complaint)
        #expect(found.escalation == 1)
    }

    @Test("a threat is noted and demands nothing")
    func threat() throws {
        let found = try DeskWorld.classified(
            subject: "",
            text: "Sans date ferme, je n'hésiterai pas à saisir votre direction générale.",
            mailbox: 1
        )
        #expect(found.escalation == 0)
        #expect(found.findings.contains { $0.rule == "escalation-threat" })
    }

    @Test(
        "who has waited in vain and asks today does not threaten",
        arguments: [
            (
                "Sans réponse de votre part, je demande une escalade auprès de votre "
                    + "responsable des opérations.", 1
            ),
            (
                "Faute de réponse à ce jour, nous demandons l’intervention de votre "
                    + "direction générale.", 2
            ),
            (
                "Sans réponse de votre part d’ici vendredi, je demande une escalade auprès de "
                    + "votre responsable des opérations.", 0
            ),
            ("Sans réponse de votre part sous 48 heures, je saisirai votre direction.", 0),
        ]
    )
    func askedInVain(text: String, level: Int) throws {
        #expect(try DeskWorld.classified(subject: "", text: text, mailbox: 1).escalation == level)
    }

    @Test(
        "who says that he does not want the next level is not sent there",
        arguments: [
            ("Nous ne souhaitons pas saisir la direction générale pour l'instant.", 0),
            ("Je ne veux pas d'escalade au responsable d'exploitation.", 0),
            ("Pas besoin de saisir votre direction générale, merci.", 0),
            ("We do not want to escalate this to your operations manager.", 0),
            ("Je ne veux plus parler au technicien, je saisis la direction générale.", 2),
            ("Je ne souhaite pas un technicien mais votre responsable d'exploitation.", 1),
        ]
    )
    func declined(text: String, level: Int) throws {
        #expect(try DeskWorld.classified(subject: "", text: text, mailbox: 1).escalation == level)
    }

    @Test(
        "the next level is demanded, and neither told of, announced nor refused",
        arguments: [
            ("Je demande à ce que le responsable d’exploitation reprenne tout cela.", 1),
            ("Je souhaite que ma plainte soit portée à son encadrement.", 1),
            ("Merci de soumettre ceci à votre directeur des opérations.", 1),
            ("Veuillez transmettre à votre direction des opérations, sans attendre.", 1),
            ("Ce refus relève de votre direction générale. C’est elle que je saisis.", 2),
            ("Je n’irai pas plus loin ici, confiez cela à votre directeur général.", 2),
            ("Si la scène se répétait, je m’en ouvrirais à votre direction générale.", 0),
            ("La prochaine fois, nous en parlerons à votre directeur général.", 0),
            ("J’avais déjà saisi votre direction l’an passé, qui avait été parfaite.", 0),
            ("J’avais songé à écrire à votre directeur général, mais restons-en là.", 0),
            ("Plutôt que de déranger votre direction générale, réglons cela ici.", 0),
            ("Inutile de faire remonter à votre directeur des opérations pour si peu.", 0),
        ]
    )
    func mood(text: String, level: Int) throws {
        let found = try DeskWorld.classified(subject: "Visite", text: text, mailbox: 1)
        #expect(found.escalation == level, "\(found.reasons)")
    }

    @Test(
        "praise with a sting and a reproach in SMS spelling stay complaints",
        arguments: [
            """
            Tous mes compliments au poète qui a câblé notre hall : on y suspend le linge. \
            J’aimerais néanmoins que quelqu’un de moins inspiré reprenne les goulottes.
            """,
            """
            La standardiste est un amour, je la félicite. Son voisin de bureau, en revanche, m’a \
            raccroché au nez, et ma mère attend encore ses excuses.
            """,
            "slt vs devié mamené le bip jeudi pui samedi, jatten tjr, mon fils mouvre. c kan??",
            "hello you said monday, then you said friday. the spare fob is still not here. when?",
        ]
    )
    func stung(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text, mailbox: 1)
        #expect(found.nature == .complaint, "\(found.reasons)")
    }

    @Test(
        "a service that we cut off ourselves leaves the site alone, whatever the quarrel",
        arguments: [
            """
            Pour une facture contestée, vos services ont suspendu ce matin la télésurveillance de \
            notre dépôt. Remettez-la et discutons ensuite du montant.
            """,
            """
            Your accounts department has switched off the SIM of our transmitter over a bill that \
            was paid in May. There is nobody on the premises at night.
            """,
        ]
    )
    func cutOff(text: String) throws {
        let found = try DeskWorld.classified(subject: "", text: text, mailbox: 1)
        #expect(found.complaint?.isUrgent == true, "\(found.reasons)")
    }

    @Test(
        "the client's own director is not ours",
        arguments: [
            "Je suis la direction du collège et je conteste cette facture.",
            "Notre directeur général attend votre réponse sur ce retard.",
        ]
    )
    func theirOwn(text: String) throws {
        #expect(try DeskWorld.classified(subject: "", text: text, mailbox: 1).escalation == 0)
    }

    @Test("urgent accounts are not an incident")
    func accounts() throws {
        let found = try DeskWorld.classified(
            subject: "URGENT URGENT",
            text: "Clôture comptable demain, il me faut l'avoir en urgence !",
            mailbox: 1
        )
        #expect(found.complaint == Complaint(topic: .billing, isUrgent: false))
    }
}
