// Where the package lies on this machine, so that tests find fixtures and configuration.
//
// Found through #filePath, never through the working folder: a test gives the same answer wherever
// it was started from.

package import Foundation

/// The folder that holds Package.swift.
package enum PackageRoot {
    /// The folder itself.
    package static let url = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file or folder of the package, such as `Tests/Fixtures/plain.eml`.
    package static func file(_ path: String) -> URL {
        url.appending(path: path)
    }
}
