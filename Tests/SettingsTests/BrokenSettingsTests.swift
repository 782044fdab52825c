// Every way we know to get the settings wrong, with the exact words that the admin reads.

import Foundation
import Settings
import Testing

@Suite("Broken settings")
struct BrokenSettingsTests {
    static let table =
        BrokenSettings.yaml + BrokenSettings.keys + BrokenSettings.values + BrokenSettings.house
        + BrokenSettings.calendar + BrokenSettings.duty + BrokenSettings.promises
        + BrokenSettings.steps + BrokenSettings.secrets
        + BrokenSettings.ways

    @Test("are refused with place, reason and advice", arguments: table)
    func isRefused(_ broken: BrokenSettings) throws {
        let folder = try SettingsFolder(broken.files)
        let errors = folder.errors()
        #expect(errors.joined(separator: "\n") == broken.errors)
        #expect(!errors.joined().contains("hunter2"), "a secret was quoted")
    }
}
