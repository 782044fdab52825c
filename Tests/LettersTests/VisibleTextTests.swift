// What is left of values before letters say them: one short line, visible characters only, and no
// link where a client wrote it.

import Testing

@testable import Letters

@Suite("The text of a letter's value")
struct VisibleTextTests {
    static let flattened: [(text: String, expected: String)] = [
        ("", ""),
        ("plain", "plain"),
        ("  two\t\r\n lines ", "two lines"),
        ("a\u{0}b\u{1B}[31mc\u{7F}d\u{85}e", "a b [31mc d e"),
        ("a\u{2028}b\u{2029}c", "a b c"),
        ("\u{202E}gpj.exe\u{2066}", "gpj.exe"),
        ("zero\u{200B}width\u{FEFF}\u{AD}", "zerowidth"),
        ("\u{200B}\u{3164} \u{A0}\u{2003}", ""),
        ("8\u{A0}h\u{202F}: x\u{3000}y", "8\u{A0}h\u{202F}: x y"),
        ("👩‍🔧 café 🏳️‍🌈", "👩‍🔧 café 🏳️‍🌈"),
        ("Tél. : 01 99 00 10 00, www.mileo.example", "Tél. : 01 99 00 10 00, www.mileo.example"),
    ]

    @Test("is one line of visible characters", arguments: flattened)
    func flat(text: String, expected: String) {
        #expect(VisibleText.house(text) == expected)
    }

    static let defused: [(text: String, expected: String)] = [
        ("http://evil.example/a", "http: //evil. example/a"),
        ("HTTPS://1.2.3.4/x", "HTTPS: //1.2.3.4/x"),
        ("www.evil.example", "www. evil. example"),
        ("evil.example", "evil. example"),
        ("mailto:a@evil.example", "mailto: a@evil. example"),
        ("evil\u{3002}example", "evil\u{3002} example"),
        ("file:\\\\server\\x \\\\\\\\s", "file: \\ \\server\\x \\ \\ \\ \\s"),
        ("NVR 4.2 à 10:30, 3,5 m.", "NVR 4.2 à 10:30, 3,5 m."),
        ("Panne : caméra 3. Urgent...", "Panne : caméra 3. Urgent..."),
        (".NET a.1", ".NET a.1"),
        ("evil.com/rapport.pdf", "evil. com/rapport. pdf"),
        ("www.rapport.pdf", "www. rapport. pdf"),
        ("rapport.pdf@evil.example", "rapport. pdf@evil. example"),
        ("evil.com.pdf", "evil. com.pdf"),
        ("tel:0199001000 javascript:x", "tel: 0199001000 javascript: x"),
        ("x//evil.zip", "x//evil. zip"),
        ("evil.xn--p1ai", "evil. xn--p1ai"),
        ("photos.zip", "photos.\u{2060}zip"),
    ]

    static let kept = [
        "rapport.pdf", "«rapport.pdf» et (plan.v2.DWG),", "Photo.portail.jpeg : flou",
        "archive.tar.gz", "S.A.V. porte A.1.b", "firmware 4.2.b", "V4.R12", "00:1A:2B:3C:4D:5E",
        "à 10:30", "C:12", "réf.:AB-12", "Compte-rendu_2026.docx", "3.5", "1.234,50 €",
    ]

    @Test("keeps names of files, numbers and initials as they were written", arguments: kept)
    func keptText(text: String) {
        #expect(VisibleText.client(text) == text)
    }

    @Test("holds no link where a client wrote it", arguments: defused)
    func defusedText(text: String, expected: String) {
        #expect(VisibleText.client(text) == expected)
        #expect(VisibleText.client(expected) == expected)
    }

    @Test("is cut at its limit, between visible characters")
    func cut() {
        let line = String(repeating: "x", count: 78)
        #expect(VisibleText.client(line) == line)
        #expect(VisibleText.client(line + "x") == line.dropLast() + "…")
        #expect(VisibleText.client(String(repeating: "ab ", count: 40)).hasSuffix("ab…"))
        let families = VisibleText.client(String(repeating: "👨‍👩‍👧‍👦", count: 40))
        #expect(families == String(repeating: "👨‍👩‍👧‍👦", count: 11) + "…")
        let stack = VisibleText.client("e" + String(repeating: "\u{301}", count: 100_000))
        #expect(stack.unicodeScalars.count == 78)
        let links = VisibleText.client(String(repeating: "a.", count: 100))
        #expect(links.unicodeScalars.count <= 78)
        #expect(VisibleText.house(String(repeating: "x", count: 300)).unicodeScalars.count == 200)
    }
}
