// What mail programs say in HTML about what they quote: by classes, identifiers and one style.
//
// Only these marks outlive the simplification of the document. A sender who writes them himself
// gets a quote, which is all that anybody can get by them.

/// What an element is to a reader of quotes.
enum HTMLMark: String {
    /// The line above a quote that says who wrote it (Gmail, Thunderbird).
    case attribution
    /// A quote (Yahoo).
    case quote
    /// What follows is quoted, below a copied header (Outlook on the web and on phones).
    case tail
    /// The copied header (Outlook on the web and on phones).
    case header
    /// Shown to nobody: the preheader of a newsletter, a counter, a trap for programs.
    case unseen = "display:none"
    /// A line above a block, which may be a copied header (Outlook).
    case rule

    /// The mark that an attribute makes of an element.
    init?(element: Bytes, attribute: Bytes, value: Bytes) {
        if attribute.equalsIgnoringCase("class") {
            // Programs that show mails put letters before the names in what they quote.
            if value.contains("gmail_attr") || value.contains("moz-cite-prefix") {
                self = .attribution
                return
            }
            guard value.contains("yahoo_quoted") else { return nil }
            self = .quote
        } else if attribute.equalsIgnoringCase("id") {
            if value.contains("appendonsend") {
                self = .tail
                return
            }
            guard value.contains("divrplyfwdmsg") else { return nil }
            self = .header
        } else {
            guard attribute.equalsIgnoringCase("style"), element.equalsIgnoringCase("div"),
                let place = value.place(of: "border-top"),
                value[place...].prefix(80).contains("solid")
            else { return nil }
            self = .rule
        }
    }
}

extension Bytes {
    // The first place of a word in lower case.
    fileprivate func place(of word: String) -> Int? {
        guard let first = word.utf8.first, count >= word.utf8.count else { return nil }
        return (startIndex...(endIndex - word.utf8.count)).first {
            self[$0].lowercased == first && self[$0...].startsIgnoringCase(with: word)
        }
    }

    fileprivate func contains(_ word: String) -> Bool { place(of: word) != nil }
}
