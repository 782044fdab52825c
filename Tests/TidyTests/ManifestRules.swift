// What Package.swift and .swift-format promise: one list of settings for all, no package from
// elsewhere, a target for each folder, every rule of the linter.
//
// A list that can be shortened by one line in a hurry is held here in full.

import Foundation

/// The rules about the package's own description.
enum ManifestRules {
    static let all = [
        noPackageFromElsewhere, everyTargetIsStrict, theListIsWhole, foldersAreTargets,
        testsMirrorModules, everyLintRuleIsOn,
    ]

    private static let path = "Package.swift"

    private static func manifest(of house: House) -> Manifest {
        Manifest(house.texts[path] ?? "")
    }

    private static let noPackageFromElsewhere = HouseRule(
        "the package needs system libraries and no other package",
        broken: [[path: "let a = [.package(url: \"b\", from: \"1.0.0\")]"]],
        kept: [[path: "// .package(url:)\nlet package = Package(name: \"Guichet\")"]],
        breaches: { house in
            let source = SourceText(house.texts[path] ?? "")
            return source.offsets(of: [CodePattern(".package(")]).map {
                Breach(path, line: source.line(at: $0.offset), "A package from elsewhere.")
            }
        }
    )

    private static let everyTargetIsStrict = HouseRule(
        "every Swift target is built with the one list of settings",
        broken: [
            [path: ".target(name: \"A\")"],
            [path: ".testTarget(name: \"A\", swiftSettings: [])"],
            [path: ".executableTarget(name: \"A\", swiftSettings: strict + loose)"],
            [path: "let nothing = 1"],
        ],
        kept: [
            [path: ".target(name: \"A\", swiftSettings: strict), .systemLibrary(name: \"B\")"],
            [path: ".target(name: \"A\", path: \"Tests/A\")", "Tests/A/a.c": ""],
        ],
        breaches: { house in
            let targets = manifest(of: house).targets
            guard !targets.isEmpty else { return [Breach(path, "No target was found.")] }
            return targets.filter { target in
                target.kind != "systemLibrary" && !target.isStrict && !isC(target, in: house)
            }.map {
                Breach(path, line: $0.line, "\($0.name): say `swiftSettings: strict`.")
            }
        }
    )

    // C has settings of its own.
    private static func isC(_ target: Manifest.Target, in house: House) -> Bool {
        house.texts.keys.contains { $0.hasPrefix(target.folder + "/") && $0.hasSuffix(".c") }
    }

    private static let settings = [
        ".swiftLanguageMode(.v6)", ".treatAllWarnings(as: .error)", ".strictMemorySafety()",
    ]
    private static let features = [
        "ExistentialAny", "ImmutableWeakCaptures", "InferIsolatedConformances",
        "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
    ]

    private static let theListIsWhole = HouseRule(
        "the list holds Swift 6, warnings as errors, strict memory safety and the six features",
        broken: [
            [path: "let strict = [\(settings.joined(separator: ", "))]"],
            [path: "let strict = [\(features.map { "\"\($0)\"" }.joined(separator: ", "))]"],
            [path: wholeList + "\nlet more = [.unsafeFlags([\"-w\"])]"],
            [path: wholeList + "\nlet more = [.treatWarning(\"a\", as: .warning)]"],
        ],
        kept: [[path: wholeList]],
        breaches: { house in
            let source = SourceText(house.texts[path] ?? "")
            let found = Set(
                source.offsets(of: settings.map { CodePattern($0) }).map(\.pattern.text)
            )
            let texts = Set(source.texts(in: source.bytes.indices))
            let ways = [".unsafeFlags", ".treatWarning", ".disableWarning"].map { CodePattern($0) }
            return settings.filter { !found.contains($0) }.map {
                Breach(path, "`\($0)` is missing.")
            }
                + features.filter { !texts.contains($0) }.map { Breach(path, "\($0) is missing.") }
                + source.offsets(of: ways).map {
                    let line = source.line(at: $0.offset)
                    return Breach(path, line: line, "`\($0.pattern.text)` loosens the list.")
                }
        }
    )

    private static let wholeList =
        "let strict = [\(settings.joined(separator: ", ")), "
        + features.map { ".enableUpcomingFeature(\"\($0)\")" }.joined(separator: ", ") + "]"

    private static let foldersAreTargets = HouseRule(
        "every folder of Sources is a target, and every target has its folder",
        broken: [
            [path: "", "Sources/Desk/Sample.swift": ""],
            [path: ".target(name: \"Desk\", swiftSettings: strict)"],
            [path: ".target(name: \"A\", path: \"Tests/A\", swiftSettings: strict)"],
        ],
        kept: [[path: ".systemLibrary(name: \"CXML\")", "Sources/CXML/shim.h": ""]],
        breaches: { house in
            let targets = manifest(of: house).targets
            let places = targets.map(\.folder)
            let folders = ["Sources", "Tests"].flatMap { parent in
                house.folders(under: parent).map { "\(parent)/\($0)" }
            }
            let built = folders.filter { folder in
                folder.hasPrefix("Sources/")
                    || house.texts.keys.contains {
                        $0.hasPrefix(folder + "/") && ($0.hasSuffix(".swift") || $0.hasSuffix(".c"))
                    }
            }
            return zip(targets, places).filter { !folders.contains($1) }.map { target, place in
                Breach(path, line: target.line, "\(target.name): there is no folder \(place).")
            } + built.filter { !places.contains($0) }.map { Breach($0, "No target builds it.") }
        }
    )

    private static let testsMirrorModules = HouseRule(
        "every test target mirrors a module",
        broken: [[path: ".testTarget(name: \"ExtraTests\")", "Sources/Desk/Sample.swift": ""]],
        kept: [
            [
                path: ".testTarget(name: \"DeskTests\"), .testTarget(name: \"TidyTests\")",
                "Sources/Desk/Sample.swift": "",
            ]
        ],
        breaches: { house in
            let modules = house.folders(under: "Sources") + ["TestServers", "Tidy"]
            let names = modules.map { $0.lowercased() + "tests" }
            return manifest(of: house).targets
                .filter { $0.kind == "testTarget" && !names.contains($0.name.lowercased()) }
                .map { Breach(path, line: $0.line, "\($0.name) is named after no module.") }
        }
    )

    private struct FormatConfiguration: Decodable {
        let rules: [String: Bool]
    }

    private static let everyLintRuleIsOn = HouseRule(
        "the linter's \(LintRules.names.count) rules are listed and on",
        broken: [
            [".swift-format": ""], [".swift-format": "{\"rules\": {}}"],
            [".swift-format": configuration(LintRules.names, isOn: false)],
            [".swift-format": configuration(Array(LintRules.names.dropLast()), isOn: true)],
        ],
        kept: [[".swift-format": configuration(LintRules.names, isOn: true)]],
        breaches: { house in
            let text = house.texts[".swift-format"] ?? ""
            let decoder = JSONDecoder()
            guard let read = try? decoder.decode(FormatConfiguration.self, from: Data(text.utf8))
            else { return [Breach(".swift-format", "Cannot be read.")] }
            return LintRules.names.filter { read.rules[$0] != true }.map {
                Breach(".swift-format", "\($0) is not listed as true: what is not listed is off.")
            }
        }
    )

    private static func configuration(_ names: [String], isOn: Bool) -> String {
        "{\"rules\": {" + names.map { "\"\($0)\": \(isOn)" }.joined(separator: ", ") + "}}"
    }
}
