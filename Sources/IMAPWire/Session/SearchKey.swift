// What a search asks for. Several keys in one search must all hold. There are only the keys that
// fetching and the look-up of evidence need; none of them reads the text of mails, whose search is
// slow on one server and wrong on the next.

/// One condition of UID SEARCH (RFC 9051, 6.4.4).
package enum SearchKey: Hashable, Sendable {
    /// Every mail of the mailbox.
    case all
    /// Mails with these UIDs.
    case uids(UIDSet)
    /// Mails with this UID or a higher one. Servers name the last mail even when its UID is
    /// lower; the session takes it out of the result.
    case from(UID)
    /// Mails that the server took in on this day or later, in the server's zone.
    case since(CalendarDay)
    /// Mails whose Message-ID field contains a text: the evidence that a letter went out.
    case messageID(SearchText)
    /// Mails that bear a keyword.
    case keyword(Keyword)
    /// Mails that do not bear a keyword.
    case withoutKeyword(Keyword)
}

extension SearchKey {
    func write(to text: inout CommandText, capabilities: CapabilitySet) {
        switch self {
        case .all: text.add(" ALL")
        case .uids(let uids): text.add(" UID \(uids.text)")
        case .from(let uid): text.add(" UID \(uid):*")
        case .since(let day): text.add(" SINCE \(day.text)")
        case .messageID(let value):
            text.add(" HEADER Message-ID ")
            text.add(astring: Array(value.text.utf8), capabilities: capabilities)
        case .keyword(let keyword): text.add(" KEYWORD \(keyword)")
        case .withoutKeyword(let keyword): text.add(" UNKEYWORD \(keyword)")
        }
    }
}
