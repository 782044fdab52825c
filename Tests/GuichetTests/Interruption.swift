// One interruption of the real program, as the preloaded library carries it out: what happens, and
// at which step. Here lies also how many steps a sweep takes, and how one of them is repeated:
//
//     GUICHET_CRASH_STRIDE=1            every step; else a sample, chosen by the seed
//     GUICHET_CRASH_SEED=N              another sample
//     GUICHET_CRASH_ONLY=reset:17       this one interruption alone
//     GUICHET_PROGRAM=FILE              another build of the program

import Foundation
import TestSupport
import Testing

/// What interrupts a run, and where.
struct Interruption: CustomStringConvertible {
    /// What happens.
    enum Action: String, CaseIterable, CustomTestStringConvertible {
        /// The process ends as by kill -9, at any step.
        case kill
        /// One call on the disk finds it full.
        case enospc
        /// One call on the disk fails.
        case eio
        /// From one call on, nothing more can be written to the disk.
        case full
        /// One call on the network finds the connection lost.
        case reset
        /// From one call on, no peer can be reached.
        case cut

        var testDescription: String { rawValue }
    }

    let action: Action
    let step: Int

    var description: String { "\(action.rawValue):\(step)" }

    /// How to see it again.
    var recipe: String { "GUICHET_CRASH_ONLY=\(self) make crash-test" }

    /// What meets the next run as well: half of those that are killed are killed again, elsewhere.
    var second: Interruption? {
        guard action == .kill, step.isMultiple(of: 2) else { return nil }
        return Interruption(action: .kill, step: step * 7 % 200 + 1)
    }

    /// What the program is started with; what was struck is written into a file.
    func environment(struck file: String) -> [String: String] {
        Self.library.merging([
            "CRASH_STEP": "\(step)", "CRASH_ACTION": action.rawValue, "CRASH_STRUCK_FILE": file,
        ]) { $1 }
    }

    /// The library alone, which then does nothing.
    static let library = [
        "LD_PRELOAD": SanitizerSettings.preloading(
            BuiltProgram.folder.appendingPathComponent("libCrashShim.so").path
        )
    ]

    /// A run some minutes later: what had to wait is due then, and no promise is broken yet.
    static func later(minutes: Int) -> [String: String] {
        library.merging(["CRASH_CLOCK_AHEAD": "\(minutes * 60)"]) { $1 }
    }
}

/// Which interruptions a run of the tests tries.
struct Sweep {
    private var stride: Int
    private let seed: Int
    private let only: String?

    /// A sweep that takes a part of the steps, unless somebody wants them all.
    init(usualStride: Int) {
        let environment = ProcessInfo.processInfo.environment
        stride = max(1, environment["GUICHET_CRASH_STRIDE"].flatMap(Int.init) ?? usualStride)
        seed = environment["GUICHET_CRASH_SEED"].flatMap(Int.init) ?? 1
        only = environment["GUICHET_CRASH_ONLY"]
    }

    /// The same with fewer steps.
    func thinned(by factor: Int) -> Sweep {
        var sweep = self
        sweep.stride *= factor
        return sweep
    }

    /// Whether there is anything to do for an action's share.
    func concerns(_ action: Interruption.Action, share: Int = 0) -> Bool {
        guard let only else { return true }
        return only.hasPrefix("\(action.rawValue):") && share == 0
    }

    /// The interruptions of one action, of which there can be so many; of these, one share.
    func interruptions(
        _ action: Interruption.Action,
        of count: Int,
        share: Int = 0,
        shares: Int = 1
    ) -> [Interruption] {
        if let only {
            guard concerns(action, share: share),
                let step = Int(only.dropFirst(action.rawValue.utf8.count + 1))
            else { return [] }
            return [Interruption(action: action, step: step)]
        }
        // Each action begins elsewhere, so that a sample of all meets many different steps.
        let place = Interruption.Action.allCases.firstIndex(of: action) ?? 0
        let first = (seed * 7 + place * 3) % stride + 1
        return Swift.stride(from: first, through: count, by: stride).enumerated()
            .filter { $0.offset % shares == share }
            .map { Interruption(action: action, step: $0.element) }
    }
}
