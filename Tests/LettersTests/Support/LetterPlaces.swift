// Where the tests of letters find their files, and how a golden file is compared.
//
// A difference is written beside the golden file as `<name>.actual.<ext>` and fails the test; it is
// accepted by `make bless`, never by editing.

import Foundation
import TestSupport
import Testing

@testable import Letters

enum LetterPlaces {
    /// The templates that are shipped.
    static let templates = PackageRoot.file("Templates").path(percentEncoded: false)

    /// The library of those, loaded once.
    static func library() throws -> TemplateLibrary { try loaded.get() }

    private static let loaded = Result { try TemplateLibrary(folder: templates) }

    /// The golden letters.
    static let golden = PackageRoot.file("Tests/Fixtures/letters")
}

/// Compares a text with its golden file.
func expectGolden(_ actual: String, _ name: String, _ type: String) throws {
    let file = LetterPlaces.golden.appending(path: "\(name).\(type)")
    let beside = LetterPlaces.golden.appending(path: "\(name).actual.\(type)")
    let expected = try? String(contentsOf: file, encoding: .utf8)
    guard expected != actual else {
        try? FileManager.default.removeItem(at: beside)
        return
    }
    try actual.write(to: beside, atomically: true, encoding: .utf8)
    Issue.record(
        "\(name).\(type) differs: read \(beside.lastPathComponent), then `make bless NAME=\(name)`"
    )
}
