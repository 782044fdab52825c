// Facts may be contested, with a reason: without one a substantive answer is not complete.

import Testing

@testable import Desk

@Suite("Contested facts need a reason")
struct ContestedFactsTests {
    @Test(
        "A contestation alone lacks its reason",
        arguments: [
            "nous les contestons.", "contestés.", "Contestés en totalité", "non reconnus.",
            "Nous contestons formellement les faits.", "nous réfutons l’ensemble de vos griefs.",
            "nous les nions.", "nous n’acceptons pas ces faits.", "rejetés.",
            "nous ne reconnaissons pas les faits décrits par le client.",
            "Non, nous les contestons.", "We dispute the facts.", "not accepted.",
            "We do not accept the facts as described.", "We reject all of your claims.",
            "nous les contestons.\n\nCordialement,\nLéa Martin",
        ]
    )
    func bare(facts: String) throws {
        let answer = try answer(facts)
        #expect(answer.isContested && answer.lacksReason)
        #expect(answer.missing == [.facts])
    }

    @Test(
        "With a reason it is complete",
        arguments: [
            "nous les contestons, car le technicien est venu.",
            "contestés : la porte était fermée.", "contestés, faute de preuve.",
            "Nous contestons ce retard puisque vous aviez déplacé le rendez-vous.",
            "Nous les contestons. Le technicien a attendu une heure devant le site.",
            "nous les contestons ; en effet, personne n’était là.",
            "nous contestons que le badge du gardien soit resté actif en juin.",
            "nous ne reconnaissons pas les faits : le bon est signé.",
            "We dispute the facts because the visit took place.",
            "Disputed, as the engineer was on site.",
        ]
    )
    func reasoned(facts: String) throws {
        let answer = try answer(facts)
        #expect(answer.isContested && answer.missing.isEmpty)
    }

    @Test(
        "What accepts the facts, or tells them, needs no reason",
        arguments: [
            "reconnus.", "nous les reconnaissons.", "oui.", "nous ne les contestons pas.",
            "non contestés.", "le technicien n’est pas venu.", "Accepted.", "not disputed.",
            "nous avons manqué la visite.", "incontestables.",
        ]
    )
    func accepted(facts: String) throws {
        let answer = try answer(facts)
        #expect(!answer.isContested && answer.missing.isEmpty)
    }

    @Test("Partly accepted, partly contested is an answer")
    func partly() throws {
        let answer = try answer("retard reconnu, absence contestée.")
        #expect(answer.isContested && answer.missing.isEmpty)
    }

    @Test("#réponse says that a reason is missing, and does nothing")
    func refused() throws {
        let text = "#réponse\n\nFaits : nous les contestons.\nCorrection : aucune."
        let plan = try CarryOutTests.Desk(.complaint).plan(text, by: "Léa Martin")
        let told = plan.transcript.entries.first?.result ?? ""
        #expect(plan.isRefused && plan.events.isEmpty && plan.reply == nil)
        #expect(told.contains("Les faits sont contestés sans raison : dites pourquoi"), "\(told)")
        #expect(told.contains("Il manque « Compensation : » :"), "\(told)")
    }

    @Test("Stored and read back, it still lacks its reason")
    func stored() throws {
        let person = PersonalMessage(by: try DeskWorld.address("nora.petit@mileo.example"))
        for facts in ["contestés.", "contestés, car payés.", "reconnus."] {
            let fact = AnswerFact.substantiveAnswer(person, try answer(facts))
            let record = fact.record
            #expect(AnswerFact(kind: record.kind, values: record.values) == fact)
        }
    }

    private func answer(_ facts: String) throws -> SubstantiveAnswer {
        let text = "Faits : \(facts)\nCorrection : aucune.\nCompensation : aucune."
        return try #require(SubstantiveAnswer(in: text))
    }
}
