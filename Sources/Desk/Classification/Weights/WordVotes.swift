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

    private let learned: LearnedWords<SIMD4<Int16>>

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
        var entries: [(key: UInt64, value: SIMD4<Int16>)] = []
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
                entries += LearnedWords<SIMD4<Int16>>.keys(on: line).map { ($0, votes) }
            }
        }
        self.answers = answers
        learned = LearnedWords(entries, blank: SIMD4())
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

    /// Counts the votes of a text, each word and pair once.
    func tally(_ features: [UInt64]) -> Tally {
        var sum = SIMD4<Int32>()
        let known = learned.forEachKnown(among: features) { votes in
            sum &+= SIMD4<Int32>(truncatingIfNeeded: votes)
        }
        let scale = Self.unit / Double(known + 1).squareRoot()
        return Tally(sums: answers.indices.map { Double(sum[$0]) * scale }, count: known)
    }

    /// A vote is written in quarters of the learner's unit.
    private static let unit = 0.25

    /// The words that spoke most for an answer, heaviest first.
    func heaviest(in words: Words, for answer: Int, atMost limit: Int = 3) -> [String] {
        learned.heaviest(in: words, atMost: limit) { Int($0[answer]) }
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
