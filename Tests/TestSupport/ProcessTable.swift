// What the system says of running processes: whose children they are, what they hold open, what
// they gave up. Read from /proc, so it is a look and never a touch.

import Foundation

/// The system's view of processes.
package enum ProcessTable {
    /// The children of a process that were started with a word.
    package static func children(of process: Int32, with word: String) -> [Int32] {
        let tasks = names(in: "/proc/\(process)/task")
        return tasks.flatMap { task in
            text("/proc/\(process)/task/\(task)/children").split(separator: " ")
        }.compactMap { Int32($0) }.filter { child in
            text("/proc/\(child)/cmdline").split(separator: "\u{0}").dropFirst()
                .contains { $0 == word }
        }.sorted()
    }

    /// The descriptors that a process has open.
    package static func descriptors(of process: Int32) -> [Int] {
        names(in: "/proc/\(process)/fd").compactMap { Int($0) }.sorted()
    }

    /// A line of a process's status, such as `Seccomp`.
    package static func status(_ key: String, of process: Int32) -> String? {
        text("/proc/\(process)/status").split(separator: "\n")
            .first { $0.hasPrefix("\(key):") }
            .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    /// A limit of a process in force, such as `Max data size`.
    package static func limit(_ name: String, of process: Int32) -> String? {
        text("/proc/\(process)/limits").split(separator: "\n")
            .first { $0.hasPrefix(name + " ") }
            .flatMap { $0.dropFirst(name.count).split(separator: " ").first.map(String.init) }
    }

    /// The names of the variables that a process was started with.
    package static func environment(of process: Int32) -> [String] {
        text("/proc/\(process)/environ").split(separator: "\u{0}")
            .map { String($0.prefix { $0 != "=" }) }.sorted()
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    // These files have no size, which reading by the file's own way would ask.
    private static func text(_ path: String) -> String {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.readToEnd()
        else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}
