// Header values become one clean line.

import Desk
import Testing

@testable import MIME

/// A raw value and its text.
private struct Value: Sendable, CustomTestStringConvertible {
    let raw: String
    let text: String
    let defects: Set<MessageDefect>

    init(_ raw: String, _ text: String, _ defects: Set<MessageDefect> = []) {
        self.raw = raw
        self.text = text
        self.defects = defects
    }

    var testDescription: String { raw }
}

@Suite("HeaderText")
struct HeaderTextTests {
    private static let values = [
        Value("", ""),
        Value("  Bonjour ", "Bonjour"),
        Value("un\r\n deux\n\ttrois", "un deux trois"),
        Value("deux  blancs", "deux  blancs"),
        Value("=?utf-8?Q?=C3=A9t=C3=A9?=", "été"),
        Value("=?UTF-8?b?w6l0w6k=?=", "été"),
        Value("=?utf-8?b?w6l0w6k?=", "été"),
        Value("=?iso-8859-1*fr?Q?=E9t=E9?=", "été"),
        Value("=?windows-1252?Q?=80?=", "€"),
        Value("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
        Value("=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=", "ab"),
        Value("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"),
        Value("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
        Value("=?utf-8?B?ww==?= =?utf-8?Q?=A9?=", "é"),
        Value("=?utf-8?Q?=C3=A9?= =?iso-8859-1?Q?=E9?=", "éé"),
        Value("=?utf-8?Q?a_b?=", "a b"),
        Value("=?utf-8?Q?a b?=", "a b"),
        Value("=?utf-8?Q?50=?=", "50="),
        Value("=?utf-8?Q??=", ""),
        Value("x=?utf-8?Q?a?=y", "xay"),
        // Broken words stay.
        Value("=?utf-8?X?a?=", "=?utf-8?X?a?="),
        Value("=?utf-8?B?a!?=", "=?utf-8?B?a!?="),
        Value("=?utf-8?Q?a", "=?utf-8?Q?a"),
        Value("=?utf-8?Q", "=?utf-8?Q"),
        Value("=?", "=?"),
        Value("=??Q?a?=", "=??Q?a?="),
        Value("a = b ?= c", "a = b ?= c"),
        // Nothing that breaks a line or turns one around.
        Value("=?utf-8?Q?a=0D=0Ab?=", "a b", [.lineBreakInHeader]),
        Value("=?utf-8?Q?a=E2=80=A8b?=", "a b", [.lineBreakInHeader]),
        Value("=?utf-8?Q?a=00=07b?=", "a b", [.controlCharacter]),
        Value("=?utf-8?Q?a=E2=80=AEb?=", "ab", [.controlCharacter]),
        Value("=?utf-8?Q?a=09b?=", "a b"),
        Value("a\0b", "a b", [.controlCharacter]),
        Value("a\rb", "a b", [.lineBreakInHeader]),
        // Bytes.
        Value("café", "café", [.rawHeader]),
        Value("=?utf-8?Q?=FF=C3=A9?=", "\u{FFFD}é", [.badBytes]),
        Value("=?utf-8?Q?=E9t=E9 fran=E7ais?=", "été français", [.badBytes]),
        Value("=?x-klingon?Q?=C3=A9?=", "é", [.unknownCharset]),
    ]

    @Test("gives one clean line", arguments: values)
    private func givesOneLine(_ value: Value) {
        var defects: Set<MessageDefect> = []
        let text = HeaderText.decode(Array(value.raw.utf8)[...], defects: &defects)
        #expect(text == value.text)
        #expect(defects == value.defects)
    }

    @Test("reads raw bytes that are no UTF-8 as windows-1252")
    func readsRawBytes() {
        var defects: Set<MessageDefect> = []
        let raw: [UInt8] = [0x6C, 0x92, 0xE9, 0x74, 0xE9]
        #expect(HeaderText.decode(raw[...], defects: &defects) == "l’été")
        #expect(defects == [.rawHeader])
    }

    @Test(
        "takes the same time for a byte wherever it stands",
        .serialized,
        .timeLimit(.minutes(5)),
        arguments: ["=", "=?", "=?a?Q?", "=?a?b?!", "?=", "=?utf-8?Q?a?= ", "\u{202E}", "\t\r\n "]
    )
    func isLinear(_ unit: String) {
        var defects: Set<MessageDefect> = []
        let raw = Array(String(repeating: unit, count: 60_000 / unit.utf8.count).utf8)
        let open = HeaderText.decode(raw[...], defects: &defects)
        let closed = HeaderText.decode((raw + Array("?=".utf8))[...], defects: &defects)
        #expect(open.utf8.count <= raw.count && closed.utf8.count <= raw.count + 2)
    }
}
