// Mail that nobody here wrote: everything in it is read, and nothing that is read is broken.

import Desk
import Foundation
import MIME
import TestSupport
import Testing

@Suite("Public mails")
struct CorporaTests {
    @Test(
        "all give a message, whatever they are",
        .enabled(if: SharedFolder.corpora != nil, "the public corpora are not on this machine")
    )
    func allGiveMessages() throws {
        let folder = try #require(SharedFolder.corpora)
        let files = Self.files(under: folder)
        #expect(files.count > 100)
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            Self.expectSound(MailReader.read(bytes), file.lastPathComponent)
            #expect(ContentHash.digest(of: bytes) == ContentHash.digest(of: bytes.withCRLF))
        }
    }

    @Test(
        "have their author, their subject and a text without strange characters",
        .enabled(if: SharedFolder.has("mails"), "the labelled mails are not on this machine")
    )
    func labelledMailsAreClean() throws {
        let folder = try #require(SharedFolder.item("mails"))
        let files = Self.files(under: folder).filter { $0.pathExtension == "eml" }
        #expect(files.count >= 150)
        for file in files {
            let message = MailReader.read(Array(try Data(contentsOf: file)))
            let name = file.lastPathComponent
            Self.expectSound(message, name)
            #expect(message.from != nil, "\(name) has an author")
            #expect(!message.text.contains("\u{FFFD}"), "\(name) has no bad bytes")
            #expect(!message.text.contains("Ã©"), "\(name) is not decoded twice")
        }
    }

    private static func files(under folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder,
            includingPropertiesForKeys: [.isRegularFileKey]
        )
        return (found?.compactMap { $0 as? URL } ?? []).filter { url in
            (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
        }
    }

    private static func expectSound(_ message: InboundMessage, _ name: String) {
        let isOneLine = { (text: String) in
            !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
        }
        #expect(isOneLine(message.subject), "\(name)")
        #expect(isOneLine(message.fromText), "\(name)")
        #expect(message.to.allSatisfy { isOneLine($0.name) }, "\(name)")
        #expect(message.attachments.allSatisfy { isOneLine($0.name) && !$0.name.isEmpty })
        #expect(message.attachments.allSatisfy { !$0.name.contains("/") }, "\(name)")
        #expect(message.headers.allSatisfy { isOneLine($0.value) }, "\(name)")
        #expect(!message.text.contains("\0") && !message.text.contains("\r"), "\(name)")
    }
}
