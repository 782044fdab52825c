// Why a secret could not be had.
//
// The sentence names the place that the settings name, and what to do there. It never holds the
// secret, a part of it, or what a command printed.

/// A failure to read a secret.
package struct SecretError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    package enum Code: String, Hashable, Sendable {
        /// The variable, file or credential is not there or cannot be read.
        case missing
        /// The file could be read by others.
        case unprotected
        /// There is a place, and nothing usable in it.
        case unusable
        /// The command could not be started, failed, or printed too much.
        case commandFailed = "command-failed"
        /// The command did not end in time.
        case commandTimedOut = "command-timed-out"
    }

    /// What went wrong.
    package let code: Code
    /// What went wrong, where, and what to do.
    package let sentence: String

    /// Whether a later attempt may succeed without anybody's help.
    package var isTemporary: Bool { code == .commandTimedOut }

    package var description: String { sentence }
}

// MARK: - Two failures are the same if their codes are

extension SecretError: Hashable {
    package static func == (one: SecretError, other: SecretError) -> Bool {
        one.code == other.code
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}
