// A folder that a test may fill, and that is gone when the test is over.
//
// Kept by a class, so that it is removed with its last owner, whether the test passes, fails or
// throws. Every test has its own, so tests never see each other's files.

package import Foundation
import Glibc

/// A temporary folder, removed with its owner.
package final class TemporaryFolder: Sendable {
    /// The path, without a slash at its end.
    package let path: String

    /// The system refused to make a folder.
    package struct NotMade: Error {}

    /// Makes an empty folder.
    package init() throws {
        let base = FileManager.default.temporaryDirectory.path
        var template = Array("\(base)/guichet-test-XXXXXX".utf8CString)
        guard let made = unsafe mkdtemp(&template) else { throw NotMade() }
        path = unsafe String(cString: made)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in it.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, making the folders above it; its moment is set where one is given.
    package func write(_ name: String, _ bytes: [UInt8], at moment: Date? = nil) throws {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
        if let moment {
            try FileManager.default.setAttributes(
                [.modificationDate: moment],
                ofItemAtPath: url.path
            )
        }
    }

    /// Writes a text file.
    package func write(_ name: String, _ text: String, at moment: Date? = nil) throws {
        try write(name, Array(text.utf8), at: moment)
    }

    /// Makes a folder, with those above it.
    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: path(name),
            withIntermediateDirectories: true
        )
    }

    /// The bytes of a file.
    package func read(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    /// The names in one of its folders, sorted.
    package func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }
}
