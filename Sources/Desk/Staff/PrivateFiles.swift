// Files by which a colleague's own address would reach a client: the marks that a mail program
// adds by itself, and files that hold addresses by their nature.
//
// The marks never go out. The others may be meant, and are asked about; what they hold is not
// looked at here, for it lies in the raw mail.

extension Attachment {
    private static let markTypes: Set = [
        "application/pkcs7-signature", "application/x-pkcs7-signature",
        "application/pgp-signature", "application/pgp-keys",
    ]
    private static let markEndings = [".p7s", ".asc", ".sig", ".pgp"]

    /// Whether a program added it as a mark of who sends: a signature, a key, a visiting card.
    func isOwnMark(of sender: NamedAddress?) -> Bool {
        let name = self.name.lowercased()
        if Self.markTypes.contains(type) || Self.markEndings.contains(where: name.hasSuffix) {
            return true
        }
        guard name.hasSuffix(".vcf") || type.hasSuffix("/vcard") || type.hasSuffix("/x-vcard"),
            let sender
        else { return false }
        let said = Set(Self.words(of: name))
        let own = Self.words(of: sender.name) + Self.words(of: sender.address.localPart)
        return !said.isDisjoint(with: own.filter { $0.count > 2 })
    }

    private static func words(of text: String) -> [String] {
        Folding.text(of: text).split { !$0.isLetter }.map(String.init)
    }
}

extension Enclosure {
    private static let bearing = [".ics", ".eml", ".msg", ".vcf", ".mbox"]
    private static let bearingTypes: Set = [
        "text/calendar", "message/rfc822", "text/vcard", "text/x-vcard",
        "application/vnd.ms-outlook",
    ]

    /// Whether such files tell who wrote them.
    var mayBearAddress: Bool {
        Self.bearingTypes.contains(type)
            || Self.bearing.contains(where: name.lowercased().hasSuffix)
    }
}
