// What the program says of itself, whole texts, and how it refuses wrong calls.

import Foundation
import Testing

@testable import guichet

@Suite("Help")
struct HelpTests {
    @Test(
        "prints exactly the text that was agreed",
        arguments: ["overview"] + Command.all.map(\.name)
    )
    func wholeTexts(name: String) throws {
        let arguments = name == "overview" ? ["help"] : ["help", name]
        let run = try BuiltProgram.run(arguments)
        #expect(run.code == 0)
        #expect(run.complaints.isEmpty)
        try Golden.expect(run.output, equals: "help/\(name).txt")
        if name != "overview" {
            #expect(try BuiltProgram.run([name, "--help"]).output == run.output)
        }
    }

    @Test("is never wider than a terminal", arguments: Command.all.map(\.name))
    func width(name: String) throws {
        let command = try #require(Command.named(name))
        for line in HelpText.of(command) + HelpText.overview {
            #expect(line.count <= 100, "\(line)")
        }
    }

    @Test(
        "refuses wrong calls with one sentence and exit code 64",
        arguments: [
            (["explian"], "There is no command “explian”. Did you mean “explain”?"),
            (["banana"], "There is no command “banana”. See `guichet help`."),
            (["explain"], "explain wants more than that. Usage: guichet explain FILE..."),
            (["tickets", "--jsno"], "Did you mean “--json”?"),
            (["tickets", "--state"], "--state wants DIR behind it."),
            (["tickets", "--state", "--json"], "--state wants DIR behind it."),
            (["tickets", "--limit", "1", "--limit", "2"], "--limit is given twice"),
            (["--config", "x", "tickets"], "options follow it: guichet COMMAND --config"),
            (["template", "list", "x"], "“x” is one word too many for template list."),
            (["version", "x"], "“x” is one word too many for version."),
            (["version", "--json=yes"], "--json takes no value."),
            (["help", "chek"], "Did you mean “check”?"),
            (["run", "--one"], "Did you mean “--once”?"),
            (["template", "preview", "sav-acknowledgment"], "Did you mean “sav-acknowledgement”?"),
        ]
    )
    func wrongCalls(arguments: [String], sentence: String) throws {
        let run = try BuiltProgram.run(arguments)
        #expect(run.code == 64)
        #expect(run.output.isEmpty)
        #expect(run.complaints.hasPrefix("guichet: "))
        #expect(run.complaints.contains(sentence), "\(run.complaints)")
    }

    @Test("tells its version")
    func version() throws {
        #expect(try BuiltProgram.run(["version"]).output == "guichet \(VersionCommand.version)\n")
        #expect(try BuiltProgram.run(["--version"]).output == "guichet \(VersionCommand.version)\n")
    }
}
