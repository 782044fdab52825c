// The engine's features, one row each: what is written for a template and its values. Values are
// escaped for HTML here, as in the specification.

import Testing

@testable import Letters

/// One row: a template, its values, and what comes out.
struct MustacheRow: CustomTestStringConvertible, Sendable {
    var name: String
    var template: String
    var values: MustacheValue = .group([:])
    var partials: [String: String] = [:]
    var expected: String

    var testDescription: String { name }

    func written() throws -> String {
        let partials = try partials.mapValues { try MustacheTemplate($0, file: "partial") }
        let written = try MustacheTemplate(template, file: "row")
            .render(values, partials: partials, escape: escapeHTML)
        return String(decoding: written, as: UTF8.self)
    }
}

@Suite("Mustache")
struct MustacheTests {
    static let values: [MustacheRow] = [
        .init(name: "text without a tag", template: "a { b } c\n", expected: "a { b } c\n"),
        .init(name: "an empty template", template: "", expected: ""),
        .init(
            name: "a value, escaped",
            template: "<{{ a }}>",
            values: .group(["a": .text("<&\"'>")]),
            expected: "<&lt;&amp;&quot;&#39;&gt;>"
        ),
        .init(
            name: "a value, unescaped in both ways",
            template: "{{{a}}}{{&a}}",
            values: .group(["a": .text("<")]),
            expected: "<<"
        ),
        .init(
            name: "numbers",
            template: "{{a}} {{b}} {{c}}",
            values: .group(["a": .number(85), "b": .number(1.5), "c": .number(-2)]),
            expected: "85 1.5 -2"
        ),
        .init(
            name: "null and a missing name are empty",
            template: "[{{a}}{{b}}{{c.d.e}}]",
            values: .group(["a": .null, "c": .group([:])]),
            expected: "[]"
        ),
        .init(
            name: "a dotted name",
            template: "{{a.b.c}}",
            values: .group(["a": .group(["b": .group(["c": .text("x")])])]),
            expected: "x"
        ),
        .init(
            name: "a dotted name goes no second way after its first part",
            template: "{{#a}}[{{b.c}}]{{/a}}",
            values: .group([
                "a": .group(["b": .group([:])]), "b": .group(["c": .text("wrong")]),
            ]),
            expected: "[]"
        ),
        .init(
            name: "a value is not read as a template",
            template: "{{a}}",
            values: .group(["a": .text("{{b}} {{#c}}"), "b": .text("wrong")]),
            expected: "{{b}} {{#c}}"
        ),
    ]

    static let sections: [MustacheRow] = [
        .init(
            name: "true, false, null, empty and missing conditions",
            template: "{{#a}}a{{/a}}{{#b}}b{{/b}}{{#c}}c{{/c}}{{#d}}d{{/d}}{{#e}}e{{/e}}",
            values: .group(["a": .boolean(true), "b": .boolean(false), "c": .null, "d": .text("")]),
            expected: "a"
        ),
        .init(
            name: "the same, inverted",
            template: "{{^a}}a{{/a}}{{^b}}b{{/b}}{{^c}}c{{/c}}{{^d}}d{{/d}}{{^e}}e{{/e}}",
            values: .group(["a": .boolean(true), "b": .boolean(false), "c": .null, "d": .text("")]),
            expected: "bcde"
        ),
        .init(
            name: "a list of groups sees the names around it",
            template: "{{#rows}}{{a}}{{b}};{{/rows}}",
            values: .group([
                "rows": .list([.group(["a": .text("1")]), .group(["a": .text("2")])]),
                "b": .text("x"),
            ]),
            expected: "1x;2x;"
        ),
        .init(
            name: "the value in hand, in lists of lists",
            template: "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}",
            values: .group([
                "a": .list([.list([.number(1), .number(2)]), .list([.text("b")])])
            ]),
            expected: "(12)(b)"
        ),
        .init(
            name: "an empty list shows only the inverted section",
            template: "{{#a}}x{{/a}}{{^a}}none{{/a}}",
            values: .group(["a": .list([])]),
            expected: "none"
        ),
        .init(
            name: "a dotted section, nested in itself",
            template: "{{#a.b}}1{{#a.b}}2{{/a.b}}3{{/a.b}}",
            values: .group(["a": .group(["b": .boolean(true)])]),
            expected: "123"
        ),
        .init(
            name: "a text as the value in hand",
            template: "{{#name}}Hello {{.}}{{/name}}",
            values: .group(["name": .text("Ann")]),
            expected: "Hello Ann"
        ),
    ]

