// Where a secret lies. The settings never hold a secret, only one of these.

/// A place from which a secret is read when it is needed, and where the settings name it.
package struct SecretReference: Sendable {
    /// The kinds of place.
    package enum Source: Hashable, Sendable {
        /// An environment variable.
        case environment(String)
        /// A file; its first line is the secret.
        case file(String)
        /// A systemd credential (`LoadCredential=`), looked up in `$CREDENTIALS_DIRECTORY`.
        case credential(String)
        /// A command and its arguments; the first line that it prints is the secret.
        case command([String])
    }

    /// Where the secret lies.
    package let source: Source
    /// Where the settings say so, with the key: `company.yaml:12:3: "company.key"`; nil where no
    /// file does.
    package let writtenAt: String?

    /// Refers to a secret.
    package init(_ source: Source, writtenAt: String? = nil) {
        self.source = source
        self.writtenAt = writtenAt
    }

    /// An environment variable.
    package static func environment(_ name: String) -> Self { Self(.environment(name)) }
    /// A file.
    package static func file(_ path: String) -> Self { Self(.file(path)) }
    /// A systemd credential.
    package static func credential(_ name: String) -> Self { Self(.credential(name)) }
    /// A command and its arguments.
    package static func command(_ words: [String]) -> Self { Self(.command(words)) }
}

// MARK: - Two references are the same if they lead to the same secret

extension SecretReference: Hashable {
    package static func == (one: SecretReference, other: SecretReference) -> Bool {
        one.source == other.source
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
