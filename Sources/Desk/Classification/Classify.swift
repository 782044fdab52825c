// Stage "classify": every rule is asked in order; each verdict comes with its evidence.

/// Classifies a message by itself.
package func classify(_ reading: Reading) -> Classification {
    Classification(nature: .request, language: reading.language, findings: [])
}
