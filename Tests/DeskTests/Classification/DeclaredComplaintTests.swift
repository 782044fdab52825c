// Complaints that name a repair or answer a letter about one: told from what is merely cross.

import Testing

@testable import Desk

@Suite("A complaint that comes as an answer")
struct DeclaredComplaintTests {
    @Test(
        "is one where its writer says so",
        arguments: [
            "Je dépose une réclamation : votre technicien devait venir mardi.",
            "Bonjour,\nJe n’ai eu aucune réponse, je souhaite donc déposer une réclamation.",
            "Veuillez enregistrer ma réclamation.",
            "Réclamation formelle : deux rendez-vous manqués en une semaine.",
            "Merci de considérer ce message comme une réclamation.",
            "Nous nous plaignons de la qualité de la pose.",
            "Je me plains de l’attitude de votre équipe.",
            "I wish to make a formal complaint about this visit.",
            "This is a complaint: nobody came on Tuesday.",
            "I am complaining about your engineer.",
        ]
    )
    func declared(text: String) throws {
        let found = try classified(text)
        #expect(found.nature == .followup)
        #expect(found.declaresComplaint)
        #expect(found.complaint != nil, "it has a topic, and a delay")
    }

    @Test(
        "is none where it is threatened with, told of, denied, or merely cross",
        arguments: [
            "Si personne ne vient demain, je dépose une réclamation.",
            "Venez demain, sinon je fais une réclamation.",
            "J’ai déposé une réclamation la semaine dernière, elle est réglée.",
            "Suite à ma réclamation du 3, la caméra a été changée, merci.",
            "Ce n’est pas une réclamation, je voulais savoir quand vous passez.",
            "Je ne me plains pas, c’est du bon travail.",
            "Dois-je faire une réclamation ?",
            "Les voisins se plaignent du bruit de la sirène.",
            "C’est inadmissible, personne n’est venu.",
            "If nobody comes tomorrow I will make a complaint.",
            "The tenants complain about the noise of the gate.",
            "We had a complaint from a neighbour about the siren.",
        ]
    )
    func undeclared(text: String) throws {
        let found = try classified(text)
        #expect(found.nature == .followup)
        #expect(!found.declaresComplaint)
    }

    @Test("is one by its own subject, and not by the subject of our letter")
    func subject() throws {
        let text = "Personne n’est venu mardi."
        let number = try DeskWorld.number(3).text
        #expect(try classified(text, subject: "Réclamation dossier \(number)").declaresComplaint)
        #expect(
            try !classified(text, subject: "Re: Réclamation dossier [\(number)]").declaresComplaint
        )
    }

    private func classified(_ text: String, subject: String? = nil) throws -> Classification {
        let subject = try subject ?? "Re: [\(DeskWorld.number(3).text)] Caméra du hall"
        let mail = try DeskWorld.mail(subject: subject, text: text)
        return try DeskWorld.file(mail).classification
    }
}
