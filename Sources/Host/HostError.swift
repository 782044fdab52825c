// What the operating system refuses to a service.

import Desk

/// A failure of the operating system around the service.
package struct HostError: WorldFailure, Hashable {
    /// The kinds of failure.
    package enum Code: String, Hashable, Sendable {
        /// There are no more file descriptors.
        case exhausted
    }

    /// What kind of failure.
    package let code: Code

    init(_ code: Code) {
        self.code = code
    }

    /// What happened and what to do.
    package var sentence: String {
        switch code {
        case .exhausted:
            "the process may open no more files: raise its limit (LimitNOFILE, ulimit -n)"
        }
    }

    /// Whether trying again later can help.
    package var isTemporary: Bool { true }
}
