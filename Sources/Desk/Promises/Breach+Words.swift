// A breach in words, for the ledger: an hour of business and an hour on the clock never look alike.

extension Breach {
    /// By how much the promise was broken: `4 h ouvrées`, `4 h`.
    package func lateness(in language: Language) -> String {
        let time = CompanyCalendar.words(lateSeconds, in: language)
        return switch (isOfBusiness, language) {
        case (false, _): time
        case (true, .french): "\(time)\u{A0}ouvrées"
        case (true, .english): "\(time) of business"
        }
    }
}
