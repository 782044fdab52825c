// What can go wrong between Guichet and its state folder, as one typed error.
//
// The shell looks at `isTemporary` alone: a full disk, a lock, a shortage end by themselves, and
// nothing is lost meanwhile. Everything else waits for a person, and the sentence
// says what that person does. Sentences name files and tickets, never an address, a subject or a
// body.

import Desk

/// A failure of the state folder or of its database.
package struct StoreError: WorldFailure {
    /// The kinds of failure.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// No space, no quota, or the largest file size is reached.
        case full
        /// Another process held the write lock for too long.
        case locked
        /// Another process serves this state folder.
        case served
        /// The disk or its driver reports an error.
        case inputOutput = "input-output"
        /// Memory or file handles have run out.
        case exhausted
        /// The files changed underneath, as another process worked on them.
        case conflict
        /// The folder or a file may not be read or written.
        case noRights = "no-rights"
        /// A file or folder that should exist does not.
        case absent
        /// Something else stands where a file or a folder should be.
        case unsuitable
        /// Others than the owner can read the folder or a file.
        case openToOthers = "open-to-others"
        /// The contents are not what was written.
        case damaged
        /// The database belongs to another program.
        case foreign
        /// The database was written by a newer Guichet.
        case newer
        /// The database was written by an older Guichet, and only reading was asked for.
        case older
        /// What was asked for cannot be done to this letter or mail.
        case refused
        /// No ticket number can be made.
        case noNumber = "no-number"
        /// The database refuses a statement or a value.
        case unexpected
    }

    /// What kind of failure.
    package let code: Code
    /// What happened, where, and what to do.
    package let sentence: String
    /// The number that SQLite or the system gave; 0 where neither did.
    package let number: Int32

    init(_ code: Code, _ sentence: String, number: Int32 = 0) {
        self.code = code
        self.sentence = sentence
        self.number = number
    }

    /// Whether trying again later can help.
    package var isTemporary: Bool {
        switch code {
        case .full, .locked, .served, .inputOutput, .exhausted, .conflict: true
        case .noRights, .absent, .unsuitable, .openToOthers, .damaged, .foreign, .newer, .older,
            .refused, .noNumber, .unexpected:
            false
        }
    }
}

// MARK: - Equality is by code

extension StoreError: Hashable {
    package static func == (one: StoreError, other: StoreError) -> Bool { one.code == other.code }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

// MARK: - Sentences that several places say

extension StoreError {
    static func full(_ path: String, number: Int32) -> StoreError {
        StoreError(
            .full,
            "no space left for \(path); nothing was lost; free some space on that disk and the "
                + "work goes on",
            number: number
        )
    }

    static func damaged(_ path: String, _ what: String, number: Int32 = 0) -> StoreError {
        StoreError(
            .damaged,
            "\(path) is damaged (\(what)); stop Guichet and restore the state folder from a backup",
            number: number
        )
    }

    static func noRights(_ path: String, to verb: String, number: Int32) -> StoreError {
        StoreError(
            .noRights,
            "no right to \(verb) \(path): run Guichet as the owner of the state folder, "
                + "or name another with --state",
            number: number
        )
    }
}
