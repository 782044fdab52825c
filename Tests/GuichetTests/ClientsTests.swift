// The registry from the command line: a wrong file changes nothing and says all, a right one can be
// repeated.

import Foundation
import TestSupport
import Testing

@testable import guichet

@Suite("guichet clients")
struct ClientsTests {
    private static let good = """
        Société;Domaines;Niveau de contrat;GTI
        Ateliers Roy;roy.example;Premium;4H

        """

    private func run(_ folder: TemporaryFolder, _ words: String...) throws -> ProgramRun {
        try BuiltProgram.run(
            words + [
                "--state", "\(folder.path)/state", "--config", PackageRoot.file("Mailboxes").path,
            ]
        )
    }

    @Test("imports a file, shows what changes, and does it again without a change")
    func importing() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/clients.csv"
        try Self.good.write(toFile: file, atomically: true, encoding: .utf8)
        let dry = try run(folder, "clients", "import", file, "--dry-run")
        #expect(dry.code == 0)
        #expect(dry.output.contains("+ Ateliers Roy: premium, 4 h; roy.example"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/state"))
        #expect(try run(folder, "clients", "import", file).output.contains("1 new"))
        #expect(try run(folder, "clients", "import", file).output.contains("1 as they were"))
        let found = try run(folder, "client", "show", "x@roy.example", "--json").output
        #expect(found.contains("\"contract\": \"premium\""))
    }

    @Test("a wrong file ends with 65 and a sentence for every mistake")
    func refusing() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/clients.csv"
        try "société;domaines;niveau\nA;gmail.com;Gold\nA;a.example;\n".write(
            toFile: file,
            atomically: true,
            encoding: .utf8
        )
        let run = try run(folder, "clients", "import", file)
        #expect(run.code == 65)
        for part in ["csv:2: domains", "csv:2: contract", "csv:3: the company", "nothing was"] {
            #expect(run.complaints.contains(part), "\(run.complaints)")
        }
    }

    @Test("attaching tells whom an address left, and takes no colleague")
    func attaching() throws {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/clients.csv"
        try "company;domains\nRoy;roy.example\nHalle;halle.example\n".write(
            toFile: file,
            atomically: true,
            encoding: .utf8
        )
        #expect(try run(folder, "clients", "import", file).code == 0)
        let first = try run(folder, "client", "attach", "x@ailleurs.example", "Roy")
        #expect(first.output.contains("x@ailleurs.example belongs to Roy."))
        let second = try run(folder, "client", "attach", "x@ailleurs.example", "Halle")
        #expect(second.output.contains("belongs to Halle; until now it belonged to Roy"))
        let ours = try run(folder, "client", "attach", "quelquun@mileo.example", "Roy")
        #expect(ours.code == 65)
        #expect(ours.complaints.contains("which is our own"))
    }
}
