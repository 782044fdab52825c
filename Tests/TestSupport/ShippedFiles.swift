// The words that come with the program, read from their files: for the tests of modules that do not
// read settings.

import Foundation

/// Mailboxes/lexicon/shipped.
package enum ShippedFiles {
    private static let folder = PackageRoot.file("Mailboxes/lexicon/shipped")

    /// The files of words.
    package static func words() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0 != "weights.txt" && $0 != "votes.txt" }.map(text)
    }

    /// What words weigh.
    package static func weights() throws -> String { try text("weights.txt") }

    /// How words vote.
    package static func votes() throws -> String { try text("votes.txt") }

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
