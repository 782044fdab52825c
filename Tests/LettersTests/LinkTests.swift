// Links and images: what a client writes never becomes one, even where a template would let it.
// The templates are put together here by hand, because loading refuses them.

import Desk
import Testing

@testable import Letters

@Suite("A link in a letter")
struct LinkTests {
    private func html(_ body: String, _ values: [String: LetterValue]) throws -> HTMLReading {
        let template = LetterTemplate(
            file: "t.md",
            language: .french,
            subject: try MustacheTemplate("s", file: "t.md"),
            body: try MustacheTemplate(body, file: "t.md"),
            partials: [:],
            frame: try MustacheTemplate("{{{body}}}", file: "layout.html")
        )
        return HTMLReading(try template.htmlBody(of: MustacheValue(values)))
    }

    private static func links(_ tags: [String]) -> [String] {
        tags.filter { $0.hasPrefix("a ") || $0.hasPrefix("img") }
    }

    @Test(
        "is never made from a client's subject, and no image is",
        arguments: [
            "//e", "evil", "x.example", "http://x.example", "mailto:a@x.example", "oui", "#",
        ]
    )
    func subjects(subject: String) throws {
        let templates = [
            "[a]({{subject}})", "![a]({{subject}})", "[a](<{{subject}}>)", "[a](b{{subject}})",
            "[a][b]\n\n[b]: {{subject}}", "[![a](/b)]({{subject}})", "![[a]({{subject}})](/b)",
        ]
        for template in templates {
            let read = try html(template, ["subject": .text(subject)])
            #expect(Self.links(read.tags) == [], "\(subject) in \(template)")
            if VisibleText.client(subject) == subject { #expect(read.text == "a\n") }
        }
        let named = try html(
            "[{{subject}}] [a][{{subject}}]\n\n[oui]: /yes\n[\(subject)]: /yes",
            ["subject": .text(subject)]
        )
        #expect(Self.links(named.tags) == [])
        let bare = try html("<http://{{subject}}>", ["subject": .text(subject)])
        #expect(Self.links(bare.tags) == [])
    }

    @Test("leads where the house says")
    func house() throws {
        let literal = try html("[a](https://mileo.example/aide)", [:])
        #expect(Self.links(literal.tags) == ["a href=\"https://mileo.example/aide\""])
        let link = try #require(LetterKind.closingAsked.sampleValues(in: .french)["link"])
        let read = try html(
            "[oui][o] {{subject}}\n\n[o]: {{link.yes}}",
            [
                "link": link, "subject": .text("x"),
            ]
        )
        #expect(read.tags.contains { $0.hasPrefix("a href=\"mailto:") }, "\(read.tags)")
        #expect(read.text == "oui x\n")
    }
}
