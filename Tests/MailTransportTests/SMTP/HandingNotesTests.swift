// What our own notes tell of letters after a kill: never more than they can know.

import Desk
import Foundation
import MailTransport
import TestSupport
import Testing

@Suite("Notes of letters on their way")
struct HandingNotesTests {
    private let folder: TemporaryFolder
    private let notes: HandingNotes
    private let ids: [MessageID]

    init() throws {
        folder = try TemporaryFolder()
        notes = HandingNotes(path: folder.path("handing.notes"))
        ids = try ["a@mileo.example", "b@mileo.example"].map { try #require(MessageID($0)) }
    }

    private var text: String {
        get throws { try String(contentsOfFile: folder.path("handing.notes"), encoding: .utf8) }
    }

    private func rewrite(_ change: (String) -> String) throws {
        try change(text).write(
            toFile: folder.path("handing.notes"),
            atomically: true,
            encoding: .utf8
        )
    }

    @Test("tell that a letter of the group never left, and nothing of others")
    func untouched() throws {
        #expect(notes.traces(of: Set(ids)).isEmpty)
        try notes.begin([ids[0]])
        #expect(notes.traces(of: Set(ids)) == [ids[0]: .untouched])
        try notes.begin([ids[1]])
        #expect(notes.traces(of: Set(ids)) == [ids[1]: .untouched])
    }

    @Test("leave a letter in doubt that was leaving, until the server has taken it")
    func leaving() throws {
        try notes.begin(ids)
        try rewrite { $0 + "leaving \(ids[0].text)\n" }
        #expect(notes.traces(of: Set(ids)) == [ids[1]: .untouched])
        try rewrite { $0 + "accepted \(ids[0].text)\n" }
        #expect(notes.traces(of: Set(ids)) == [ids[0]: .accepted, ids[1]: .untouched])
    }

    @Test("do not believe a line that was not written whole")
    func cutLine() throws {
        try notes.begin(ids)
        try rewrite { $0 + "leaving \(ids[0].text)\naccepted \(ids[0].text)" }
        #expect(notes.traces(of: Set(ids)) == [ids[1]: .untouched])
    }

    @Test("know nothing after another start of the machine, or where the list is cut")
    func otherBoot() throws {
        try notes.begin(ids)
        let whole = try text
        try rewrite { _ in whole.replacingOccurrences(of: "boot ", with: "boot x") }
        #expect(notes.traces(of: Set(ids)).isEmpty)
        try rewrite { _ in whole.replacingOccurrences(of: "end\n", with: "") }
        #expect(notes.traces(of: Set(ids)).isEmpty)
    }

    @Test("cannot be begun where nothing can be written")
    func nowhere() {
        let lost = HandingNotes(path: folder.path("no/such/folder/notes"))
        #expect(throws: TransportError.self) { try lost.begin(ids) }
    }
}
