// What the engine says of a template that is wrong, and where it stops when a right one would never
// end.

import Testing

@testable import Letters

@Suite("Mustache mistakes")
struct MustacheMistakesTests {
    static let mistakes: [(template: String, sentences: [String])] = [
        (
            "a\n{{#x}}\nb",
            ["t.md:2:1: section «x» opened at line 2 is never closed; add {{/x}} where it ends"]
        ),
        (
            "{{#a}}{{#b}}",
            [
                "t.md:1:1: section «a» opened at line 1 is never closed; add {{/a}} where it ends",
                "t.md:1:7: section «b» opened at line 1 is never closed; add {{/b}} where it ends",
            ]
        ),
        (
            "é {{/x}}",
            [
                "t.md:1:3: {{/x}} closes a section that is not open; "
                    + "remove it, or open the section by {{#x}}"
            ]
        ),
        (
            "{{#a}}\n{{#b}}\n{{/a}}",
            [
                "t.md:3:1: {{/a}} stands where section «b», opened at line 2, is still open; "
                    + "write {{/b}} before it"
            ]
        ),
        (
            "a {{b",
            ["t.md:1:3: the tag opened by {{ is never closed; add }} where it ends"]
        ),
        (
            "{{{a}}",
            ["t.md:1:1: the tag opened by {{ is never closed; add }}} where it ends"]
        ),
        (
            "{{}} {{a b}} {{a..b}} {{#.a}}{{/.a}} {{> }}",
            [
                "t.md:1:1: the tag names nothing; "
                    + "write a name such as ticket.number, without a space or an empty part",
                "t.md:1:6: «a b» is no name; "
                    + "write a name such as ticket.number, without a space or an empty part",
                "t.md:1:14: «a..b» is no name; "
                    + "write a name such as ticket.number, without a space or an empty part",
                "t.md:1:23: «.a» is no name; "
                    + "write a name such as ticket.number, without a space or an empty part",
                "t.md:1:38: the tag names nothing; "
                    + "write a name such as ticket.number, without a space or an empty part",
            ]
        ),
        (
            "{{=a=}}",
            [
                "t.md:1:1: «a» is no pair of delimiters; "
                    + "write two words of at most 8 bytes without «=»"
            ]
        ),
        (
            "{{=123456789 x=}}",
            [
                "t.md:1:1: «123456789 x» is no pair of delimiters; "
                    + "write two words of at most 8 bytes without «=»"
            ]
        ),
    ]

    @Test("are all said, each with its place", arguments: mistakes)
    func said(template: String, sentences: [String]) {
        let errors = #expect(throws: TemplateErrors.self) {
            try MustacheTemplate(template, file: "t.md")
        }
        #expect(errors?.errors.map(\.sentence) == sentences)
    }

    @Test("are found at every cut of a whole template, or it still reads")
    func cutShort() {
        let whole = Array("{{#a}}{{{b}}}\n{{> c}}{{=<% %>=}}<%! x %><%/a%>".utf8)
        for length in 0...whole.count {
            let cut = String(decoding: whole[..<length], as: UTF8.self)
            let isWhole = length == whole.count || length <= 1
            #expect(((try? MustacheTemplate(cut, file: "t")) != nil) == isWhole, "\(cut)")
        }
    }

    @Test("sections nest to a bound")
    func depth() throws {
        let nested = { (depth: Int) in
            String(repeating: "{{#a}}", count: depth) + "x"
                + String(repeating: "{{/a}}", count: depth)
        }
        let maximum = MustacheParser.depthMaximum
        _ = try MustacheTemplate(nested(maximum), file: "t")
        let errors = #expect(throws: TemplateErrors.self) {
            try MustacheTemplate(nested(100_000), file: "t")
        }
        #expect(errors?.errors.map(\.found) == ["section «a» stands within 32 others"])
    }

    @Test("a hundred of them are said")
    func many() {
        let errors = #expect(throws: TemplateErrors.self) {
            try MustacheTemplate(String(repeating: "{{/a}}", count: 1000), file: "t")
        }
        #expect(errors?.errors.count == MustacheParser.errorsMaximum)
    }

    @Test("a long line of tags is read once over")
    func longLine() throws {
        let line = String(repeating: "é{{a}}", count: 100_000)
        let template = try MustacheTemplate(line, file: "t")
        let written = try template.render(.group([:]), escape: escapeNothing)
        #expect(written.count == 200_000)
    }
}

@Suite("Mustache limits")
struct MustacheLimitsTests {
    private func failure(
        _ template: String,
        partials: [String: String] = [:],
        values: MustacheValue = .group([:]),
        missing: MissingName = .isEmpty
    ) throws -> MustacheFailure? {
        let partials = try partials.mapValues { try MustacheTemplate($0, file: "p") }
        let template = try MustacheTemplate(template, file: "t")
        return #expect(throws: MustacheFailure.self) {
            try template.render(values, partials: partials, missing: missing, escape: escapeNothing)
        }
    }

    @Test("a partial that contains itself ends")
    func recursion() throws {
        #expect(try failure("{{>a}}", partials: ["a": "x{{>a}}"]) == .tooDeep(partial: "a"))
    }

    @Test("partials that double at every level end")
    func explosion() throws {
        var partials = ["p15": ""]
        for level in 0..<15 {
            partials["p\(level)"] = String(repeating: "{{>p\(level + 1)}}", count: 9)
        }
        #expect(try failure("{{>p0}}", partials: partials) == .tooLong)
    }

    @Test("lists of lists that write nothing end")
    func lists() throws {
        let rows = MustacheValue.list(Array(repeating: .boolean(true), count: 1000))
        let template = "{{#a}}{{#a}}{{#a}}{{/a}}{{/a}}{{/a}}"
        #expect(try failure(template, values: .group(["a": rows])) == .tooLong)
    }

    @Test("a letter of more than a megabyte ends")
    func size() throws {
        let values = MustacheValue.group([
            "rows": .list(Array(repeating: .text(String(repeating: "x", count: 1000)), count: 1001))
        ])
        #expect(try failure("{{#rows}}{{.}}{{/rows}}", values: values) == .tooLarge)
    }

    @Test("a missing name is refused where that is asked for, with its place")
    func missing() throws {
        let found = try failure("a\n{{>p}}", partials: ["p": " {{b.c}}"], missing: .isRefused)
        #expect(
            found == .missing(name: "b.c", file: "p", place: SourcePlace(line: 1, column: 2))
        )
    }
}
