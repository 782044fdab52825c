// What the house itself writes, and may write wrongly: settings and templates. Whatever stands in a
// file, loading ends with values or with mistakes that have a place.

import Desk
import Foundation
import Letters
import Settings

/// What goes through the readers of our own files.
enum HouseTargets {
    static let all = [company, mailbox, template]

    private static let company = FuzzTarget("settings-company") { input in
        load(input, as: SettingsLoader.companyFileName)
    }

    private static let mailbox = FuzzTarget("settings-mailbox") { input in
        load(input, as: "sav.yaml")
    }

    // The other file is a link to the package's own: one small file is written for each input.
    private static func load(_ input: ArraySlice<UInt8>, as name: String) {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory
            .appending(path: "guichet-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? manager.removeItem(at: folder) }
        do {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            for other in [SettingsLoader.companyFileName, "sav.yaml"] where other != name {
                try manager.createSymbolicLink(
                    atPath: folder.appending(path: other).path,
                    withDestinationPath: manager.currentDirectoryPath + "/Mailboxes/\(other)"
                )
            }
            try Data(input).write(to: folder.appending(path: name))
        } catch {
            preconditionFailure("the temporary folder cannot be written: \(error)")
        }
        do throws(SettingsErrors) {
            let house = try SettingsLoader.load(
                folder: folder.path(),
                stateFolder: "state",
                home: "home"
            )
            promise(!house.mailboxes.isEmpty, "a house has a mailbox")
        } catch {
            promise(!error.errors.isEmpty, "settings that are refused have a mistake")
            for mistake in error.errors {
                promise(mistake.line >= 0 && mistake.column >= 0, "a mistake has a place")
                promise(isOneLine(mistake.sentence), "a mistake is told on one line: \(mistake)")
                promise(mistake.sentence.utf8.count < 2_000, "a mistake is told in few words")
            }
        }
    }

    private static let template = FuzzTarget("template") { input in
        let source = String(decoding: input, as: UTF8.self)
        let template: MustacheTemplate
        do throws(TemplateErrors) {
            template = try MustacheTemplate(source, file: "fr/a.md")
        } catch {
            promise(!error.errors.isEmpty, "a template that is refused has a mistake")
            promise(
                error.errors.allSatisfy { ($0.place?.line ?? 1) >= 1 },
                "a mistake has a place"
            )
            return
        }
        var limits = MustacheLimits()
        limits.bytesMaximum = 20_000
        limits.stepsMaximum = 20_000
        guard
            let written = try? template.render(
                values,
                partials: ["a": template, "b": template],
                limits: limits,
                escape: escapeMarkdown
            )
        else { return }
        promise(written.count <= limits.bytesMaximum, "a letter has a longest length")
        _ = renderMarkdown(written)
    }

    private static let values: MustacheValue = .group([
        "a": .text("*x* <b> [c](d)\n# e"), "b": .boolean(true), "c": .boolean(false),
        "d": .list([.group(["a": .text("1")]), .group(["a": .text("2")]), .number(3)]),
        "e": .group(["a": .group(["b": .text("deep")])]), "f": .null, "g": .list([]),
    ])
}
