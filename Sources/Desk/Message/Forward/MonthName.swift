// The months in the languages of mail programs, told by their first letters.
//
// Croatian has names of its own, some of which are another month's in Polish and Czech: "listopad"
// is October in Zagreb and November in Warsaw. Who asks says whether the words around are Croatian.

/// Reads names of months.
enum MonthName {
    private static let beginnings = sorted([
        "jan ene gen sty led tammi ian oca sij янв січ",
        "feb fev lut uno helmi sub velj фев лют",
        "mar maa bre mrt mae ozu мар бер", "apr avr abr kwi dub huhti nis апр квіт",
        "mai may mag maj mei touko kve мая май трав",
        "jun juin giu cze kesa cerv haz iun июн черв",
        "jul juil lug lip heina cervenc tem iul июл лип",
        "aug aou ago sie elo srp agu авг серп",
        "sep set wrz syys zar eyl сен вер", "oct okt ott out paz loka rij eki окт жовт",
        "nov lis marras kas ноя лист", "dec dez dic gru joulu pro ara дек груд",
    ])

    private static let croatian = sorted([
        "sij", "velj", "ozu", "tra", "svi", "lip", "srp", "kol", "ruj", "lis", "stu", "pro",
    ])

    // Words of Croatian reply headers that are none of its neighbours'.
    private static let croatianWords: Set<String> = [
        "salje", "prima", "posiljatelj", "napisao", "napisao/la", "proslijedena", "proslijedenu",
        "ponedjeljak", "utorak", "srijeda", "cetvrtak", "petak", "nedjelja", "uto", "sri",
        "pet", "ned", "sijecnja", "veljace", "ozujka", "travnja", "svibnja", "lipnja", "srpnja",
        "kolovoza", "rujna", "studenoga", "studenog", "prosinca",
    ]

    /// The number of the month that a folded word names; nil where it names none.
    static func number(of word: String, isCroatian: Bool = false) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let first = { (rows: [(beginning: String, month: Int)]) in
            rows.first { word.hasPrefix($0.beginning) }?.month
        }
        return (isCroatian ? first(croatian) : nil) ?? first(beginnings)
    }

    /// Whether folded words of a reply header are Croatian.
    static func isCroatian(_ words: String) -> Bool {
        words.split { " ,.:;\n".contains($0) }.contains { croatianWords.contains(String($0)) }
    }

    private static func sorted(_ rows: [String]) -> [(beginning: String, month: Int)] {
        rows.enumerated()
            .flatMap { index, row in
                row.split(separator: " ").map { (String($0), index + 1) }
            }
            .sorted { $0.0.utf8.count > $1.0.utf8.count }
    }
}
