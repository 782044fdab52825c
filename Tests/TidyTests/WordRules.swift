// What the source never says: calls that would make a result depend on the moment or the machine,
// stop the process, or hide an error. Comments and strings may speak of them; code may not use
// them.
//
// The words that stand for unfinished work are the exception: they are looked for everywhere.

/// The rules about words.
enum WordRules {
    /// Some words, where they are allowed, and what to do instead.
    private struct Row {
        let sentence: String
        let patterns: [CodePattern]
        /// Paths, or folders ending in "/", in which the words may stand.
        let allowedIn: [String]
        /// Paths, or folders ending in "/", in which the words are looked for.
        let scope: [String]
        let instead: String

        init(
            _ sentence: String,
            _ patterns: [String],
            scope: [String] = ["Sources/", "Tests/"],
            allowedIn: [String] = [],
            instead: String
        ) {
            self.sentence = sentence
            self.patterns = patterns.map { CodePattern($0) }
            self.allowedIn = allowedIn
            self.scope = scope
            self.instead = instead
        }
    }

    /// The composition root's clock, the one file that asks what time it is.
    private static let clock = "Sources/guichet/Clock.swift"

    private static let table = [
        Row(
            "the time is read in \(clock) and nowhere else",
            [
                "Date()", "Date.init()", "Date.now", "Date(timeIntervalSinceNow",
                "timeIntervalSinceNow", "ContinuousClock", "SuspendingClock", "DispatchTime",
                "DispatchWallTime", "CLOCK_REALTIME", "gettimeofday(", "time(nil)",
                "CFAbsoluteTimeGetCurrent(",
            ],
            allowedIn: [clock],
            instead: "take the moment as an argument"
        ),
        Row(
            "the zone, calendar and language of the machine decide nothing",
            [
                "TimeZone.current", "TimeZone.autoupdatingCurrent", "Calendar.current",
                "Calendar.autoupdatingCurrent", "Locale.current", "Locale.autoupdatingCurrent",
            ],
            instead: "take it from the company's settings"
        ),
        Row(
            "identities are arguments",
            ["UUID()", "UUID.init()", "NSUUID", "globallyUniqueString"],
            instead: "take the identity as an argument"
        ),
        Row(
            "chance enters through the executable only",
            ["SystemRandomNumberGenerator", "arc4random(", "drand48(", "getrandom("],
            allowedIn: ["Sources/guichet/"],
            instead: "take the generator or the bytes as an argument"
        ),
        Row(
            "output goes through the executable's own types",
            ["print(", "debugPrint(", "NSLog(", "puts(", "printf("],
            instead: "return the text, or write it through the executable's output type"
        ),
        Row(
            "nothing stops the process over something the world did",
            ["try!", "as!", "fatalError(", "assertionFailure("],
            instead: "throw, return a defect, or state our own mistake with precondition"
        ),
        Row(
            "mail is scanned by linear code: no regular expression",
            ["Regex", "RegexBuilder", "NSRegularExpression", ".regularExpression", "NSPredicate"],
            scope: ["Sources/"],
            instead: "write a scan over bytes or scalars"
        ),
        Row(
            "the core cannot reach the outside",
            [
                "FileManager", "FileHandle", "ProcessInfo", "URLSession", "URLRequest", "Bundle",
                "UserDefaults", "NotificationCenter", "RunLoop", "DispatchQueue", "Task.sleep",
                "Data(contentsOf:", "String(contentsOf:", "contentsOfFile:", ".write(to:",
                "getenv(", "clock_gettime(",
            ],
            scope: ["Sources/Desk/"],
            instead: "let an adapter do it and hand the value in"
        ),
        Row(
            "modules share by package access, never by public",
            ["public"],
            scope: ["Sources/"],
            instead: "say package"
        ),
        Row(
            "no attribute goes round the table of imports",
            ["@_exported", "@_silgen_name", "@_cdecl", "@_implementationOnly", "@_spi"],
            instead: "import what is used, through the adapter that owns it"
        ),
        Row(
            "no test sleeps",
            ["sleep(", "usleep(", "nanosleep("],
            scope: ["Tests/"],
            instead: "wait for the event, or move the simulated clock"
        ),
    ]

    static let all =
        table.map(holdsRow) + [nowIsHandedIn, chanceIsSeeded, noBareExpression, nothingIsLeftOpen]

