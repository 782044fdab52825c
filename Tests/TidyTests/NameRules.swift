// What things are called: a file by what is in it, a place by where it is from here.
//
// A name that fits everything (Utils, Manager) says that nobody knew what was inside.

/// The rules about names and paths.
enum NameRules {
    static let all = [filesAreNamedForTheirContents, noPathOfOneMachine]

    private static let emptyNames = [
        "Util", "Utils", "Utilities", "Helper", "Helpers", "Manager", "Common", "Misc",
    ]

    private static let filesAreNamedForTheirContents = HouseRule(
        "no file or folder is called Utils, Helpers, Manager or Common",
        broken: [
            ["Sources/Desk/Utils.swift": ""], ["Sources/Desk/QueueManager.swift": ""],
            ["Sources/Desk/String+Helpers.swift": ""], ["Sources/Desk/Common/Sample.swift": ""],
        ],
        kept: [["Sources/Letters/CommonMark.swift": ""], ["Sources/Desk/Managers.swift": ""]],
        breaches: { house in
            house.swiftFiles.filter { file in
                file.path.dropLast(".swift".count).split(separator: "/").contains { part in
                    emptyNames.contains { part == $0 || part.hasSuffix($0) }
                }
            }.map { Breach($0.path, "Name it after what is in it.") }
        }
    )

    // Put together here, so that this file does not break its own rule.
    private static let machineFolders = [
        "home/", "work/", "tmp", "root/", "opt/", "Users/", "mnt/",
    ]
    .map { "/" + $0 }

    private static let noPathOfOneMachine = HouseRule(
        "no path of one machine: places come from the package, the settings, the environment",
        broken: machineFolders.map { ["Sources/Desk/Sample.swift": "let a = \"\($0)/b\"\n"] }
            + [["Makefile": "\tcd " + machineFolders[1] + "a\n"]],
        kept: [
            ["Sources/Store/Sample.swift": "// a" + machineFolders[0] + " and $HOME/home\n"],
            ["Sources/Store/Sample.swift": "let a = \"\\(maildir)" + machineFolders[2] + "\"\n"],
            ["README.md": "Not code: " + machineFolders[2] + "\n"],
        ],
        breaches: { house in
            let places = ["Sources/", "Tests/", "Packaging/", "Benchmarks/", ".ci/"]
            return house.texts.sorted { $0.key < $1.key }
                .filter { path, _ in
                    ["Makefile", "Package.swift"].contains(path)
                        || places.contains { path.hasPrefix($0) } && !path.hasSuffix(".md")
                }
                .flatMap { path, text in
                    zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false))
                        .filter { namesMachineFolder($1) }
                        .map { number, _ in
                            Breach(path, line: number, "A path that other machines do not have.")
                        }
                }
        }
    )

    // Only a path from the root counts: nothing before its first slash could lead there.
    private static func namesMachineFolder(_ line: Substring) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.indices.contains { start in
            guard bytes[start] == UInt8(ascii: "/") else { return false }
            if start > 0 {
                let before = bytes[start - 1]
                if SourceText.isWordByte(before) || ".~-)}]*".utf8.contains(before) { return false }
            }
            return machineFolders.contains { folder in
                guard bytes[start...].starts(with: folder.utf8) else { return false }
                let end = start + folder.utf8.count
                return folder.hasSuffix("/") || end == bytes.count
                    || !SourceText.isWordByte(bytes[end])
            }
        }
    }
}
