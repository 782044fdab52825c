// The rows of the table of broken settings: one change to a folder that is right, and every error
// that it must cause, word for word.

import Foundation
import Testing

/// One broken settings folder.
struct BrokenSettings: CustomTestStringConvertible, Sendable {
    /// What is wrong, in a few words.
    let name: String
    /// The files that are not as they should be.
    let files: [String: String]
    /// Every error, in order, one a line.
    let errors: String

    var testDescription: String { name }

    /// A line too many at the end of sav.yaml, which makes it line 6.
    static func sav(_ name: String, plus line: String, _ errors: String) -> BrokenSettings {
        BrokenSettings(
            name: name,
            files: ["sav.yaml": SettingsFolder.sav + line + "\n"],
            errors: errors
        )
    }

    /// A line of sav.yaml that reads differently.
    static func sav(
        _ name: String,
        _ line: String,
        is other: String,
        _ errors: String
    ) -> BrokenSettings {
        let text = SettingsFolder.sav.replacingOccurrences(of: line, with: other)
        precondition(text != SettingsFolder.sav, "the line to change is not in sav.yaml")
        return BrokenSettings(name: name, files: ["sav.yaml": text], errors: errors)
    }

    /// A line too many at the end of company.yaml, which makes it line 11.
    static func company(_ name: String, plus line: String, _ errors: String) -> BrokenSettings {
        BrokenSettings(
            name: name,
            files: ["company.yaml": SettingsFolder.company + line + "\n"],
            errors: errors
        )
    }

    /// A line of company.yaml that reads differently.
    static func company(
        _ name: String,
        _ line: String,
        is other: String,
        _ errors: String
    ) -> BrokenSettings {
        let text = SettingsFolder.company.replacingOccurrences(of: line, with: other)
        precondition(text != SettingsFolder.company, "the line to change is not in company.yaml")
        return BrokenSettings(name: name, files: ["company.yaml": text], errors: errors)
    }

    /// Whole files.
    static func files(
        _ name: String,
        _ files: [String: String],
        _ errors: String
    ) -> BrokenSettings {
        BrokenSettings(name: name, files: files, errors: errors)
    }
}
