// How the verdicts on one field compare with what was wanted: a confusion matrix and every miss
// with its evidence. The evaluations of several test targets share it.
//
// Where the variable GUICHET_EVALUATION names a folder the tables are written there, one file a set
// and field (`make eval` prints them); without it nothing is written.

import Foundation

/// The verdicts on one field of one set.
package struct Confusion {
    private let field: String
    private let set: String
    private var counts: [String: [String: Int]] = [:]

    /// Every miss, with what was wanted, found and why.
    package private(set) var misses: [String] = []

    /// Begins a table.
    package init(field: String, set: String) {
        self.field = field
        self.set = set
    }

    /// Counts one verdict.
    package mutating func count(
        _ place: String,
        wanted: String,
        actual: String,
        _ evidence: String
    ) {
        counts[wanted, default: [:]][actual, default: 0] += 1
        guard wanted != actual else { return }
        misses.append("\(place): wanted \(wanted), found \(actual): \(evidence)")
    }

    /// How many verdicts were counted.
    package var total: Int { counts.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

    /// The part that is right, in percent.
    package var percent: Double {
        Double((total - misses.count) * 100) / Double(max(1, total))
    }

    /// How often a verdict was wanted, and another found.
    package func count(wanted: String, actual: String) -> Int { counts[wanted]?[actual] ?? 0 }

    /// How often something other than the wanted was found.
    package func missed(_ wanted: String) -> Int {
        (counts[wanted] ?? [:]).reduce(0) { $0 + ($1.key == wanted ? 0 : $1.value) }
    }

    /// The matrix and the misses, as a person reads them.
    package var report: String {
        let names = Set(counts.keys).union(counts.values.flatMap(\.keys)).sorted()
        let width = (names.map(\.count).max() ?? 0) + 2
        func cell(_ text: String) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        let share = String(format: "%.1f", percent)
        var lines = [
            "\(set), \(field): \(total - misses.count) of \(total) (\(share) %)",
            cell("wanted") + names.map(cell).joined(),
        ]
        for wanted in names where counts[wanted] != nil {
            let row = names.map { cell(String(count(wanted: wanted, actual: $0))) }
            lines.append(cell(wanted) + row.joined())
        }
        return (lines + misses.map { "  \($0)" }).joined(separator: "\n") + "\n"
    }

    /// Writes the report where the evaluation collects them.
    package func write() throws {
        guard let folder = ProcessInfo.processInfo.environment["GUICHET_EVALUATION"] else { return }
        let url = URL(filePath: folder)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try report.write(
            to: url.appending(path: "\(set)-\(field).txt"),
            atomically: true,
            encoding: .utf8
        )
    }
}
