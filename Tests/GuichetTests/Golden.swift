// Texts that were read and agreed. A difference writes the actual text beside the agreed one and
// fails; `make bless NAME=…` accepts it after a look.

import Foundation
import Testing

/// Compares texts with files in Tests/Fixtures.
enum Golden {
    /// Expects a text to be the one in a file.
    static func expect(_ text: String, equals name: String) throws {
        let file = BuiltProgram.root.appendingPathComponent("Tests/Fixtures/\(name)")
        let agreed = try? String(contentsOf: file, encoding: .utf8)
        guard agreed != text else { return }
        let stem = file.deletingPathExtension().lastPathComponent
        let actual = file.deletingLastPathComponent()
            .appendingPathComponent("\(stem).actual.\(file.pathExtension)")
        try FileManager.default.createDirectory(
            at: actual.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: actual, atomically: true, encoding: .utf8)
        Issue.record(
            "\(name) differs; read \(actual.lastPathComponent), then `make bless NAME=\(stem)`"
        )
    }
}
