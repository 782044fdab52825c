// The months in the languages of mail programs, told by their first letters.

/// Reads names of months.
enum MonthName {
    private static let beginnings: [(beginning: String, month: Int)] = {
        let rows = [
            "jan ene gen sty led tammi ian oca sij янв січ",
            "feb fev lut uno helmi sub velj фев лют",
            "mar maa bre mrt mae ozu мар бер", "apr avr abr kwi dub huhti nis апр квіт",
            "mai may mag maj mei touko kve мая май трав",
            "jun juin giu cze kesa cerv haz iun июн черв",
            "jul juil lug lip heina cervenc tem iul июл лип",
            "aug aou ago sie elo srp agu авг серп",
            "sep set wrz syys zar eyl сен вер", "oct okt ott out paz loka rij eki окт жовт",
            "nov lis marras kas ноя лист", "dec dez dic gru joulu pro ara дек груд",
        ]
        return rows.enumerated()
            .flatMap { index, row in
                row.split(separator: " ").map { (String($0), index + 1) }
            }
            .sorted { $0.0.utf8.count > $1.0.utf8.count }
    }()

    /// The number of the month that a folded word names; nil where it names none.
    static func number(of word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return beginnings.first { word.hasPrefix($0.beginning) }?.month
    }
}
