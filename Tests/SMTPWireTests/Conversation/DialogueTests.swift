// Whole conversations from Tests/Fixtures/smtp, in every way in which bytes may travel.

import Foundation
import TestSupport
import Testing

@testable import SMTPWire

@Suite("SMTP dialogues")
struct DialogueTests {
    private static let folder = PackageRoot.file("Tests/Fixtures/smtp")

    private static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test("are there")
    func areThere() {
        #expect(Self.names.count >= 20)
    }

    @Test("go as written", arguments: names, Travel.all)
    func goAsWritten(name: String, travel: Travel) throws {
        let file = Self.folder.appending(path: name)
        let dialogue = try Dialogue(try String(contentsOf: file, encoding: .utf8))
        var player = try DialoguePlayer(travel)
        try player.play(dialogue)
    }
}
