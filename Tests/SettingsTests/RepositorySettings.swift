// Where the repository's own settings lie, for the tests that read them.

import Foundation

/// The folder `Mailboxes` of this repository.
enum RepositorySettings {
    /// Its path.
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Mailboxes").path
}
