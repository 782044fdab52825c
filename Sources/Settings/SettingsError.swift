// What is wrong with a settings folder, said so that its owner can mend it without asking.
//
// All errors of all files are collected: nobody should have to start Guichet ten times to find
// ten mistakes. A sentence quotes what was found and says what is allowed; it never quotes what
// stands where a secret belongs.

/// One thing that is wrong in the settings.
package struct SettingsError: Error, Hashable, Sendable {
    /// What kind of mistake it is.
    package enum Code: String, Hashable, Sendable {
        /// A file or folder is missing, unreadable or not what its name says.
        case unreadable
        /// The text is not YAML, or uses what is refused.
        case malformed
        /// A key that must be there is not.
        case missingKey = "missing-key"
        /// A key that means nothing here.
        case unknownKey = "unknown-key"
        /// A key that stands twice in one map.
        case duplicateKey = "duplicate-key"
        /// A value that is not allowed.
        case wrongValue = "wrong-value"
        /// Two values that cannot both be true.
        case conflict
        /// Something other than a reference stands where a secret belongs.
        case exposedSecret = "exposed-secret"
        /// Nothing that stops Guichet, but something that somebody should look at.
        case doubtful
    }

    /// What kind of mistake it is.
    package let code: Code
    /// The file, by its path as the folder was named.
    package let file: String
    /// The line, from 1; 0 where the whole file or folder is meant.
    package let line: Int
    /// The column in characters, from 1; 0 where the whole file or folder is meant.
    package let column: Int
    /// What was found, what is allowed, what may have been meant.
    package let sentence: String
}

extension SettingsError: CustomStringConvertible {
    /// As compilers print it: `Mailboxes/sav.yaml:12:5: …`.
    package var description: String {
        line == 0 ? "\(file): \(sentence)" : "\(file):\(line):\(column): \(sentence)"
    }
}

extension SettingsError: Comparable {
    /// By file, then by position.
    package static func < (one: SettingsError, other: SettingsError) -> Bool {
        (one.file, one.line, one.column, one.sentence)
            < (other.file, other.line, other.column, other.sentence)
    }
}

/// All that is wrong in a settings folder, sorted by file and position; never empty.
package struct SettingsErrors: Error, Hashable, Sendable, CustomStringConvertible {
    /// The errors.
    package let errors: [SettingsError]

    /// Sorts what was collected, and leaves out what was said twice.
    init(_ errors: some Sequence<SettingsError>) {
        self.errors = Set(errors).sorted()
        precondition(!self.errors.isEmpty, "a failure to load the settings must have a reason")
    }

    /// Waiting does not mend a settings file.
    package var isTemporary: Bool { false }

    /// One error a line.
    package var description: String {
        errors.map(\.description).joined(separator: "\n")
    }
}
