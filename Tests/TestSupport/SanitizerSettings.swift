// What a sanitizer was told of the tests it must be told of the programs that they start: which
// leaks are not ours, and how locks are handed over.

import Foundation

/// The settings of sanitizers, as the tests were given them.
package enum SanitizerSettings {
    /// The variables, for the environment of a program that runs under the same sanitizer.
    package static let variables = ProcessInfo.processInfo.environment.filter { variable in
        ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "G_SLICE", "LD_PRELOAD"]
            .contains(variable.key)
    }

    /// Whether a sanitizer watches.
    package static var areGiven: Bool { !variables.isEmpty }

    /// Whether ThreadSanitizer watches.
    package static var watchThreads: Bool {
        variables["LD_PRELOAD"]?.contains("mutex-order") == true
    }

    /// The libraries to be loaded before a program, behind another one.
    package static func preloading(_ library: String) -> String {
        [library, variables["LD_PRELOAD"]].compactMap { $0 }.joined(separator: ":")
    }
}
