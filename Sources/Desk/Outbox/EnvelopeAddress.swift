// What may stand between the angle brackets of MAIL FROM and RCPT TO.

/// A sender or recipient on the envelope: an address, or nobody.
package enum EnvelopeAddress: Hashable, Sendable {
    /// `<>`: a letter that must never be answered by a machine.
    case null
    /// An address that passed the strict reading of `EmailAddress`.
    case address(EmailAddress)

    /// The text between the angle brackets; never holds CR, LF, NUL, a space or a bracket.
    package var text: String {
        switch self {
        case .null: ""
        case .address(let address): address.text
        }
    }
}
