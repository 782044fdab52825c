// What the world can do to a mailbox or a delivery: the one error type of this module.
//
// The shell looks at `isTemporary` and nothing else: later or never. An error number that is not
// known here is temporary, for giving up on a mail needs a reason. A sentence says what, where and
// what to do; it never holds an address, a header or a body.

import Desk
import Glibc

/// A failure of the world outside, with the sentence that an operator reads.
package struct TransportError: WorldFailure {
    /// The kind of failure; its raw value is a stable word for logs.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// A folder or a file is not there.
        case absent
        /// The path leads to something, but not to a Maildir.
        case notMaildir = "not-maildir"
        /// The system's rights forbid it.
        case forbidden
        /// The file system is mounted read-only.
        case readOnly = "read-only"
        /// The disk or the quota is full.
        case full
        /// The process or the system has no descriptor or memory left.
        case exhausted
        /// The disk failed.
        case inputOutput = "input-output"
        /// A folder, a pipe, a link or a device lies where a mail is expected.
        case notRegular = "not-regular"
        /// A name that cannot serve as the name of a mail.
        case unusableName = "unusable-name"
        /// Any other error number.
        case unknown
    }

    /// The kind of failure.
    package let code: Code
    /// What, where, what to do: one sentence without a final full stop.
    package let sentence: String
    /// The system's error number, where a system call failed.
    package let errorNumber: Int32?

    /// Words a failure that no system call reported.
    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
        self.errorNumber = nil
    }

    /// Words a failed system call: `cannot <deed>: <what happened>; <what to do>`.
    package init(errorNumber: Int32, deed: String) {
        let code = Self.code(for: errorNumber)
        self.code = code
        self.errorNumber = errorNumber
        let reason =
            "cannot \(deed): \(unsafe String(cString: strerror(errorNumber))) "
            + "(error \(errorNumber))"
        self.sentence = "\(reason); \(Self.remedy(for: code))"
    }

    /// Whether the same attempt can succeed later without anybody's help with the mail itself.
    package var isTemporary: Bool {
        switch code {
        case .full, .exhausted, .inputOutput, .unknown: true
        case .absent, .notMaildir, .forbidden, .readOnly, .notRegular, .unusableName: false
        }
    }

    private static func code(for errorNumber: Int32) -> Code {
        switch errorNumber {
        case ENOENT, ENOTDIR: .absent
        case EACCES, EPERM: .forbidden
        case EROFS: .readOnly
        case ENOSPC, EDQUOT: .full
        case EMFILE, ENFILE, ENOMEM: .exhausted
        case EIO: .inputOutput
        case EISDIR, ELOOP, ENXIO: .notRegular
        case ENAMETOOLONG: .unusableName
        default: .unknown
        }
    }

    private static func remedy(for code: Code) -> String {
        switch code {
        case .absent, .notMaildir: "check the path in the mailbox's settings"
        case .forbidden: "give the service's user the rights to it"
        case .readOnly: "remount the file system for writing"
        case .full: "free some space, it is tried again by itself"
        case .exhausted: "it is tried again by itself; raise the limits if this lasts"
        case .inputOutput: "check the disk, it is tried again by itself"
        case .notRegular: "move it away"
        case .unusableName: "rename it"
        case .unknown: "it is tried again by itself"
        }
    }
}

// MARK: - Equality is by code

extension TransportError: Equatable {
    package static func == (one: TransportError, other: TransportError) -> Bool {
        one.code == other.code
    }
}
