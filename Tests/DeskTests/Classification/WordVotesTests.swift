// The votes of words: their file is read whole, they are learned from our own sets only, and an
// emergency, a mailbox and a courteous client stand against them.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite("Votes of words")
struct WordVotesTests {
    @Test("add up, each word once, for the question that is asked")
    func tally() {
        let file = """
            // Sample.
            [topic: billing delay]
            = 8 -8
            facture, la facture
            = -4 4
            attends
            [urgency: calm urgent]
            = -8 8
            facture
            """
        let votes = WordVotes(file, .topic)
        #expect(votes.answers == ["billing", "delay"])
        let tally = votes.tally(
            DeskWorld.words("La facture ! La facture, et j'attends.").featureKeys
        )
        #expect(tally.count == 3)
        #expect(tally.sums[0] > tally.sums[1])
        #expect(
            WordVotes(file, .urgency).tally(DeskWorld.words("La facture").featureKeys).sums[1] > 0
        )
        #expect(WordVotes(file, .nature).answers.isEmpty)
        #expect(votes.heaviest(in: DeskWorld.words("La facture"), for: 0).contains("la facture"))
    }

    @Test("come from a file that is read whole")
    func shipped() throws {
        let file = try ShippedFiles.votes()
        let answers: [WordVotes.Question: [String]] = [
            .topic: ["billing", "delay", "intervention", "relationship"],
            .urgency: ["calm", "urgent"], .nature: ["request", "complaint", "spam"],
        ]
        for question in WordVotes.Question.allCases {
            #expect(WordVotes(file, question).answers == answers[question])
        }
    }

    @Test(
        "tell the courteous complaint from the plain request, wherever it came to",
        arguments: [
            (
                0,
                """
                Bonjour, votre équipe a laissé ses gravats sur nos dossiers et la moquette est tachée. \
                J'aurais aimé un mot d'excuse. Merci de nous dire ce que vous comptez faire.
                """, Nature.complaint
            ),
            (
                1,
                """
                Bonjour, je ne sais pas si je suis au bon endroit. La caméra du quai affiche un \\
                écran noir depuis hier soir, les autres vont bien. Pouvez-vous regarder à distance ?
                """, .request
            ),
        ] as [(Int, String, Nature)]
    )
    func wrongMailbox(mailbox: Int, text: String, expected: Nature) throws {
        let text = text.replacingOccurrences(of: "\\\n", with: "")
        let found = try DeskWorld.classified(subject: "", text: text, mailbox: mailbox)
        #expect(found.nature == expected, "\(found.reasons)")
    }

    // `make weigh`: learns anew from the sets and writes the file.
    @Test(
        "are learned from our own sets",
        .enabled(if: ProcessInfo.processInfo.environment["GUICHET_VOTES"] != nil)
    )
    func learn() throws {
        let file = try #require(ProcessInfo.processInfo.environment["GUICHET_VOTES"])
        let complaints =
            try Sentence.sets("complaints-", fields: 5) + Sentence.rows(of: "complaints", fields: 5)
        var text = VoteLearner.head
        text += try part(.topic, ["billing", "delay", "intervention", "relationship"]) { answers in
            try complaints.compactMap { row in
                try example(row.fields[0], answers, subject: row.fields[3], text: row.fields[4])
            }
        }
        text += try part(.urgency, ["calm", "urgent"]) { answers in
            try complaints.compactMap { row in
                try example(row.fields[1], answers, subject: row.fields[3], text: row.fields[4])
            }
        }
        text += try part(.nature, ["request", "complaint", "spam"]) { answers in
            let told =
                try Sentence.sets("natures-", fields: 4)
                + Sentence.sets("mixed-natures-", fields: 4)
            let natures = try told.compactMap { row in
                try example(row.fields[0], answers, subject: row.fields[2], text: row.fields[3])
            }
            let whole = try complaints.compactMap { row in
                try example("complaint", answers, subject: row.fields[3], text: row.fields[4])
            }
            // Every fifth request: they are many more than the others.
            let requests = try Sentence.sets("requests-", fields: 3).enumerated().filter {
                $0.offset % 5 == 0
            }
            .compactMap { _, row in
                try example("request", answers, subject: row.fields[1], text: row.fields[2])
            }
            return natures + whole + requests
        }
        try text.write(to: URL(filePath: file), atomically: true, encoding: .utf8)
    }

    private func part(
        _ question: WordVotes.Question,
        _ answers: [String],
        _ examples: ([String]) throws -> [WordLearner.Example]
    ) throws -> String {
        try VoteLearner.part(question.rawValue, answers: answers, from: examples(answers))
    }

    private func example(
        _ label: String,
        _ answers: [String],
        subject: String,
        text: String
    ) throws -> WordLearner.Example? {
        guard let answer = answers.firstIndex(of: label) else { return nil }
        return try DeskWorld.example(answer, subject: subject, text: text)
    }
}
