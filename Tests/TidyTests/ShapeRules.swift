// How long a thing may be: what a reader can hold in view, and in mind.
//
// Lengths are counted the plain way: a function from the line of its keyword to the line of its
// last brace, a line in characters. Text that a multi-line string carries may be as wide as it is.

/// The rules about length, and about the head of each file.
enum ShapeRules {
    static let fileLinesMaximum = 400
    static let testFileLinesMaximum = 600
    static let functionLinesMaximum = 70
    static let lineColumnsMaximum = 100
    static let headLinesMinimum = 1

    static let all = [filesAreShort, linesAreShort, functionsAreShort, filesBeginWithTheirPromise]

    private static let filesAreShort = HouseRule(
        "a file has at most \(fileLinesMaximum) lines, \(testFileLinesMaximum) in the tests",
        broken: [
            ["Sources/Desk/Sample.swift": lines(fileLinesMaximum + 1)],
            ["Tests/DeskTests/Sample.swift": lines(testFileLinesMaximum + 1)],
        ],
        kept: [
            ["Sources/Desk/Sample.swift": lines(fileLinesMaximum)],
            ["Tests/DeskTests/Sample.swift": lines(testFileLinesMaximum)],
        ],
        breaches: { house in
            house.swiftFiles.compactMap { file in
                let maximum = file.isTest ? testFileLinesMaximum : fileLinesMaximum
                let count = file.source.lineCount
                guard count > maximum else { return nil }
                return Breach(file.path, "\(count) lines: find the two rooms in it.")
            }
        }
    )

    private static let linesAreShort = HouseRule(
        "a line has at most \(lineColumnsMaximum) columns",
        broken: [
            ["Sources/Desk/Sample.swift": "// " + String(repeating: "é", count: 98)],
            ["Sources/Desk/Sample.swift": "let a = \"" + String(repeating: "b", count: 91) + "\""],
        ],
        kept: [
            ["Sources/Desk/Sample.swift": "// " + String(repeating: "é", count: 97)],
            ["Tests/DeskTests/Sample.swift": "a = \"\"\"\n\(String(repeating: "b", count: 101))"],
        ],
        breaches: { house in
            house.swiftFiles.flatMap { file in
                zip(1..., file.source.lines)
                    .filter { number, line in
                        line.utf8.count > lineColumnsMaximum && line.count > lineColumnsMaximum
                            && file.source.part(atStartOfLine: number) != .text
                    }
                    .map { Breach(file.path, line: $0, "\($1.count) columns: break the line.") }
            }
        }
    )

    private static let functionsAreShort = HouseRule(
        "a function has at most \(functionLinesMaximum) lines",
        broken: ["func a(b: C = { 1 }())", "init?<T>(_ a: [T])", "deinit", "var a: Int"].map {
            ["Sources/Desk/Sample.swift": "struct D {\n\($0) {\n\(lines(69))}\n}\n"]
        },
        kept: [
            ["Sources/Desk/Sample.swift": "func a() {\n\(lines(68))}\n"],
            [
                "Sources/Desk/Sample.swift":
                    "protocol A {\nfunc a()\nvar b: Int { get }\n\(lines(70))}"
            ],
            ["Sources/Desk/Sample.swift": "let a = B.init(c) {\n\(lines(70))}\nfunc d() {}"],
        ],
        breaches: { house in
            house.swiftFiles.flatMap { file in
                bodies(in: file.source).compactMap { word, end in
                    let first = file.source.line(at: word.offset)
                    let count = file.source.line(at: end) - first + 1
                    guard count > functionLinesMaximum else { return nil }
                    return Breach(file.path, line: first, "A function of \(count) lines: part it.")
                }
            }
        }
    )

    private static let filesBeginWithTheirPromise = HouseRule(
        "a file begins with a comment on what it does and never does",
        broken: [
            ["Sources/Desk/Sample.swift": "import A\n"],
            ["Sources/Desk/Sample.swift": "/// Of a type.\n/// Not of the file.\nstruct A {}\n"],
        ],
        kept: [["Sources/Desk/Sample.swift": "// One line.\n\nimport A\n"]],
        breaches: { house in
            house.swiftFiles.filter { file in
                let head = file.source.lines.prefix { $0.hasPrefix("//") && !$0.hasPrefix("///") }
                return head.count < headLinesMinimum
            }.map {
                Breach($0.path, line: 1, "Begin with a comment on what this part promises.")
            }
        }
    )

    private static let declarations: Set = [
        "associatedtype", "case", "class", "deinit", "enum", "func", "init", "let", "protocol",
        "struct", "subscript", "typealias", "var",
    ]

    /// Every function, initializer, subscript and computed property with a body, and where it ends.
    private static func bodies(in source: SourceText) -> [(word: SourceText.Word, end: Int)] {
        let stops = source.words.filter {
            declarations.contains($0.text) && !source.hasCode(".", at: $0.offset - 1)
        }
        return stops.indices.compactMap { index in
            let word = stops[index]
            let limit = index + 1 < stops.count ? stops[index + 1].offset : source.code.count
            guard ["func", "init", "deinit", "subscript", "var"].contains(word.text),
                let opening = bodyStart(from: word, before: limit, in: source),
                let closing = source.closingBracket(of: opening)
            else { return nil }
            return (word, closing)
        }
    }

    // The first brace outside all brackets, before the next declaration; for a property it stands
    // on the property's line, before any value.
    private static func bodyStart(
        from word: SourceText.Word,
        before limit: Int,
        in source: SourceText
    ) -> Int? {
        var offset = word.end
        while offset < limit {
            switch source.code[offset] {
            case UInt8(ascii: "{"): return offset
            case UInt8(ascii: "("), UInt8(ascii: "["):
                guard let closing = source.closingBracket(of: offset) else { return nil }
                offset = closing
            case UInt8(ascii: "}"): return nil
            case UInt8(ascii: "="), UInt8(ascii: "\n"):
                if word.text == "var" { return nil }
            default: break
            }
            offset += 1
        }
        return nil
    }

    private static func lines(_ count: Int) -> String {
        String(repeating: "a()\n", count: count)
    }
}
