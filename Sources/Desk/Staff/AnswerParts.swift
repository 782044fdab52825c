// How the three parts of a substantive answer (C5) are called in a sentence to the staff.

extension SubstantiveAnswer.Part {
    /// The word that stands before the part in a mail.
    var label: String {
        switch self {
        case .facts: "« Faits : »"
        case .correction: "« Correction : »"
        case .compensation: "« Compensation : »"
        }
    }
}

extension SubstantiveAnswer {
    /// What is missing, and how to write it.
    static func sentence(missing: [Part], of answer: SubstantiveAnswer?) -> String {
        let isBare = answer?.lacksReason == true
        let absent = missing.filter { !isBare || $0 != .facts }
        var sentences: [String] = []
        if !absent.isEmpty {
            let parts = absent.map(\.label).joined(separator: ", ")
            sentences.append("Il manque \(parts) : chaque partie commence par ce mot sur sa ligne.")
        }
        if isBare {
            sentences.append(
                "Les faits sont contestés sans raison : dites pourquoi, derrière « Faits : »."
            )
        }
        return sentences.joined(separator: " ")
    }
}
