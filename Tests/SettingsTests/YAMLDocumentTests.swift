// The tree under the settings: positions, styles, and files that were cut short.

import Foundation
import Testing

@testable import Settings

@Suite("A YAML tree")
struct YAMLDocumentTests {
    private func root(_ text: String) throws -> YAMLNode {
        let document = YAMLDocument(Array(text.utf8))
        #expect(document.faults == [])
        return try #require(document.root)
    }

    @Test("knows line and column of every key and value, in characters")
    func positions() throws {
        let node = try root("é: ü\n\nclé:\n  - été: [à, b]\n")
        guard case .mapping(let entries) = node.content else {
            Issue.record("the file is a map")
            return
        }
        #expect(entries.map(\.key) == ["é", "clé"])
        #expect(entries[0].value.position == YAMLPosition(line: 1, column: 4))
        #expect(entries[1].keyPosition == YAMLPosition(line: 3, column: 1))
        guard case .sequence(let list) = entries[1].value.content,
            case .mapping(let inner) = list[0].content,
            case .sequence(let words) = inner[0].value.content
        else {
            Issue.record("the list holds a map that holds a list")
            return
        }
        #expect(inner[0].keyPosition == YAMLPosition(line: 4, column: 5))
        #expect(words[1].position == YAMLPosition(line: 4, column: 14))
    }

    @Test(
        "keeps the text and the style of a scalar",
        arguments: [
            ("no", "no", YAMLScalarStyle.plain), ("'no'", "no", .singleQuoted),
            ("\"n\\x6f\"", "no", .doubleQuoted), ("|\n  no\n", "no\n", .literal),
            (">\n  no\n", "no\n", .folded), ("\"a\\0b\"", "a\0b", .doubleQuoted),
            ("0x1F", "0x1F", .plain), ("08:30", "08:30", .plain), ("~", "~", .plain),
        ]
    )
    func scalars(_ written: String, _ text: String, _ style: YAMLScalarStyle) throws {
        #expect(try root(written).content == .scalar(text, style))
    }

    @Test(
        "is nothing only for an empty plain scalar and a tilde",
        arguments: [("a:", true), ("a: ~", true), ("a: ''", false), ("a: null", false)]
    )
    func nothing(_ text: String, _ expected: Bool) throws {
        guard case .mapping(let entries) = try root(text).content else {
            Issue.record("the text is a map")
            return
        }
        #expect(entries.map(\.value.isNothing) == [expected])
    }

    @Test("may nest 20 deep, and no deeper")
    func depth() {
        for (count, isWhole) in [(20, true), (21, false), (100_000, false)] {
            let text = String(repeating: "[", count: count) + String(repeating: "]", count: count)
            #expect(YAMLDocument(Array(text.utf8)).isWhole == isWhole)
        }
    }

    @Test("of a file that was cut short is read or refused, at every byte")
    func cutShort() throws {
        let file = RepositorySettings.folder + "/company.yaml"
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        for length in bytes.indices {
            let document = YAMLDocument(Array(bytes[..<length]))
            #expect(document.isWhole == document.faults.isEmpty)
        }
    }
}