    static let lines: [MustacheRow] = [
        .init(
            name: "lines of their own disappear",
            template: "a\n  {{#x}}  \nb\n{{/x}}\n{{! note }}\n{{=<% %>=}}\n<%={{ }}=%>\nc\n",
            values: .group(["x": .boolean(true)]),
            expected: "a\nb\nc\n"
        ),
        .init(
            name: "with CRLF too",
            template: "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\n",
            values: .group(["x": .boolean(true)]),
            expected: "a\r\nb\r\n"
        ),
        .init(
            name: "at the beginning and at the end of the file",
            template: "{{#x}}\na\n  {{/x}}",
            values: .group(["x": .boolean(true)]),
            expected: "a\n"
        ),
        .init(name: "a comment over lines", template: "a\n{{! b\n c }}\nd", expected: "a\nd"),
        .init(name: "a comment within a line", template: "a {{! b }} c\n", expected: "a  c\n"),
        .init(
            name: "two tags on a line keep it",
            template: "a\n{{#x}} {{/x}}\nb\n",
            values: .group(["x": .boolean(true)]),
            expected: "a\n \nb\n"
        ),
        .init(
            name: "a value never takes its line with it",
            template: "a\n {{x}} \nb\n",
            expected: "a\n  \nb\n"
        ),
        .init(
            name: "other delimiters, of any characters",
            template: "{{=[( )]=}}[(a)] {{a}}",
            values: .group(["a": .text("x")]),
            expected: "x {{a}}"
        ),
        .init(
            name: "other delimiters for sections, comments and unescaped values",
            template: "{{=| |=}}|#a||{a}||&a||/a||! note |",
            values: .group(["a": .text("<")]),
            expected: "<<"
        ),
    ]

    static let partials: [MustacheRow] = [
        .init(
            name: "a partial within a line",
            template: "  {{> p }}!\n",
            values: .group(["a": .text("x")]),
            partials: ["p": "{{a}}\n{{a}}"],
            expected: "  x\nx!\n"
        ),
        .init(
            name: "a partial on a line of its own hands its indentation on",
            template: "{{#a}}\n  {{>p}}\n{{/a}}\nend",
            values: .group(["a": .text("1\n2")]),
            partials: ["p": "{{#a}}\n- {{a}}\n{{/a}}\n{{>q}}\n {{>q}}\n", "q": "q\n"],
            expected: "  - 1\n2\n  q\n   q\nend"
        ),
        .init(
            name: "an indented line that begins with a section within the line",
            template: " {{>p}}",
            values: .group(["a": .boolean(true)]),
            partials: ["p": "{{#a}}x\ny{{/a}} z\n{{^a}}no{{/a}}\n"],
            expected: " x\n y z\n \n"
        ),
        .init(name: "a missing partial", template: "[{{>p}}]", expected: "[]"),
        .init(
            name: "delimiters end with their file",
            template: "{{=| |=}}|>p| |a| {{a}}",
            values: .group(["a": .text("x")]),
            partials: ["p": "{{a}}{{=% %=}}%a%"],
            expected: "xx x {{a}}"
        ),
        .init(
            name: "a partial within itself, as deep as the values",
            template: "{{>p}}",
            values: .group([
                "a": .text("1"),
                "next": .list([.group(["a": .text("2"), "next": .list([])])]),
            ]),
            partials: ["p": "{{a}}<{{#next}}{{>p}}{{/next}}>"],
            expected: "1<2<>>"
        ),
    ]

    @Test("writes values", arguments: values)
    func holdsValues(_ row: MustacheRow) throws { #expect(try row.written() == row.expected) }

    @Test("writes sections", arguments: sections)
    func holdsSections(_ row: MustacheRow) throws { #expect(try row.written() == row.expected) }

    @Test("keeps lines", arguments: lines)
    func holdsLines(_ row: MustacheRow) throws { #expect(try row.written() == row.expected) }

    @Test("inserts partials", arguments: partials)
    func holdsPartials(_ row: MustacheRow) throws { #expect(try row.written() == row.expected) }
}
