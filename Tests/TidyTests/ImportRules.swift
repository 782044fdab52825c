// Which module may import which: the table of the design, held here because the compiler lets an
// undeclared import of a sibling module through.
//
// A C library is imported by its one adapter; no adapter imports another; the core imports
// Foundation's values and nothing of ours. A folder that is not in the table is a breach: a new
// module comes with its row.

/// The rules about imports.
enum ImportRules {
    /// A module and what it may import.
    struct Row: Sendable {
        let module: String
        let imports: Set<String>

        init(_ module: String, _ imports: Set<String>) {
            self.module = module
            self.imports = imports
        }
    }

    /// What every adapter may import besides its own C library.
    private static let world: Set = ["Desk", "Foundation", "Glibc", "Synchronization"]

    /// The table.
    static let table = [
        Row("Desk", ["Foundation"]),
        Row("IMAPWire", []),
        Row("SMTPWire", []),
        Row("Settings", world.union(["CLexicon", "CYAML"])),
        Row("MailTransport", world.union(["CCurl", "IMAPWire", "SMTPWire"])),
        Row("MIME", world.union(["CGMime", "CSHA", "CXML"])),
        Row("Letters", world.union(["CCmark"])),
        Row("Store", world.union(["CSQLite"])),
        Row("Host", world.union(["CConfine"])),
        Row("Gateway", ["Desk", "Foundation", "Synchronization"]),
        Row("guichet", world.union(swiftModules).union(["Dispatch"])),
        Row("TestSupport", world.union(["Testing"])),
        Row("CrashChild", world.union(["Store", "TestSupport"])),
        Row(
            "GuichetFuzz",
            world.union(["FuzzDriver", "IMAPWire", "Letters", "MIME", "SMTPWire", "Settings"])
        ),
        Row("TestServers", world.subtracting(["Desk"]).union(["TestSupport"])),
        Row("TidyTests", ["Foundation", "TestSupport", "Testing"]),
    ]

    private static let swiftModules: Set = [
        "Desk", "Gateway", "Host", "IMAPWire", "Letters", "MIME", "MailTransport", "SMTPWire",
        "Settings", "Store",
    ]

    /// What a file of this module may import; nil for a module that nobody has thought about.
    static func allowed(in module: String) -> Set<String>? {
        if let row = table.first(where: { $0.module == module }) { return row.imports }
        guard module.hasSuffix("Tests") else { return nil }
        // GuichetTests are the tests of guichet: test targets begin with a capital.
        let tested = module.dropLast("Tests".count).lowercased()
        guard let row = table.first(where: { $0.module.lowercased() == tested })
        else { return nil }
        let common = world.union(["Testing", "TestServers", "TestSupport", row.module])
        // The shell and the executable are tested with real adapters; an adapter is tested alone.
        let isShell = ["Gateway", "guichet"].contains(row.module)
        let wires = row.imports.intersection(["IMAPWire", "SMTPWire"])
        return common.union(isShell ? swiftModules : wires)
    }

    static let all = table.map(holdsRow) + [testsFollow, everyModuleHasARow, importsAreDeclared]

    private static func holdsRow(_ row: Row) -> HouseRule {
        let list = row.imports.sorted().joined(separator: ", ")
        let folder = row.module.hasPrefix("T") ? "Tests" : "Sources"
        let path = "\(folder)/\(row.module)/Sample.swift"
        return HouseRule(
            "\(row.module) imports \(list.isEmpty ? "nothing" : "only \(list)")",
            broken: [
                [path: "import XCTest\n"], [path: "package import struct CGLib.gint\n"],
                [path: "@testable import Rules\n"],
            ],
            kept: [[path: row.imports.sorted().map { "import \($0)\n" }.joined() + "// import A"]],
            breaches: { house in
                house.swiftFiles.filter { $0.module == row.module }.flatMap(strayImports)
            }
        )
    }

    private static let testsFollow = HouseRule(
        "the tests of a module import it, Desk and what supports tests, and never a C library",
        broken: [
            ["Tests/StoreTests/Sample.swift": "import MIME\n"],
            ["Tests/StoreTests/Sample.swift": "import CSQLite\n"],
        ],
        kept: [
            ["Tests/GatewayTests/Sample.swift": "@testable import Store\nimport Testing\n"],
            ["Tests/GuichetTests/Sample.swift": "@testable import guichet\n"],
        ],
        breaches: { house in
            let rows = Set(table.map(\.module))
            return house.swiftFiles.filter { !rows.contains($0.module) }.flatMap(strayImports)
        }
    )

    private static let everyModuleHasARow = HouseRule(
        "every module has a row in the table of imports",
        broken: [["Sources/Extra/Sample.swift": ""], ["Tests/ExtraTests/Sample.swift": ""]],
        kept: [["Tests/DeskTests/Sample.swift": ""]],
        breaches: { house in
            house.swiftFiles.filter { allowed(in: $0.module) == nil }.map {
                Breach($0.path, "Module \($0.module) has no row in ImportRules.table: add one.")
            }
        }
    )

    private static let importsAreDeclared = HouseRule(
        "every import of a module of ours is a dependency in Package.swift",
        broken: [
            [
                "Package.swift": ".target(name: \"Store\", dependencies: [\"CSQLite\"])",
                "Sources/CSQLite/shim.h": "",
                "Sources/Desk/Sample.swift": "",
                "Sources/Store/Sample.swift": "import CSQLite\nimport Desk\n",
            ]
        ],
        breaches: { house in
            let manifest = Manifest(house.texts["Package.swift"] ?? "")
            let ours = Set(house.folders(under: "Sources") + house.folders(under: "Tests"))
            return house.swiftFiles.flatMap { file in
                let target = manifest.targets.first { $0.name == file.module }
                return imports(of: file)
                    .filter { ours.contains($0.text) }
                    .filter { target?.dependencies.contains($0.text) != true }
                    .map {
                        let sentence = "\(file.module) does not depend on \($0.text): declare it."
                        return Breach(file, at: $0.offset, sentence)
                    }
            }
        }
    )

    private static func strayImports(in file: SwiftFile) -> [Breach] {
        guard let allowed = allowed(in: file.module) else { return [] }
        return imports(of: file).filter { !allowed.contains($0.text) }.map {
            Breach(file, at: $0.offset, "\(file.module) may not import \($0.text).")
        }
    }

    /// The modules that a file imports, as the words that name them.
    static func imports(of file: SwiftFile) -> [SourceText.Word] {
        let kinds: Set = ["class", "enum", "func", "let", "protocol", "struct", "typealias", "var"]
        let words = file.source.words
        return words.indices.filter { words[$0].text == "import" }.compactMap { index in
            words[(index + 1)...].first { !kinds.contains($0.text) }
        }
    }
}