    private static func holdsRow(_ row: Row) -> HouseRule {
        let path = (row.scope[0] == "Sources/" ? "Sources/Store/" : row.scope[0]) + "Sample.swift"
        return HouseRule(
            row.sentence,
            broken: row.patterns.map { [path: "let a = \($0.text)\n"] },
            kept: [
                [path: row.patterns.map { "// \($0.text)\nlet a = \"\($0.text)\"\n" }.joined()],
                [path: row.patterns.filter(\.beginsWithWord).map { "my\($0.text)x\n" }.joined()],
            ]
                + row.allowedIn.map { place in
                    let path = place.hasSuffix("/") ? place + "Sample.swift" : place
                    return [path: row.patterns.map { "let a = \($0.text)\n" }.joined()]
                },
            breaches: { house in
                house.swiftFiles
                    .filter { lies($0.path, in: row.scope) && !lies($0.path, in: row.allowedIn) }
                    .flatMap { file in
                        file.source.offsets(of: row.patterns).map { offset, pattern in
                            let sentence = "`\(pattern.text)`: \(row.instead)."
                            return Breach(file, at: offset, sentence)
                        }
                    }
            }
        )
    }

    private static func lies(_ path: String, in places: [String]) -> Bool {
        places.contains { $0.hasSuffix("/") ? path.hasPrefix($0) : path == $0 }
    }

    // `world.now()` was handed in. What `.now` alone means, its type decides, and every type of the
    // system that has one reads the time.
    private static let nowIsHandedIn = HouseRule(
        "`.now` belongs to a value that was handed in",
        broken: [
            ["Tests/DeskTests/Sample.swift": "advance(to: .now)"],
            ["Sources/Desk/Sample.swift": "let a: Date = .now + 1"],
        ],
        kept: [
            ["Sources/Desk/Sample.swift": "let a = world.now() + Self.now + $0.now + b?.now"],
            [clock: "let a: Date = .now"],
        ],
        breaches: { house in
            house.swiftFiles.filter { $0.path != clock }.flatMap { file in
                file.source.words.filter { word in
                    word.text == "now" && file.source.hasCode(".", at: word.offset - 1)
                        && " (,[{:\n".utf8.contains(file.source.codeByte(word.offset - 2))
                }.map {
                    Breach(file, at: $0.offset, "`.now`: take the moment as an argument.")
                }
            }
        }
    )

    private static let chanceIsSeeded = HouseRule(
        "a random choice names its generator",
        broken: [["Tests/DeskTests/Sample.swift": "let a = Int.random(in: 0..<9)"]],
        kept: [["Tests/DeskTests/Sample.swift": "let a = Int.random(in: 0..<9, using: &seeded)"]],
        breaches: { house in
            let choices: Set = ["random", "randomElement", "shuffle", "shuffled"]
            return house.swiftFiles.flatMap { file in
                file.source.words.filter { word in
                    guard choices.contains(word.text), file.source.hasCode("(", at: word.end),
                        file.source.hasCode(".", at: word.offset - 1),
                        let end = file.source.closingBracket(of: word.end)
                    else { return false }
                    let arguments = word.end..<end
                    return !file.source.words.contains {
                        arguments.contains($0.offset) && $0.text == "using"
                    }
                }.map {
                    Breach(file, at: $0.offset, "`.\($0.text)(`: pass a seeded generator.")
                }
            }
        }
    )

    // A division stands between spaces; a slash that touches what follows and not what precedes
    // opens an expression.
    private static let noBareExpression = HouseRule(
        "no regular expression hides between slashes",
        broken: [
            ["Sources/MIME/Sample.swift": "let a = /b+/"],
            ["Sources/MIME/Sample.swift": "let a = b.contains(/c+/)"],
            ["Sources/MIME/Sample.swift": "let a = #/b+/#"],
        ],
        kept: [["Sources/MIME/Sample.swift": "let a = b / c // d\nlet e = f.reduce(1, /)\n"]],
        breaches: { house in
            house.sources.flatMap { file in
                let source = file.source
                return source.code.indices.filter { offset in
                    guard source.code[offset] == UInt8(ascii: "/") else { return false }
                    let before = source.codeByte(offset - 1)
                    let after = source.codeByte(offset + 1)
                    if before == UInt8(ascii: "#") { return true }
                    return " (,[:\n".utf8.contains(before) && !" ),=/\n".utf8.contains(after)
                }.map {
                    Breach(file, at: $0, "A regular expression: write a scan over bytes.")
                }
            }
        }
    )

    // Put together here, so that this file does not break its own rule.
    private static let openWords: Set = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]

    private static let nothingIsLeftOpen = HouseRule(
        "nothing is left open in the source; open questions stand in README's limits",
        broken: openWords.sorted().map { ["Sources/Desk/Sample.swift": "// \($0): later\n"] },
        kept: [["Tests/DeskTests/Sample.swift": "mkdtemp(\"a.X" + "XXXXX\") // \"hacks\""]],
        breaches: { house in
            let places = ["Sources/", "Tests/", "Packaging/", "Benchmarks/", ".ci/"]
            return house.texts.sorted { $0.key < $1.key }
                .filter { lies($0.key, in: places) }
                .flatMap { path, text in
                    zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false))
                        .flatMap { number, line in
                            line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
                                .filter { openWords.contains(String($0)) }
                                .map { Breach(path, line: number, "`\($0)`: finish it.") }
                        }
                }
        }
    )
}
