// The words that come with the program, as their files write them: headings of senses with words
// under each, and what words weigh. Whoever reads settings hands the texts over; the core looks
// for no file.

/// The words that come with the program.
package struct WordTables: Sendable {
    /// What words mean.
    let lexicon: [LexiconTable]
    /// What words weigh.
    let weights: WordWeights
    /// How words vote on what a mail is.
    let ballots: WordBallots

    /// Reads texts of words, and those of the weights and the votes.
    package init(words: [String], weights: String, votes: String) {
        lexicon = words.flatMap(LexiconTable.read)
        self.weights = WordWeights(weights)
        ballots = WordBallots(votes)
    }

    /// No words at all, for those who have no text to judge.
    package static let empty = WordTables(words: [], weights: "", votes: "")
}

extension LexiconTable {
    /// Reads a file: "[dead whole]" and under it the words that mean that; "//" begins a remark.
    static func read(_ text: String) -> [LexiconTable] {
        let senses = Dictionary(uniqueKeysWithValues: Sense.allCases.map { ($0.name, $0) })
        var tables: [LexiconTable] = []
        var heading: Senses?
        var words = ""
        func close() {
            if let heading { tables.append(LexiconTable(heading, words: words)) }
            words = ""
        }
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            if line.starts(with: "//".utf8) { continue }
            guard line.first == UInt8(ascii: "[") else {
                words += "\(Substring(line))\n"
                continue
            }
            close()
            var meaning = Senses()
            for name in line.dropFirst().dropLast().split(separator: UInt8(ascii: " ")) {
                guard let sense = senses[String(Substring(name))] else {
                    preconditionFailure("the program's own words name an unknown sense: \(name)")
                }
                meaning.insert(sense)
            }
            heading = meaning
        }
        close()
        return tables
    }
}
