// #clore: whether its motive says that the client has agreed.
//
// The client's agreement closes a dossier (S6, C6), so a colleague's is not taken for it.

import Foundation

extension CommandArguments {
    // "#clore accord donné au téléphone": the client's agreement is said by that word alone, and
    // any other motive is the handler's.
    func closing() throws(Cause) -> StaffCommand {
        let reason = try reason()
        let words = Folding.text(of: reason).split { !$0.isLetter }.map(String.init)
        let opening = words.drop { ["avec", "l", "son", "with", "the"].contains($0) }
        let isNamed = ["accord", "agreed", "agreement"].contains(opening.first ?? "")
        let isDenied = words.contains { word in
            Self.denials.contains(word) || word.hasPrefix("refus") || word.hasPrefix("atten")
        }
        guard isNamed, !isDenied else { return .close(reason: reason, isAgreed: false) }
        if let other = otherParty(in: reason) {
            throw Cause(
                "« \(other.cut(toBytes: 60)) » est de la maison : il faut l’accord du client. S’il "
                    + "l’a donné de vive voix, écrivez « #clore accord du client au téléphone »."
            )
        }
        return .close(reason: reason, isAgreed: true)
    }

    private static let denials: Set = [
        "pas", "non", "jamais", "sans", "obtenir", "demander", "demande", "manque", "ni", "not",
        "no", "never", "without", "pending", "wait", "waiting", "ask", "missing",
    ]

    // Who agreed, where that is somebody of the company: "accord de Paul", "accord de mon chef". A
    // client may bear a colleague's first name or name: "M. Martin", "Paul Durand".
    private func otherParty(in reason: String) -> String? {
        let said = reason.split { !$0.isLetter && $0 != "-" }.map(String.init)
        let folded = said.map { Folding.text(of: $0) }
        let isClients = folded.contains { Self.clients.contains($0) }
        guard !isClients else { return nil }
        for (index, word) in folded.enumerated() {
            if Self.house.contains(word) { return said[index] }
            if Self.ours.contains(word), index > 0, index + 1 < said.count {
                return "\(said[index]) \(said[index + 1])"
            }
            guard let before = index > 0 ? folded[index - 1] : nil, Self.links.contains(before)
            else { continue }
            let named = parser.names.near([word])
            guard !named.isEmpty else { continue }
            // A surname that is not the colleague's makes it somebody else.
            if index + 1 < said.count, said[index + 1].first?.isUppercase == true {
                let both = "\(said[index]) \(said[index + 1])"
                guard case .one = parser.names.find(both) else { continue }
                return both
            }
            return said[index]
        }
        return nil
    }

    private static let links: Set = ["de", "d", "par", "avec", "from", "by", "of", "with"]
    private static let ours: Set = ["mon", "ma", "notre", "nos", "mes", "my", "our"]
    private static let house: Set = [
        "interne", "collegue", "collegues", "hierarchie", "internal", "colleague", "colleagues",
    ]
    private static let clients: Set = [
        "client", "cliente", "clients", "m", "mr", "mme", "mlle", "monsieur", "madame", "mrs",
        "ms", "customer",
    ]
}
