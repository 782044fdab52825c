// What single words and pairs of words say to one question of a few answers: what a complaint is
// about, whether it is urgent, whether a mail complains at all.
//
// Lists of words end where people write otherwise. Here every word of our own labelled sets has a
// small vote for or against each answer, learned from those sets (`make weigh`) and written down in
// Mailboxes/lexicon/shipped/votes.txt. They are laid beside what the rules have read, never alone;
// they see no client's mail and learn nothing by themselves.

/// The votes of words on one question.
struct WordVotes: Sendable {
    /// A question, by its name in the file.
    enum Question: String, CaseIterable {
        case topic
        case urgency
        case nature
    }

    /// A question has no more answers.
    static let answersMaximum = 4

    /// The answers, in the order of the columns.
    let answers: [String]

    private struct Slot: Sendable {
        var key: UInt64 = 0
        var place: Int32 = 0
        var votes = SIMD4<Int16>()
    }

    private var slots: [Slot] = []
    private var mask = 0
    private var count = 0

    /// What a text's words come to.
    struct Tally: Sendable {
        /// The sum for each answer, in units of the learner, whatever the length of the text.
        var sums: [Double]
        /// How many words and pairs were known.
        var count: Int
    }

    /// Reads the part of a file that belongs to a question: "[topic: billing delay …]", below it
    /// headings of one number an answer, and under each the words that vote so.
    init(_ file: String, _ question: Question) {
        var entries: [(key: UInt64, votes: SIMD4<Int16>)] = []
        var answers: [String] = []
        var votes = SIMD4<Int16>()
        var isOpen = false
        for line in file.utf8.split(separator: UInt8(ascii: "\n")) {
            switch line.first {
            case UInt8(ascii: "/"): continue
            case UInt8(ascii: "["):
                let words = String(Substring(line)).split { "[]: ".contains($0) }.map(String.init)
                isOpen = words.first == question.rawValue
                if isOpen { answers = Array(words.dropFirst().prefix(Self.answersMaximum)) }
            case UInt8(ascii: "=") where isOpen: votes = Self.heading(line)
            default:
                guard isOpen else { continue }
                for entry in line.split(separator: UInt8(ascii: ",")) {
                    let word = entry.drop { $0 == UInt8(ascii: " ") }
                    if !word.isEmpty { entries.append((WordFeature.key(of: word), votes)) }
                }
            }
        }
        self.answers = answers
        count = entries.count
        var size = 256
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        for (place, entry) in entries.enumerated() {
            var index = Int(truncatingIfNeeded: entry.key) & mask
            while slots[index].key != 0 { index = (index + 1) & mask }
            slots[index] = Slot(key: entry.key, place: Int32(place), votes: entry.votes)
        }
    }

    // "= 3 -2 0 -1": the votes of the words below.
    private static func heading(_ line: Substring.UTF8View.SubSequence) -> SIMD4<Int16> {
        var votes = SIMD4<Int16>()
        let numbers = String(Substring(line)).split(separator: " ").compactMap { Int16($0) }
        for (place, number) in numbers.prefix(answersMaximum).enumerated() {
            votes[place] = number
        }
        return votes
    }

    private func find(_ key: UInt64) -> Slot? {
        var index = Int(truncatingIfNeeded: key) & mask
        while slots[index].key != 0 {
            if slots[index].key == key { return slots[index] }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Counts the votes of a text, each word and pair once.
    func tally(_ words: Words) -> Tally {
        guard count > 0 else { return Tally(sums: answers.map { _ in 0 }, count: 0) }
        var seen = [UInt64](repeating: 0, count: count / 64 + 1)
        var sum = SIMD4<Int32>()
        var known = 0
        words.forEachFeature { feature in
            guard let slot = find(feature.key) else { return }
            let (cell, bit) = (Int(slot.place) / 64, UInt64(1) << UInt64(slot.place % 64))
            guard seen[cell] & bit == 0 else { return }
            seen[cell] |= bit
            sum &+= SIMD4<Int32>(truncatingIfNeeded: slot.votes)
            known += 1
        }
        let scale = Self.unit / Double(known + 1).squareRoot()
        return Tally(sums: answers.indices.map { Double(sum[$0]) * scale }, count: known)
    }

    /// A vote is written in quarters of the learner's unit.
    private static let unit = 0.25

    /// The words that spoke most for an answer, heaviest first.
    func heaviest(in words: Words, for answer: Int, atMost limit: Int = 3) -> [String] {
        var found: [(weight: Int16, text: String)] = []
        words.forEachFeature { feature in
            guard feature.kind != .stem, let slot = find(feature.key), slot.votes[answer] > 0
            else { return }
            let text = words.text(of: feature.range)
            if !found.contains(where: { $0.text == text }) {
                found.append((slot.votes[answer], text))
            }
        }
        return found.sorted { $0.weight > $1.weight }.prefix(limit).map(\.text)
    }
}

/// The votes on every question.
struct WordBallots: Sendable {
    private let ballots: [WordVotes.Question: WordVotes]

    /// Reads a file.
    init(_ file: String) {
        ballots = Dictionary(
            uniqueKeysWithValues: WordVotes.Question.allCases.map { ($0, WordVotes(file, $0)) }
        )
    }

    /// The votes on a question; nil where the file has none.
    func votes(on question: WordVotes.Question) -> WordVotes? {
        ballots[question].flatMap { $0.answers.isEmpty ? nil : $0 }
    }
}
