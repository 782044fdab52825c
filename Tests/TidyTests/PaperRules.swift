// What goes with the source: the map, the history, the licence, the words beside the fixtures.
//
// Papers rot where nobody compiles them; what can be compared with the tree is compared here.

/// The rules about what is written beside the source.
enum PaperRules {
    static let all = [
        theMapNamesEveryFolder, theHistoryHasAnOpenChapter, theLicenceIsMIT, fixturesAreExplained,
    ]

    // README.md may be absent from a tree; one that is there is whole.
    private static let theMapNamesEveryFolder = HouseRule(
        "README's map names every folder of Sources",
        broken: [["README.md": "Sources/Desks", "Sources/Desk/Sample.swift": ""]],
        kept: [
            ["README.md": "`Desk/` is pure.", "Sources/Desk/Sample.swift": ""],
            ["Sources/Desk/Sample.swift": ""],
        ],
        breaches: { house in
            guard let text = house.texts["README.md"] else { return [] }
            let words = Set(text.split { !($0.isLetter || $0.isNumber) }.map(String.init))
            return house.folders(under: "Sources").filter { !words.contains($0) }.map {
                Breach("README.md", "The map does not name Sources/\($0).")
            }
        }
    )

    private static let theHistoryHasAnOpenChapter = HouseRule(
        "CHANGELOG has a chapter for what is not released yet",
        broken: [[:], ["CHANGELOG.md": "# Changes\n\n## 1.0.0\n"]],
        kept: [["CHANGELOG.md": "# Changes\n\n## Unreleased\n"]],
        breaches: { house in
            let lines = (house.texts["CHANGELOG.md"] ?? "").split(separator: "\n")
            let isOpen = lines.contains { ["## Unreleased", "## [Unreleased]"].contains($0) }
            return isOpen ? [] : [Breach("CHANGELOG.md", "Needs the heading `## Unreleased`.")]
        }
    )

    private static let theLicenceIsMIT = HouseRule(
        "LICENSE is the MIT licence",
        broken: [[:], ["LICENSE": "All rights reserved.\n"]],
        kept: [["LICENSE": "MIT License\n\nCopyright\n"]],
        breaches: { house in
            let isMIT = house.texts["LICENSE"]?.hasPrefix("MIT License\n") == true
            return isMIT ? [] : [Breach("LICENSE", "Must be the MIT licence.")]
        }
    )

    private static let fixturesAreExplained = HouseRule(
        "every folder of mails in Tests/Fixtures has a README.md that says why they are there",
        broken: [["Tests/Fixtures/plain/a.eml": "", "Tests/Fixtures/README.md": ""]],
        kept: [["Tests/Fixtures/plain/a.eml": "", "Tests/Fixtures/plain/README.md": ""]],
        breaches: { house in
            let folders = house.texts.keys
                .filter { $0.hasPrefix("Tests/Fixtures/") && $0.hasSuffix(".eml") }
                .map { $0.split(separator: "/").dropLast().joined(separator: "/") }
            return Set(folders).sorted().filter { house.texts[$0 + "/README.md"] == nil }.map {
                Breach($0, "Mails without a README.md: say what they are there for.")
            }
        }
    )
}
