// winmail.dat, against public ones whose contents are known, and broken on purpose.

import Desk
import Foundation
import TestSupport
import Testing

@testable import MIME

/// A public container with what is in it.
private struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let folder: URL

    static let all: [Sample] = {
        let path = "mimekit/UnitTests/TestData/tnef"
        guard let folder = SharedFolder.corpora?.appending(path: path),
            let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        else { return [] }
        return files.filter { $0.hasSuffix(".tnef") }.sorted().map {
            Sample(name: String($0.dropLast(5)), folder: folder)
        }
    }()

    var testDescription: String { name }

    func bytes() throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "\(name).tnef")))
    }

    // Without the names of the texts: those are no files.
    func listedNames() throws -> [String] {
        let list = folder.appending(path: "\(name).list")
        return try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
            .map(String.init).filter { !$0.hasPrefix("body.") }.sorted()
    }

    // The extracted files, and the texts among them. The samples lost the CR of their texts.
    func extracted(texts: Bool) throws -> [[UInt8]] {
        let inner = folder.appending(path: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: inner.path())) ?? []
        return try names.filter { $0.hasPrefix("message.") == texts }.map {
            Array(try Data(contentsOf: inner.appending(path: $0))).withoutReturns
        }
    }
}

extension Sequence<UInt8> {
    fileprivate var withoutReturns: [UInt8] { filter { $0 != UInt8(ascii: "\r") } }
}

@Suite("winmail.dat")
struct TNEFTests {
    private static func open(_ bytes: [UInt8]) throws -> TNEF {
        var defects: Set<MessageDefect> = []
        return try #require(TNEF(bytes, limits: .standard, defects: &defects))
    }

    @Test(
        "gives every listed file by its name, and the bytes of every extracted one",
        .enabled(if: !Sample.all.isEmpty, "the public corpora are not on this machine"),
        arguments: Sample.all
    )
    private func givesEveryFile(_ sample: Sample) throws {
        let opened = try Self.open(sample.bytes())
        let names = opened.files.map(\.name).sorted()
        let listed = try sample.listedNames()
        // Two lists leave out files that their extracted folders hold.
        if !["long-filename", "missing-filenames"].contains(sample.name) {
            #expect(names == listed)
        }
        let contents = Set(opened.files.map { $0.content.withoutReturns })
        let extracted = Set(try sample.extracted(texts: false))
        #expect(contents == extracted || extracted.isEmpty)
    }

    @Test(
        "gives a text where the container holds one",
        .enabled(if: !Sample.all.isEmpty, "the public corpora are not on this machine"),
        arguments: Sample.all
    )
    private func givesText(_ sample: Sample) throws {
        let opened = try Self.open(sample.bytes())
        guard try !sample.extracted(texts: true).isEmpty else { return }
        let text = try #require(opened.text)
        #expect(String(validating: text.text, as: UTF8.self) != nil)
        #expect(!text.text.contains(0))
        #expect(!String(decoding: text.text, as: UTF8.self).contains("\\par"))
        #expect(text.text.contains { $0 > UInt8(ascii: " ") })
    }

    @Test(
        "never fails on one that is cut short or damaged",
        .enabled(if: !Sample.all.isEmpty, "the public corpora are not on this machine"),
        arguments: Sample.all
    )
    private func neverFails(_ sample: Sample) throws {
        let bytes = try sample.bytes()
        var defects: Set<MessageDefect> = []
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 41)) {
            let opened = TNEF(Array(bytes[..<length]), limits: .standard, defects: &defects)
            #expect((opened?.files.count ?? 0) < 20)
        }
        var damaged = bytes
        for place in stride(from: 6, to: bytes.count, by: max(1, bytes.count / 41)) {
            damaged[place] = 0xFF
            let opened = TNEF(damaged, limits: .standard, defects: &defects)
            #expect((opened?.files.count ?? 0) < 20)
        }
    }
}
