// The columns of a file of clients. A head may name them in English or French, with or without
// accents and capitals: CRMs are not asked to change their export.

/// A column that is read.
package enum ClientColumn: String, Hashable, Sendable, CaseIterable {
    case company
    case domains
    case addresses
    case people
    case contract
    case gti
    case accountManager = "account manager"
    case technicalReferent = "technical referent"
    case sites
    case language
    case contractStart = "contract start"
    case contractEnd = "contract end"

    /// The names that a head may give it, folded; the first is ours.
    package var names: [String] {
        switch self {
        case .company:
            [
                "company", "societe", "client", "entreprise", "raison sociale", "nom du client",
                "nom", "name", "company name", "compte",
            ]
        case .domains:
            ["domains", "domain", "domaines", "domaine", "domaines e-mail", "mail domains"]
        case .addresses:
            [
                "addresses", "address", "adresses", "adresse", "e-mail addresses", "emails",
                "email", "e-mails", "e-mail", "mails", "mail", "courriels", "courriel",
                "adresses e-mail", "adresses mail",
            ]
        case .people:
            ["people", "person", "persons", "contacts", "contact", "personnes", "interlocuteurs"]
        case .contract:
            [
                "contract", "contract level", "level", "contrat", "niveau", "niveau de contrat",
                "formule", "type de contrat",
            ]
        case .gti:
            [
                "gti", "delai d'intervention", "garantie de temps d'intervention",
                "intervention delay",
            ]
        case .accountManager:
            [
                "account manager", "manager", "responsable de compte", "charge de compte",
                "charge d'affaires", "responsable commercial", "gestionnaire de compte",
                "responsable de clientele",
            ]
        case .technicalReferent:
            [
                "technical referent", "referent", "referent technique", "technical contact",
                "technical lead",
            ]
        case .sites:
            ["sites", "site", "locations"]
        case .language:
            ["language", "langue", "lang"]
        case .contractStart:
            [
                "contract start", "start", "start date", "debut", "debut de contrat",
                "debut du contrat", "date de debut", "contract from", "date debut",
            ]
        case .contractEnd:
            [
                "contract end", "end", "end date", "fin", "fin de contrat", "fin du contrat",
                "date de fin", "echeance", "term", "contract until", "date fin",
            ]
        }
    }

    /// The column that a head names.
    init?(named text: String) {
        let folded = Self.folded(text)
        guard let column = Self.allCases.first(where: { $0.names.contains(folded) }) else {
            return nil
        }
        self = column
    }

    /// The name of a column that somebody may have meant.
    static func guess(_ text: String) -> ClientColumn? {
        let known = Self.allCases.flatMap(\.names).filter { $0.utf8.count > 3 }
        return NearMiss.of(folded(text), among: known).flatMap { ClientColumn(named: $0) }
    }

    // CRMs write names of columns with underscores as well.
    private static func folded(_ text: String) -> String {
        Folding.text(of: text.replacing("_", with: " ")).split(separator: " ")
            .joined(separator: " ")
    }
}
