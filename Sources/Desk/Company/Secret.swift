// A password or key on its way from where it lies to the one place that needs it.
//
// A type of its own, so that no interpolation, dump, log line or error can show it by accident.
// It is neither Codable nor Hashable on purpose: a secret is never stored or compared.

/// A secret that never shows itself.
package struct Secret: Sendable {
    /// The secret itself; only what hands it to a server or a hash may ask for it.
    package let exposedText: String

    /// Takes a secret into custody.
    package init(_ exposedText: String) {
        self.exposedText = exposedText
    }
}

// MARK: - Whatever prints it prints this

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }

    package var debugDescription: String { "(secret)" }

    package var customMirror: Mirror { Mirror(self, children: [] as [Mirror.Child]) }
}
