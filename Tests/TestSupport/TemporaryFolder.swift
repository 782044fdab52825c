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

    /// The folder's address as the C libraries and the command line take it.
    package var path: String {
        url.path(percentEncoded: false)
    }

    /// A place in the folder; nothing is created.
    package func file(_ name: String) -> URL {
        url.appending(path: name)
    }

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

/// Hands an empty folder to `body` and removes it afterwards, whatever happened.
package func withTemporaryFolder<Result>(
    _ body: (TemporaryFolder) throws -> Result
) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder) }
}
