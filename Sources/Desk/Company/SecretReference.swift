// Where a secret lies. The settings never hold a secret, only one of these.

/// A place from which a secret is read when it is needed.
package enum SecretReference: Hashable, Sendable {
    /// An environment variable.
    case environment(String)
    /// A file; its first line is the secret.
    case file(String)
    /// A systemd credential (`LoadCredential=`), looked up in `$CREDENTIALS_DIRECTORY`.
    case credential(String)
    /// A command and its arguments; the first line that it prints is the secret.
    case command([String])
}
