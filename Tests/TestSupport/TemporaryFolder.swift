// A folder of its own for one test, gone when the test is.
//
// The name comes from the process and a counter, so parallel tests and parallel runs never meet.
// A suite that needs the folder for its whole life holds a `TemporaryFolder`; everything else uses
// the scoped form, which cannot be released too early.

package import Foundation
import Glibc
import Synchronization

/// An empty folder under the system's folder for temporary files, removed with its owner.
///
/// Swift may release an object after its last use: keep it in a stored property of the suite, or
/// use `withTemporaryFolder`, when only its address is used afterwards.
package final class TemporaryFolder: Sendable {
    /// The folder.
    package let url: URL

    private static let counter = Atomic<Int>(0)

    /// Creates the folder, readable by this user only.
    package init() throws {
        url = try Self.create()
    }

    /// The path, without a slash at its end.
    package var path: String {
        url.path(percentEncoded: false)
    }

    /// The path of something in it; nothing is created.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    deinit {
        // A test may have taken the right to write away; what cannot be removed is left behind
        // rather than turned into the failure of a test that passed.
        try? FileManager.default.removeItem(at: url)
    }

    // An earlier process with the same number may have been killed before it could tidy up: a name
    // that is taken is skipped.
    private static func create() throws -> URL {
        let parent = FileManager.default.temporaryDirectory
        while true {
            let number = counter.add(1, ordering: .relaxed).newValue
            let url = parent.appending(path: "guichet-test-\(getpid())-\(number)")
            do {
                try FileManager.default.createDirectory(
                    at: url,
                    withIntermediateDirectories: false,
                    attributes: [.posixPermissions: 0o700]
                )
                return url
            } catch CocoaError.fileWriteFileExists {
                continue
            }
        }
    }
}

// MARK: - What tests put into it and find in it

extension TemporaryFolder {
    /// Writes a file, making the folders above it; its moment is set where one is given.
    package func write(_ name: String, _ bytes: [UInt8], at moment: Date? = nil) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
        if let moment {
            try FileManager.default.setAttributes(
                [.modificationDate: moment],
                ofItemAtPath: path(name)
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
        try Array(Data(contentsOf: url.appending(path: name)))
    }

    /// The names in one of its folders, sorted; without a name, in the folder itself.
    package func names(in name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }
}

/// Hands an empty folder to `body` and removes it afterwards, whatever happened.
package func withTemporaryFolder<Result>(
    _ body: (TemporaryFolder) throws -> Result
) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder) }
}
