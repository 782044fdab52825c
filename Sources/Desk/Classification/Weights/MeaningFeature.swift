// What of a text's meanings is weighed: every sense of its words, in the mail, in its subject, in a
// question and in what is imagined, and every two senses that meet in a clause.
//
// Words alone know no "no battery"; they have to have been seen. Two senses that meet ("not" beside
// "alarm", "others" beside "works") hold for all the words of the lexicon at once, also for those
// that a house has added. They are filed under the senses' names, as the tables write them.

/// One meaning to be weighed.
struct MeaningFeature {
    /// Where a sense stands.
    private enum Place: Int, CaseIterable {
        case mail
        case question
        case imagined
        case subject

        /// How the tables write it.
        var mark: String {
            switch self {
            case .mail: ""
            case .question: "?"
            case .imagined: "~"
            case .subject: ":"
            }
        }
    }

    /// What a meaning's name begins with; no word does.
    static let mark = "@"

    private static let senses = Sense.allCases.count
    private static let pairs = Place.allCases.count * senses

    // The keys of all, by their numbers.
    private static let keys = (0..<pairs + senses * senses).map {
        WordFeature.key(of: MeaningFeature(number: $0).name.utf8)
    }

    private static let names = Sense.allCases.map { "\($0)" }

    private let number: Int

    private init(number: Int) { self.number = number }

    private init(_ sense: Int, _ place: Place) { number = place.rawValue * Self.senses + sense }

    // Two that meet; the first in the order of the senses comes first.
    private init(_ first: Int, beside second: Int) {
        number = Self.pairs + first * Self.senses + second
    }

    /// As the tables write it: "@dead", "@:dead" in the subject, "@not+alarm" in one clause.
    var name: String {
        guard number >= Self.pairs else {
            let place = Place(rawValue: number / Self.senses) ?? .mail
            return Self.mark + place.mark + Self.names[number % Self.senses]
        }
        let pair = number - Self.pairs
        return Self.mark + Self.names[pair / Self.senses] + "+" + Self.names[pair % Self.senses]
    }

    /// What it is filed under.
    var key: UInt64 { Self.keys[number] }

    /// All of a text, each once, in the order of the text.
    static func all(of words: Words) -> [MeaningFeature] {
        var found: [MeaningFeature] = []
        var seen = [UInt64](repeating: 0, count: keys.count / UInt64.bitWidth + 1)
        func add(_ feature: MeaningFeature) {
            let bit = UInt64(1) << UInt64(feature.number % UInt64.bitWidth)
            guard seen[feature.number / UInt64.bitWidth] & bit == 0 else { return }
            seen[feature.number / UInt64.bitWidth] |= bit
            found.append(feature)
        }
        for sense in words.senses(in: 0..<words.textStart).weighed {
            add(MeaningFeature(sense, .subject))
        }
        for clause in words.clauses {
            guard clause.range.lowerBound < WordFeature.wordsMaximum else { break }
            let senses = words.senses(in: clause.range).weighed
            for (place, sense) in senses.enumerated() {
                add(MeaningFeature(sense, .mail))
                if clause.isQuestion {
                    add(MeaningFeature(sense, .question))
                } else if clause.imaginedFrom <= clause.range.lowerBound {
                    add(MeaningFeature(sense, .imagined))
                }
                for other in senses[(place + 1)...] { add(MeaningFeature(sense, beside: other)) }
            }
        }
        return found
    }
}

extension Senses {
    // Not what holds the lexicon together.
    fileprivate var weighed: [Int] { without(.opensPhrase).without(.filler).numbers }
}

extension Words {
    /// All of a text's meanings that are weighed.
    var meanings: [MeaningFeature] { MeaningFeature.all(of: self) }
}
