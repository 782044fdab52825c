// Where memory and optionals are concerned: who may be unsafe, who must say why, and that nobody
// unwraps by force.
//
// The linter knows force unwraps from the syntax tree and is the real guard; the rule here also
// sees the files that the linter leaves alone because they are tests.

/// The rules about unsafety.
enum SafetyRules {
    /// The folders of those who talk to C.
    private static let adapters = [
        "Sources/Settings/", "Sources/MailTransport/", "Sources/MIME/", "Sources/Letters/",
        "Sources/Store/", "Sources/Host/", "Tests/TestServers/", "Tests/TestSupport/",
        "Tests/GuichetFuzz/",
    ]

    static let all = [unsafeStaysInAdapters, everyPromiseHasItsReason, nothingIsForced]

    private static let unsafeStaysInAdapters = HouseRule(
        "`unsafe` is said in the adapters and in what supports tests only",
        broken: [
            ["Sources/Desk/Sample.swift": "unsafe a()"],
            ["Sources/guichet/Sample.swift": "nonisolated(unsafe) var a = 1"],
            ["Tests/StoreTests/Sample.swift": "let a = unsafe b"],
        ],
        kept: [
            ["Sources/Store/Sample.swift": "unsafe a()"],
            ["Sources/Desk/Sample.swift": "// unsafe\nlet isUnsafe = 1"],
        ],
        breaches: { house in
            house.swiftFiles
                .filter { file in !adapters.contains { file.path.hasPrefix($0) } }
                .flatMap { file in
                    file.source.words.filter { $0.text == "unsafe" }.map {
                        Breach(file, at: $0.offset, "`unsafe`: move this into an adapter.")
                    }
                }
        }
    )

    private static let promises = ["@safe", "@unchecked", "nonisolated(unsafe)"].map(
        CodePattern.init
    )

    private static let everyPromiseHasItsReason = HouseRule(
        "`@safe`, `@unchecked` and `nonisolated(unsafe)` have their reason in the line above",
        broken: [
            ["Sources/Store/Sample.swift": "\n@safe final class A {}"],
            ["Sources/Store/Sample.swift": "import B\n\nfinal class A: @unchecked Sendable {}"],
            ["Sources/Store/Sample.swift": "// Why.\n\nnonisolated(unsafe) let a = 1"],
        ],
        kept: [
            ["Sources/Store/Sample.swift": "// Why.\n@safe final class A {}"],
            ["Sources/Store/Sample.swift": "// Why.\n@frozen\n@safe\nfinal class A {}"],
        ],
        breaches: { house in
            house.swiftFiles.flatMap { file in
                let lines = file.source.lines.map { $0.drop { $0 == " " } }
                return file.source.offsets(of: promises).filter { offset, _ in
                    let above = lines.prefix(file.source.line(at: offset) - 1)
                    let reason = above.last { !$0.hasPrefix("@") }
                    return reason?.hasPrefix("//") != true
                }.map {
                    let sentence = "`\($0.pattern.text)`: say why in a comment right above."
                    return Breach(file, at: $0.offset, sentence)
                }
            }
        }
    )

    private static let nothingIsForced = HouseRule(
        "nothing is unwrapped by force, and no type unwraps itself",
        broken: [
            "let a = b!", "let a = b()!", "let a = b[0]!.c", "var a: Int!", "var a: [Int]!",
            "let a = b! == c", "let a = \"1\"!", "let a = b ?? c!.d",
        ].map { ["Tests/DeskTests/Sample.swift": $0 + "\n"] },
        kept: [
            "let a = b != c && !d", "#if !os(Linux)", "f(!a, [!b])", "let a = \"\\(b)!\"",
            "// a!", "return !a",
        ].map { ["Tests/DeskTests/Sample.swift": $0 + "\n"] },
        breaches: { house in
            house.swiftFiles.flatMap { file in
                file.source.code.indices.filter { isForce(at: $0, in: file.source) }.map {
                    Breach(file, at: $0, "`!`: unwrap with guard, if, or #require in a test.")
                }
            }
        }
    )

    // A "!" that touches what stands before it; `try!` and `as!` are rows of the table of words.
    private static func isForce(at offset: Int, in source: SourceText) -> Bool {
        guard source.code[offset] == UInt8(ascii: "!") else { return false }
        let before = source.codeByte(offset - 1)
        guard SourceText.isWordByte(before) || ")]}>\"?`".utf8.contains(before),
            source.codeByte(offset + 1) != UInt8(ascii: "=")
        else { return false }
        return !["try", "as"].contains(source.wordEnding(before: offset))
    }
}
