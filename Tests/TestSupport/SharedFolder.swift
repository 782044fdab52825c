// The folder of large samples that lies beside the package on some machines: mails, corpora, the
// cases of public specifications. It is no part of the package, so every test that reads it says
// so and is skipped where it is absent:
//
//     @Test(.enabled(if: SharedFolder.has("mails"), "the shared folder has no mails"))

package import Foundation

/// The samples beside the package.
package enum SharedFolder {
    /// What `GUICHET_SHARED` names, else `../shared`; nil where there is none.
    package static let url: URL? = existing(
        named: ProcessInfo.processInfo.environment["GUICHET_SHARED"],
        else: PackageRoot.url.deletingLastPathComponent().appending(path: "shared")
    )

    /// The public corpora: what `GUICHET_CORPORA` names, else `corpora` in the shared folder.
    package static let corpora: URL? = existing(
        named: ProcessInfo.processInfo.environment["GUICHET_CORPORA"],
        else: url?.appending(path: "corpora")
    )

    /// Whether the shared folder holds this file or folder.
    package static func has(_ path: String) -> Bool {
        item(path) != nil
    }

    /// A file or folder of the shared folder; nil where it is absent.
    package static func item(_ path: String) -> URL? {
        existing(named: nil, else: url?.appending(path: path))
    }

    private static func existing(named name: String?, else usual: URL?) -> URL? {
        let url = name.map { URL(filePath: $0) } ?? usual
        guard let url, FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
        else { return nil }
        return url
    }
}
