// The demo's mails: each is explained in its README, and all of them are what the README says they
// are as files. What should become of them is tested where it is decided; here only the files are
// looked at, so that a new mail cannot lie there without a reason.

import Foundation
import Testing

@Suite("Demo mails")
struct DemoMailsTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Mailboxes/demo/mails")

    /// The mails by their path without `.eml`, as the README names them.
    private static func mails() throws -> [String: [UInt8]] {
        var mails: [String: [UInt8]] = [:]
        for mailbox in ["sav", "reclamations"] {
            let place = folder.appendingPathComponent(mailbox)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                let bytes = try Data(contentsOf: place.appendingPathComponent(name))
                mails["\(mailbox)/\(name.dropLast(".eml".count))"] = Array(bytes)
            }
        }
        return mails
    }

    @Test("each has its line in the README, in the order of reception")
    func explained() throws {
        let readme = try String(
            contentsOf: Self.folder.appendingPathComponent("README.md"),
            encoding: .utf8
        )
        let named = readme.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        let numbers = named.compactMap { $0.split(separator: "/").last?.prefix(2) }
        #expect(numbers == numbers.sorted())
        #expect(try Set(named) == Set(Self.mails().keys))
        #expect(named.count == 25)
    }

    @Test("all but the broken one have LF line ends and invented addresses")
    func invented() throws {
        for (name, bytes) in try Self.mails() where name != "sav/15-illisible" {
            #expect(!bytes.contains(UInt8(ascii: "\r")), "\(name)")
            let text = String(decoding: bytes, as: UTF8.self)
            for word in text.split(whereSeparator: { " <>,;:()\"'\n\t[]=".contains($0) })
            where word.contains("@") {
                let domain = word.split(separator: "@").last ?? ""
                #expect(
                    domain.split(separator: "/").first?.hasSuffix(".example") == true,
                    "\(name)"
                )
            }
        }
    }

    @Test("the duplicate differs only in what mail servers wrote")
    func duplicate() throws {
        let mails = try Self.mails()
        let copies = try ["sav/08-deux-adresses", "reclamations/09-deux-adresses"].map {
            String(decoding: try #require(mails[$0]), as: UTF8.self)
        }
        let written = try copies.map { try #require($0.range(of: "MIME-Version:")).lowerBound }
        #expect(copies[0] != copies[1])
        #expect(copies[0][written[0]...] == copies[1][written[1]...])
    }
}
