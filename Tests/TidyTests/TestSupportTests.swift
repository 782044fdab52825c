// What every suite leans on, leaned on here first: a test's folder exists, is its own, and is gone
// afterwards, also when the test fails inside it.

import Foundation
import TestSupport
import Testing

@Suite("Test support")
struct TestSupportTests {
    private struct Slip: Error {}

    @Test("finds the package")
    func findsThePackage() {
        #expect(exists(PackageRoot.file("Package.swift")))
    }

    @Test("gives each test a folder of its own, and takes it back")
    func givesFolders() throws {
        let places = try withTemporaryFolder { first in
            try withTemporaryFolder { second in
                try first.write("new/a", "text")
                try OddFile.makePipe(at: first.path("pipe"))
                try OddFile.makeFile(named: [0xFF, 0x61], in: second.path)
                #expect(try first.names() == ["new", "pipe"])
                #expect(try first.read("new/a") == Array("text".utf8))
                #expect(try second.names(in: "").count == 1)
                return [first.url, second.url]
            }
        }
        #expect(places[0] != places[1])
        #expect(!places.contains(where: exists))
    }

    @Test("takes a folder back when the test fails in it")
    func takesFoldersBack() {
        var place: URL?
        #expect(throws: Slip.self) {
            try withTemporaryFolder { folder in
                place = folder.url
                throw Slip()
            }
        }
        #expect(place.map(exists) == false)
    }

    @Test("knows the shared folder only where there is one")
    func knowsTheSharedFolder() {
        #expect(!SharedFolder.has("no such folder"))
        #expect(SharedFolder.url.map(exists) != false)
    }

    private func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    }
}
