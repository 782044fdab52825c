// Holds the rules of the house against the house, and each rule against houses that break it.
//
// A rule that never fires is worth nothing, so every rule brings its own breach.

import Testing

@Suite("The house")
struct HouseTests {
    @Test("keeps its rules", arguments: HouseRule.all)
    func keepsItsRules(_ rule: HouseRule) {
        let breaches = rule.breaches(House.ours)
        guard !breaches.isEmpty else { return }
        let list = breaches.map { "\n    \($0)" }.joined()
        Issue.record("\(rule.sentence):\(list)")
    }

    @Test("would notice a breach", arguments: HouseRule.all)
    func wouldNotice(_ rule: HouseRule) {
        #expect(!rule.broken.isEmpty, "a rule shows at least one breach")
        for house in rule.broken {
            #expect(!rule.breaches(house).isEmpty, "\(house.texts)")
        }
        for house in rule.kept {
            #expect(rule.breaches(house).isEmpty, "\(house.texts)")
        }
    }

    @Test("was found, and is not empty")
    func wasFound() {
        let paths = Set(House.ours.texts.keys)
        #expect(paths.contains("Package.swift"))
        #expect(paths.contains("Sources/guichet/Guichet.swift"))
        #expect(paths.contains("Tests/TidyTests/HouseTests.swift"))
        #expect(House.ours.swiftFiles.allSatisfy { !$0.source.bytes.isEmpty })
    }

    @Test("says where a breach stands")
    func saysWhere() {
        let file = SwiftFile(path: "Sources/Desk/A.swift", source: SourceText("a\nb\n"))
        #expect("\(Breach(file, at: 2, "Odd."))" == "Sources/Desk/A.swift:2: Odd.")
        #expect("\(Breach("README.md", "Odd."))" == "README.md: Odd.")
    }
}
