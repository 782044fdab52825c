// How long a question is waited for. Time on the wall says nothing of a question: on a busy machine
// a sound one waits as long as a hanging one. So a worker is charged what it did with its time.
//
// While it computes, the processor's time that it used; while it sleeps or is stopped, what passed
// of time, for nothing but its question keeps it; while it waits for a processor or for the disk,
// nothing, for those are the machine's. The wall is only the outermost limit, and whoever reaches
// it was starved: the machine has failed, and the question is asked again later.

import Glibc

/// What a worker does at a moment, by the system's own letter for it.
enum WorkerState: Hashable, Sendable {
    /// It computes, or waits for a processor.
    case runnable
    /// It waits for the disk or for memory.
    case waitingForMachine
    /// It waits for something that nobody brings, or was stopped from outside.
    case still
    /// The system does not say.
    case unknown

    /// Reads the third field of `/proc/PID/stat`, behind a name that may hold anything.
    init(stat: some Collection<UInt8>) {
        let bytes = Array(stat)
        guard let end = bytes.lastIndex(of: UInt8(ascii: ")")), bytes.count > end + 2 else {
            self = .unknown
            return
        }
        switch bytes[end + 2] {
        case UInt8(ascii: "R"): self = .runnable
        case UInt8(ascii: "D"): self = .waitingForMachine
        case UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "t"): self = .still
        default: self = .unknown
        }
    }
}

/// A look at a worker.
struct WorkerLook: Hashable, Sendable {
    /// What it does.
    var state: WorkerState
    /// Milliseconds of the processor that it has used since its birth; nil where nobody says.
    var processorMilliseconds: Int?

    /// Looks at a process.
    init(at process: pid_t) {
        state = Self.state(of: process)
        processorMilliseconds = Self.processorMilliseconds(of: process)
    }

    init(_ state: WorkerState, processorMilliseconds: Int?) {
        self.state = state
        self.processorMilliseconds = processorMilliseconds
    }

    private static func state(of process: pid_t) -> WorkerState {
        let file = unsafe open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .unknown }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 120)
        let count = unsafe read(file, &text, text.count)
        return WorkerState(stat: text.prefix(max(0, count)))
    }

    /// Milliseconds of the processor that a process has used.
    static func processorMilliseconds(of process: pid_t) -> Int? {
        var clock = clockid_t()
        var time = timespec()
        guard unsafe clock_getcpuclockid(process, &clock) == 0,
            unsafe clock_gettime(clock, &time) == 0
        else { return nil }
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}

/// What one question may cost, and what it has cost so far.
///
/// The first worker that does nothing loses the question after half of the time, so that another
/// can have the rest: whoever was stopped from outside costs nobody's mail.
struct WorkerPatience: Sendable {
    /// Looks are so far apart at most.
    static let lookMilliseconds = 50
    /// However little a question was charged, it is not waited for longer than this.
    static let outermostMilliseconds = 30_000

    /// What is left of the question's time.
    private(set) var rest: Int
    // Where the wall ends it, on `WorkerChannel`'s clock.
    private let end: Int
    // How long a worker may do nothing while there is another to be asked.
    private let stillnessMaximum: Int
    private var stillness = 0
    private var lastProcessor: Int?
    private var lastMoment: Int

    /// Begins at a moment of `WorkerChannel`'s clock.
    init(milliseconds: Int, at moment: Int) {
        rest = milliseconds
        stillnessMaximum = max(1, milliseconds / 2)
        end = moment + max(Self.outermostMilliseconds, milliseconds)
        lastMoment = moment
    }

    /// The milliseconds until the next look.
    var untilNextLook: Int {
        max(1, min(Self.lookMilliseconds, rest, stillnessMaximum))
    }

    /// A worker that has used so much of the processor before gets what is left.
    mutating func begin(processorMilliseconds: Int?, at moment: Int) {
        (lastProcessor, lastMoment, stillness) = (processorMilliseconds, moment, 0)
    }

    /// Takes a look in; says why the wait is over, where it is.
    ///
    /// What passed between two looks beyond their distance passed because this side was not given
    /// the processor, and is nobody's.
    mutating func note(_ look: WorkerLook, at moment: Int) -> WorkerChannel.Failure? {
        let passed = min(max(0, moment - lastMoment), Self.lookMilliseconds)
        var used: Int?
        if let now = look.processorMilliseconds, let before = lastProcessor { used = now - before }
        (lastProcessor, lastMoment) = (look.processorMilliseconds, moment)
        switch look.state {
        case .still:
            rest -= max(passed, used ?? 0)
            stillness = (used ?? 0) > 0 ? 0 : stillness + passed
        case .runnable, .waitingForMachine:
            // Without its clock the wall must do.
            rest -= used ?? passed
            stillness = 0
        case .unknown:
            rest -= max(passed, used ?? 0)
        }
        if rest <= 0 { return .late }
        if stillness >= stillnessMaximum { return .still }
        return moment >= end ? .starved : nil
    }
}

/// Watches one worker while it has a question.
final class WorkerWatch {
    private let process: pid_t
    /// What is left of the question's time.
    private(set) var patience: WorkerPatience

    /// Begins with a worker.
    init(_ process: pid_t, _ patience: WorkerPatience) {
        self.process = process
        self.patience = patience
        self.patience.begin(
            processorMilliseconds: WorkerLook.processorMilliseconds(of: process),
            at: WorkerChannel.moment()
        )
    }

    /// Looks what it does; says why the wait is over, where it is.
    func look() -> WorkerChannel.Failure? {
        patience.note(WorkerLook(at: process), at: WorkerChannel.moment())
    }
}
