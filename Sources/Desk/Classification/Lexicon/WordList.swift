// A handful of words that grammar asks for by themselves: articles, prepositions, endings of verbs.

/// A few words, by their keys.
struct WordList: Sendable {
    private let keys: [UInt64]

    /// Lists words, separated by spaces.
    init(_ list: String) {
        keys = list.split(separator: " ").map { Words.key(of: Array($0.utf8)[...]) }
    }

    /// Whether a word is among them.
    func contains(_ word: Words.Word) -> Bool { keys.contains(word.key) }
}

/// The small words of grammar.
enum SmallWord {
    /// One.
    static let one = WordList("une un one")
    /// Of.
    static let of = WordList("des de of nos mes our")
    /// Of, indefinite.
    static let indefinite = WordList("des")
    /// Binds a thing to the thing that it belongs to.
    static let binding = WordList(
        """
        de du des d of au a on in sur at near by from outside behind above pres dans devant derriere sous
        """
    )
    /// Behind "plus" or "pas", before what is missing.
    static let beforeMissing = WordList("de d aucun aucune la une un any a")
    /// Behind "plus", more.
    static let afterMore = WordList("vite tard que loin longtemps souvent fort ou")
    /// Behind "plus", perhaps more.
    static let de = WordList("de d")
    /// "plus de la moitié".
    static let la = WordList("la")
    /// A verb that tells what happened.
    static let auxiliaries = WordList("est sont a ont ai avons has have ete")
    /// Never plural, whatever their last letter.
    static let singular = WordList("sas acces bus repas souris visio")
    /// A proportion's middle.
    static let outOf = WordList("sur of")
    /// Numbers that proportions are made of.
    static let counts = WordList("un une deux trois quatre cinq dix one two three ten")
    /// Before the title of somebody addressed.
    static let addressing = WordList("monsieur madame attention dear")
    /// Spans of time that a wait is counted in.
    static let spans = WordList("jours semaines mois days weeks months")
    /// Before such a span, that it is one of waiting.
    static let waiting = WordList("sous il for within laisse")
    /// Two.
    static let two = WordList("deux two both")
    /// More than two.
    static let many = WordList(
        """
        trois quatre cinq six sept huit neuf dix onze douze quinze seize vingt trente three four five seven \
        eight nine ten eleven twelve twenty
        """
    )
}

/// Endings of verbs and adverbs.
enum Ending {
    /// "lentement".
    static let ment = Array("ment".utf8)
    /// "tomberait", "finirait", "viendrait".
    static let conditional = ["erait", "eraient", "irait", "iraient", "drait", "draient"]
        .map { Array($0.utf8) }
    /// "marchait".
    static let imperfect = ["ait", "aient"].map { Array($0.utf8) }
}
