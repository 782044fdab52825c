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
