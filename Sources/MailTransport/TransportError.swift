// What the world can do to a mailbox or a delivery: the one error type of this module.
// What can happen to a connection is told apart, because each has another remedy.
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

        /// A password or token cannot be had.
        case noSecret = "no-secret"
        /// The server refuses the password or the token.
        case loginRefused = "login-refused"
        /// The server's certificate is signed by nobody whom we trust.
        case untrusted
        /// The server's certificate is not valid any more, or not yet.
        case expiredCertificate = "expired-certificate"
        /// The server's certificate is for another host.
        case wrongHost = "wrong-host"
        /// The server offers no TLS where it is required.
        case unprotected
        /// No server has this name.
        case unknownHost = "unknown-host"
        /// Nobody answers at this address.
        case unreachable
        /// The server says nothing.
        case mute
        /// The server has ended the connection, or the network has.
        case closed
        /// The server asks for patience: a quota, too many requests, maintenance.
        case busy
        /// The server refuses what was asked of it.
        case refused
        /// The server breaks its protocol.
        case brokenProtocol = "broken-protocol"
        /// A program that letters are given to cannot be run.
        case noProgram = "no-program"
    }

    /// The kind of failure.
    package let code: Code
    /// What, where, what to do: one sentence without a final full stop.
    package let sentence: String
    /// The system's error number, where a system call failed.
    package let errorNumber: Int32?
    /// Whether it is certain that no letter had been handed over before it failed.
    package private(set) var isBeforeAnyLetter = false

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

    /// The same failure, met before any letter was handed over.
    var beforeAnyLetter: TransportError {
        var error = self
        error.isBeforeAnyLetter = true
        return error
    }

    /// Whether the same attempt can succeed later without anybody's help with the mail itself.
    package var isTemporary: Bool {
        switch code {
        case .full, .exhausted, .inputOutput, .unknown, .unknownHost, .unreachable, .mute, .closed,
            .busy, .brokenProtocol:
            true
        case .absent, .notMaildir, .forbidden, .readOnly, .notRegular, .unusableName, .noSecret,
            .loginRefused, .untrusted, .expiredCertificate, .wrongHost, .unprotected, .refused,
            .noProgram:
            false
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
        case .noProgram: "check the command in the mailbox's settings"
        case .unknown, .noSecret, .loginRefused, .untrusted, .expiredCertificate, .wrongHost,
            .unprotected, .unknownHost, .unreachable, .mute, .closed, .busy, .refused,
            .brokenProtocol:
            "it is tried again by itself"
        }
    }
}

// MARK: - Equality is by code

extension TransportError: Equatable {
    package static func == (one: TransportError, other: TransportError) -> Bool {
        one.code == other.code
    }
}
