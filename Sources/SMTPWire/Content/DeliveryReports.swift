// What a letter wishes about delivery reports. It is a wish: a server without DSN never hears it.

/// The options of RFC 3461 that this client uses.
package struct DeliveryReports: Hashable, Sendable {
    /// No report at all, not even of a failure (RFC 3461, 4.1: NOTIFY=NEVER).
    package let never: Bool
    /// What a report shall repeat (RFC 3461, 4.4: ENVID).
    package let envelopeID: EnvelopeID?

    package init(never: Bool = false, envelopeID: EnvelopeID? = nil) {
        self.never = never
        self.envelopeID = envelopeID
    }
}
