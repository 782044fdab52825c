// Holds the engine against the public cases of the Mustache specification, where they are at hand.
// They are no part of the package; MustacheTests cover every feature without them.

import Foundation
import TestSupport
import Testing

@testable import Letters

/// One case of the specification.
private struct SpecificationCase: Decodable, CustomTestStringConvertible {
    var name: String
    var data: SpecificationValue
    var template: String
    var partials: [String: String]?
    var expected: String

    var testDescription: String { name }
}

private struct SpecificationFile: Decodable {
    var tests: [SpecificationCase]
}

/// JSON data as the engine's values.
private struct SpecificationValue: Decodable {
    var value: MustacheValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let flag = try? container.decode(Bool.self) {
            value = .boolean(flag)
        } else if let number = try? container.decode(Double.self) {
            value = .number(number)
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let list = try? container.decode([SpecificationValue].self) {
            value = .list(list.map(\.value))
        } else {
            let group = try container.decode([String: SpecificationValue].self)
            value = .group(group.mapValues(\.value))
        }
    }
}

@Suite("The Mustache specification")
struct MustacheSpecificationTests {
    static let files = [
        "interpolation": 42, "sections": 34, "inverted": 22, "comments": 12, "partials": 12,
        "delimiters": 14,
    ]

    @Test(
        "holds in every case",
        .enabled(
            if: SharedFolder.has("mustache-spec/specs"),
            "the shared folder has no mustache-spec; MustacheTests cover each feature by themselves"
        ),
        arguments: files.keys.sorted()
    )
    func holds(file: String) throws {
        let place = try #require(SharedFolder.item("mustache-spec/specs/\(file).json"))
        let cases = try JSONDecoder()
            .decode(SpecificationFile.self, from: Data(contentsOf: place)).tests
        let expectedCount = try #require(Self.files[file])
        #expect(cases.count >= expectedCount, "the file lost cases")
        for one in cases {
            let partials = try (one.partials ?? [:]).mapValues { source in
                try MustacheTemplate(source, file: "partial")
            }
            let template = try MustacheTemplate(one.template, file: one.name)
            let written = try template.render(
                one.data.value,
                partials: partials,
                escape: escapeHTML
            )
            #expect(
                String(decoding: written, as: UTF8.self) == one.expected,
                "\(file): \(one.name)"
            )
        }
    }
}
