// The new text of bodies that other projects collected, against what a person would call new.
//
// Nothing of those bodies is kept here: Tests/Fixtures/newtext/corpora.txt names files and line
// numbers. Where the corpora are absent the test says that it is skipped.

import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite(
    "NewText on public bodies",
    .enabled(if: SharedFolder.corpora != nil, "no public corpora beside the package")
)
struct NewTextCorporaTests {
    /// The agreement that must hold, in percent.
    private static let floor = 98.0

    @Test("agrees with a person's reading")
    func agreement() throws {
        let corpora = try #require(SharedFolder.corpora)
        let list = try String(
            contentsOf: PackageRoot.file("Tests/Fixtures/newtext/corpora.txt"),
            encoding: .utf8
        )
        var agreed = 0
        var misses: [String] = []
        for row in list.split(separator: "\n") where !row.hasPrefix("#") {
            let parts = row.split(separator: " ")
            try #require(parts.count == 2, "\(row)")
            let bytes = try Data(contentsOf: corpora.appending(path: String(parts[0])))
            let text = String(decoding: bytes, as: UTF8.self)
            let wanted = NewTextTests.squashed(try lines(parts[1], of: text))
            let found = NewTextTests.squashed(NewText(of: text).new)
            if wanted == found {
                agreed += 1
            } else {
                misses.append("\(row): \(found.prefix(300))")
            }
        }
        let percent = Double(agreed * 100) / Double(max(1, agreed + misses.count))
        #expect(percent >= Self.floor, "\(percent) %\n\(misses.joined(separator: "\n"))")
    }

    private func lines(_ ranges: Substring, of text: String) throws -> String {
        if ranges == "all" { return text }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        var chosen: [Substring] = []
        for range in ranges.split(separator: ",") {
            let ends = range.split(separator: "-").compactMap { Int($0) }
            let first = try #require(ends.first)
            let last = try #require(ends.last)
            try #require(first >= 1 && last <= lines.count, "\(ranges)")
            chosen += lines[(first - 1)..<last]
        }
        return chosen.joined(separator: "\n")
    }
}
