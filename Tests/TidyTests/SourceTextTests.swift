// The rules are worth what their scanner is worth: here is what it takes for code.
//
// Each row shows a source and what is left of it when comments and text are blanked out.

import Testing

private struct Scan: CustomTestStringConvertible {
    let name: String
    let source: String
    /// The code that is left, with runs of spaces made one.
    let code: String

    init(_ name: String, _ source: String, _ code: String) {
        self.name = name
        self.source = source
        self.code = code
    }

    var testDescription: String { name }

    static let table = [
        Scan("code stays", "let a = b / c", "let a = b / c"),
        Scan("a comment goes", "let a = 1 // try! b", "let a = 1 "),
        Scan("a block comment goes", "a /* b */ c", "a c"),
        Scan("block comments nest", "a /* b /* c */ d */ e", "a e"),
        Scan("a block comment cut short ends with the file", "a /* b", "a "),
        Scan("a string keeps its quotes", "f(\"print(1)\")", "f(\" \")"),
        Scan("an empty string", "f(\"\", b)", "f(\"\", b)"),
        Scan("a quote behind a backslash", #"f("a\"b", c)"#, "f(\" \", c)"),
        Scan("a backslash behind a backslash", #"f("a\\", c)"#, "f(\" \", c)"),
        Scan("a comment's sign in a string", "f(\"// a\") // b", "f(\" \") "),
        Scan("a string's sign in a comment", "a // \"b\nc", "a \nc"),
        Scan("a string cut short ends with its line", "f(\"a\nb", "f(\" \nb"),
        Scan("interpolation is code", #"f("a \(Date()) b")"#, "f(\" (Date()) \")"),
        Scan("a string in an interpolation", #"f("a \(g("b)")) c")"#, "f(\" (g(\" \")) \")"),
        Scan("a raw string", ##"f(#"a "quoted" \(b)"#)"##, "f(#\" \"#)"),
        Scan("interpolation in a raw string", ##"f(#"a \#(b) c"#)"##, "f(#\" (b) \"#)"),
        Scan("a raw string that is one quote", ##"f(#"""#, c)"##, "f(#\" \"#, c)"),
        Scan(
            "a multi-line string",
            "a = \"\"\"\n    \"b\" // c\n    \\(d)\n    \"\"\"\ne",
            "a = \"\"\"\n \n (d)\n \"\"\"\ne"
        ),
        Scan("a raw identifier", "func `is a \"b\"`() { c }", "func ` `() { c }"),
        Scan("a hash is no string", "#if os(Linux)\n#expect(a)", "#if os(Linux)\n#expect(a)"),
        Scan("an expression literal", "a = #/\"b/#; c", "a = #/ /#; c"),
        Scan("an accent is one blank a byte", "\"é\"a", "\" \"a"),
        Scan("nothing", "", ""),
    ]
}

@Suite("A source, read for the rules")
struct SourceTextTests {
    @Test("leaves the code", arguments: Scan.table)
    private func leavesCode(_ row: Scan) {
        let code = SourceText(row.source).code
        #expect(code.count == row.source.utf8.count)
        #expect(squeeze(code) == row.code)
    }

    @Test("knows the line of each byte")
    func knowsLines() {
        let text = SourceText("a\nbb\n\nc\n")
        #expect(text.lineCount == 4)
        #expect([0, 1, 2, 4, 5, 6].map(text.line(at:)) == [1, 1, 2, 2, 3, 4])
        #expect(text.lines == ["a", "bb", "", "c"])
        #expect(SourceText("a").lineCount == 1)
    }

    @Test("names the words of the code")
    func namesWords() {
        let text = SourceText("try! foo.bar_2(\"no\") // no")
        #expect(text.words.map(\.text) == ["try", "foo", "bar_2"])
        #expect(text.words.map(\.offset) == [0, 5, 9])
    }

    @Test("finds the bracket that closes")
    func findsBrackets() {
        let text = SourceText("f(a, [\")\"], { b }) c")
        #expect(text.closingBracket(of: 1) == 17)
        #expect(text.texts(in: 1..<17) == [")"])
        #expect(SourceText("f(a").closingBracket(of: 1) == nil)
    }

    private func squeeze(_ code: [UInt8]) -> String {
        var squeezed: [UInt8] = []
        for byte in code where byte != UInt8(ascii: " ") || squeezed.last != UInt8(ascii: " ") {
            squeezed.append(byte)
        }
        return String(decoding: squeezed, as: UTF8.self)
    }
}
