// A handler who names the three parts in a plain reply has given the substantive answer.

import Testing

@testable import Desk

@Suite("Three named parts are the substantive answer, without a command")
struct PlainSubstanceTests {
    private static let whole = """
        Bonjour Madame Dubois,

        Faits : nous reconnaissons l’absence du technicien.

        Correction : un nouveau passage est prévu mardi.

        Compensation : un avoir de 50 euros.
        """

    @Test("A plain reply in three parts keeps the promise, and says when silence closes")
    func replies() throws {
        var desk = try CarryOutTests.Desk(.complaint)
        let plan = try desk.carry(Self.whole, by: "Léa Martin")
        #expect(kinds(plan).contains("substantive-answer"), "\(plan.transcript)")
        #expect(plan.reply == Self.whole && plan.letters.isEmpty)
        #expect(plan.announcement.closesAt != nil)
        let told = plan.transcript.entries.first?.result ?? ""
        #expect(told.contains("Réponse de fond, complète. Sans retour, close le"), "\(told)")
        let states = try desk.file().states(at: desk.now)
        let answer = states.first { $0.key.name.text == "substantive-answer" }
        let closing = states.first { $0.key.name.text == "tacit-closing" }
        #expect(answer?.isOpen == false && closing?.isOpen == true)
    }

    @Test("It may stand beside #résolu")
    func resolves() throws {
        let plan = try CarryOutTests.Desk(.complaint).plan("#résolu\n\n" + Self.whole)
        #expect(!plan.isRefused && kinds(plan).contains("substantive-answer"))
    }

    @Test(
        "With a part missing it is an answer, and its author is told what it lacks",
        arguments: [
            (
                "Faits : nous reconnaissons l’absence.\nCompensation : un avoir.",
                "Il manque « Correction : »"
            ),
            (
                "Faits : nous les contestons.\nCorrection : aucune.\nCompensation : aucune.",
                "Les faits sont contestés sans raison"
            ),
        ]
    )
    func lacks(text: String, expected: String) throws {
        let plan = try CarryOutTests.Desk(.complaint).plan(text, by: "Léa Martin")
        #expect(!plan.isRefused && plan.reply == text)
        #expect(kinds(plan).contains("formal-acknowledgement"))
        #expect(!kinds(plan).contains("substantive-answer"))
        #expect(plan.announcement.closesAt == nil)
        let told = plan.transcript.entries.first?.result ?? ""
        #expect(told.contains("ne compte pas encore comme réponse de fond"), "\(told)")
        #expect(told.contains(expected), "\(told)")
    }

    @Test("A text that names no part, and a request’s, stay what they are")
    func others() throws {
        let plain = try CarryOutTests.Desk(.complaint).plan("Nous regardons cela.")
        #expect(kinds(plain).contains("formal-acknowledgement"))
        #expect(plain.transcript.entries.isEmpty)
        let request = try CarryOutTests.Desk().plan(Self.whole)
        #expect(kinds(request).contains("human-answer") && request.transcript.entries.isEmpty)
    }

    private func kinds(_ plan: StaffPlan) -> [String] {
        plan.events.map { FactRecord($0.fact).kind }
    }
}
