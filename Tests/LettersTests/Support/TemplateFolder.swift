// A folder of templates for one test: the shipped ones, with a few files changed.
//
// It never touches the shipped folder itself, and is gone when the test is.

import Foundation
import TestSupport

/// A temporary copy of the shipped templates.
struct TemplateFolder {
    let path: String

    private let folder: TemporaryFolder

    func write(_ text: String, to file: String) throws {
        try folder.write("templates/\(file)", text)
    }

    func write(_ bytes: [UInt8], to file: String) throws {
        try folder.write("templates/\(file)", bytes)
    }

    func delete(_ file: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(file)")
    }

    /// Runs a test in a fresh folder.
    static func with<Result>(_ body: (TemplateFolder) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            let path = folder.path("templates")
            try FileManager.default.copyItem(atPath: LetterPlaces.templates, toPath: path)
            return try body(TemplateFolder(path: path, folder: folder))
        }
    }
}
