// What `make fuzz` starts from and what it ever found, handed in once more: a find that was mended
// stays mended.

import Foundation
import TestSupport
import Testing

@Suite("Every reader of strangers’ bytes")
struct FuzzFindsTests {
    private static let program = BuiltProgram.folder.appending(path: "GuichetFuzz").path

    private static func fixtures(_ target: String) -> [String] {
        ["finds", "seeds"].map { "Tests/Fixtures/fuzz/\($0)/\(target)" }.filter { folder in
            FileManager.default.fileExists(atPath: BuiltProgram.root.appending(path: folder).path)
        }
    }

    private static func targets() throws -> [String] {
        let list = try BuiltProgram.run(["list"], program: program)
        try #require(list.code == 0, "\(list.complaints)")
        return list.lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test("keeps its promises for all that was ever found")
    func finds() throws {
        let targets = try Self.targets()
        #expect(targets.count >= 15)
        for target in targets {
            let folders = Self.fixtures(target)
            guard !folders.isEmpty else { continue }
            let run = try BuiltProgram.run([target, "replay"] + folders, program: Self.program)
            let last = run.lines.last ?? ""
            #expect(run.code == 0, "\(target): \(last): \(run.complaints)")
        }
    }

    @Test("has its target: no folder of finds is left without one")
    func folders() throws {
        let targets = Set(try Self.targets())
        for part in ["finds", "seeds"] {
            let folder = BuiltProgram.root.appending(path: "Tests/Fixtures/fuzz/\(part)")
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
            for name in names ?? [] { #expect(targets.contains(name), "\(part)/\(name)") }
        }
    }
}
