// HTML becomes the lines that a person would see.

import Desk
import Testing

@testable import MIME

/// A document and its text.
private struct Document: Sendable, CustomTestStringConvertible {
    let html: String
    let text: String

    init(_ html: String, _ text: String) {
        self.html = html
        self.text = text
    }

    var testDescription: String { html }
}

@Suite("HTMLText")
struct HTMLTextTests {
    private static let documents = [
        Document("", ""),
        Document("Bonjour", "Bonjour"),
        Document("<p>un</p><p>deux</p>", "un\n\ndeux"),
        Document("<p>un</p>\n\n\n<p></p><p>deux</p>", "un\n\ndeux"),
        Document("un<br>deux<br/><br><br><br>trois", "un\ndeux\n\ntrois"),
        Document("<div>un</div><div>deux</div>", "un\ndeux"),
        Document("<div>un</div><div><br></div><div>deux</div>", "un\n\ndeux"),
        Document("<div>un<br></div><div>deux</div>", "un\ndeux"),
        Document(
            "<p class=MsoNormal>un<p class=MsoNormal>&nbsp;<p class=MsoNormal>deux",
            "un\n\ndeux"
        ),
        Document("<div style=\"display:none;font-size:1px\">aperçu</div><p>un</p>", "un"),
        Document("<span style='DISPLAY : None !important'>x<b>y</b></span>un", "un"),
        Document("<div style=\"visibility: hidden\">x<p>y</p></div>un", "un"),
        Document("<div style=\"max-height:0px;overflow:hidden\">x</div>un", "un"),
        Document("<span style=\"font-size:0\">x</span>un", "un"),
        Document("<div hidden>x</div>un", "un"),
        Document("<a href=\"https://x.example\" style=\"display:none\">x</a>un", "un"),
        Document("<div style=\"font-size:0px\"><p style=\"font-size:13px\">un</p></div>", "un"),
        Document("<div style=\"font-size:0.9em;opacity:0.8;height:0.5em\">un</div>", "un"),
        Document("<div style=\"display:none\">tout est caché</div>", "tout est caché"),
        Document("<div style=\"display:block;overflow:hidden\">un</div>", "un"),
        Document("a   b\n\tc&nbsp;d", "a b c d"),
        Document("<b>a</b><i>b</i> <u>c</u>", "ab c"),
        Document("&eacute;&#233;&#xe9;&amp;&lt;&euro;&#146;", "ééé&<€’"),
        Document("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        Document("a<!-- <p>x</p> -->b<!---->c", "abc"),
        Document("a<!-- sans fin", "a sans fin"),
        Document("a<style>p{}</style>b<script>if(a<b){}</script>c<title>x</title>", "abc"),
        Document("a<STYLE>p{}</Style >b", "ab"),
        Document("a<noscript><p>b</p></noscript>c", "a\n\nb\n\nc"),
        Document("<head><noscript>a</noscript></head><body><p>b</p></body>", "a\n\nb"),
        Document(
            "<frameset><frame src=x><noframes><body><p>un</p>deux</body></noframes></frameset>",
            "un\n\ndeux"
        ),
        Document("un<noframes>deux</noframes>trois", "un\ndeux\ntrois"),
        Document("<![if !x]>a<![endif]><?xml x?>b", "ab"),
        Document("<ul><li>un<li>deux</ul>fin", "- un\n- deux\n\nfin"),
        Document(
            "<ol><li><p>un</p></li><li>deux<ul><li>trois</ul></ol>",
            "1. un\n\n2. deux\n  - trois"
        ),
        Document("<table><tr><td>a<td>b<tr><td>c<td>d</table>e", "a | b\nc | d\ne"),
        Document("<table><tr><td><p>a</p></td><td><div>b</div></td></tr></table>", "a | b"),
        Document("<table><tr><td><img src=x></td><td>b</td></tr></table>", "b"),
        Document("a<blockquote>b<br>c<p>d</p></blockquote>e", "a\n> b\n> c\n>\n> d\n\ne"),
        Document("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n> > b"),
        Document("<pre>  a\n    b\n</pre>", "  a\n    b"),
        Document(
            "<a href='https://a.example/x?y=1&amp;z=2'>ici</a>.",
            "ici (https://a.example/x?y=1&z=2)."
        ),
        Document("<a href=\"https://a.example/\">a.example</a>", "a.example"),
        Document("<a href=mailto:x@a.example?subject=y>écrire</a>", "écrire (x@a.example)"),
        Document("<a href=javascript:x()>ici</a><a href='#y'>là</a>", "icilà"),
        Document("<a href=https://a.example><img src=x></a>fin", "fin"),
        Document("<a title='>' href='https://a.example'>b</a>", "b (https://a.example)"),
        Document("<p a=\"<b>\">c", "c"),
        Document("Merci<br>-- <br>Moi", "Merci\n-- \nMoi"),
        Document("<inconnu>a</inconnu> <o:p>b</o:p>", "a b"),
        Document("a\u{200B}b&shy;c\u{FEFF}d", "abcd"),
        Document("</p></div>a</b>", "a"),
        Document("<a <b>c", "c"),
    ]

    private static func text(_ html: String) -> (String, Set<MessageDefect>) {
        var defects: Set<MessageDefect> = []
        let text = HTMLText.read(Array(html.utf8), limits: .standard, defects: &defects)
        return (String(decoding: text, as: UTF8.self), defects)
    }

    @Test("gives the lines that a person sees", arguments: documents)
    private func givesLines(_ document: Document) {
        let (text, defects) = Self.text(document.html)
        #expect(text == document.text)
        #expect(defects.isEmpty)
    }

    @Test("keeps the text of elements that lie too deep, and says that tags were left out")
    func keepsDeepText() {
        let deep = String(repeating: "<div>", count: 400) + "au fond"
        #expect(Self.text(deep).0 == "au fond")
        let deeper = "avant" + String(repeating: "<font>", count: 5000) + "au fond"
        #expect(Self.text(deeper) == ("avant au fond", [.nestingCut]))
        let closed =
            String(repeating: "<div>", count: 20_000) + "au fond"
            + String(repeating: "</div>", count: 20_000) + "<p>après</p>"
        #expect(Self.text(closed) == ("au fond\n\naprès", [.nestingCut]))
    }

    @Test("never gives more than the limit")
    func isBounded() {
        var limits = ReadingLimits()
        limits.textBytes = 1000
        var defects: Set<MessageDefect> = []
        let html = String(repeating: "<p>é</p>", count: 1000)
        let text = HTMLText.read(Array(html.utf8), limits: limits, defects: &defects)
        #expect((1000...1010).contains(text.count))
        #expect(defects == [.textCut])
    }

    @Test(
        "takes the same time for a byte wherever it stands",
        .serialized,
        .timeLimit(.minutes(5)),
        arguments: [
            "<", "</", "<!--", "<?", "<a", "<a ", "<a<", "<a x='\"", "<a href=\"", "<a y=\">\"",
            "&",
            "<div>", "<p>", "<table><tr><td>", "<blockquote>x", "<ul><li>x", "</b>", "<script>",
            "<style><script>", "<p a=1 b=2 ", "<br>x", "&nbsp;", "<a href=https://a.example>x",
            "<title>", "<select><option>", "<!-->",
        ]
    )
    func isLinear(_ unit: String) {
        let html = String(repeating: unit, count: 60_000 / unit.utf8.count)
        #expect(Self.text(html).0.utf8.count <= ReadingLimits.standard.textBytes)
        let closed = Self.text(html + "</b></p>\">")
        #expect(closed.0.utf8.count <= ReadingLimits.standard.textBytes)
    }

    @Test("is not kept busy by attributes", .timeLimit(.minutes(5)))
    func takesManyAttributes() {
        let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(Self.text("<p \(attributes)>a").0 == "a")
        #expect(Self.text("<p x='>' \(attributes)>a").0 == "a")
    }
}
