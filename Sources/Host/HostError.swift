// What the operating system refuses to a service.

import Desk

/// A failure of the operating system around the service.
package struct HostError: WorldFailure, Hashable {
    /// The kinds of failure.
    package enum Code: String, Hashable, Sendable {
        /// There are no more file descriptors.
        case exhausted
        /// A file cannot be written.
        case unwritable
        /// No child process can be started.
        case noProcess = "no-process"
        /// A child process got no processor for too long.
        case noProcessor = "no-processor"
    }

    /// What kind of failure.
    package let code: Code
    private let path: String

    init(_ code: Code, _ path: String = "") {
        self.code = code
        self.path = path
    }

    /// What happened and what to do.
    package var sentence: String {
        switch code {
        case .exhausted:
            "the process may open no more files: raise its limit (LimitNOFILE, ulimit -n)"
        case .unwritable:
            "\(path) cannot be written: look at the space left and at the folder’s owner"
        case .noProcess:
            "no process for reading mail can be started: look at the memory left and at the "
                + "limit of processes (TasksMax, ulimit -u)"
        case .noProcessor:
            "the process for reading mail got too little of the processor: the machine is too "
                + "busy, the mail is read again later"
        }
    }

    /// Whether trying again later can help.
    package var isTemporary: Bool { true }
}
