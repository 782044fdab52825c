// Bytes become text: declared charset, then UTF-8, then windows-1252; nothing is dropped.

import Desk
import Testing

@testable import MIME

/// Bytes under a label, and their text.
private struct Sample: Sendable, CustomTestStringConvertible {
    let label: String?
    let bytes: [UInt8]
    let text: String
    let defects: Set<MessageDefect>

    init(
        _ label: String?,
        _ bytes: [UInt8],
        _ text: String,
        _ defects: Set<MessageDefect> = []
    ) {
        self.label = label
        self.bytes = bytes
        self.text = text
        self.defects = defects
    }

    var testDescription: String { "\(label ?? "none") \(bytes)" }
}

@Suite("Charset")
struct CharsetTests {
    private static let samples = [
        Sample("utf-8", [0xC3, 0xA9], "é"),
        Sample("\"UTF8\"", [0xC3, 0xA9], "é"),
        Sample("utf-8", [0x61, 0xC3, 0xA9, 0xFF, 0x62], "aé\u{FFFD}b", [.badBytes]),
        Sample("utf-8", [0x61, 0xC3], "a\u{FFFD}", [.badBytes]),
        Sample("utf-8", [0x61, 0xE9, 0x62], "aéb", [.badBytes]),
        Sample("utf-8", [0xC0, 0x80], "À€", [.badBytes]),
        Sample("utf-8", [0xC3, 0xA9, 0xC0, 0x80], "é\u{FFFD}\u{FFFD}", [.badBytes]),
        Sample("us-ascii", [0x61, 0x62], "ab"),
        Sample("us-ascii", [0xC3, 0xA9], "é", [.unknownCharset]),
        Sample("us-ascii", [0xE9], "é", [.unknownCharset]),
        Sample(nil, [0x61], "a"),
        Sample(nil, [0xC3, 0xA9], "é", [.unknownCharset]),
        Sample(nil, [0x80], "€", [.unknownCharset]),
        Sample("", [0x80], "€", [.unknownCharset]),
        Sample("iso-8859-1", [0xE9, 0x92], "é’"),
        Sample("latin1", [0xC3, 0xA9], "é", [.unknownCharset]),
        Sample("latin1", [0xC3, 0xA9, 0xE9], "Ã©é"),
        Sample("windows-1252", [0x8D, 0x61], "\u{FFFD}a", [.badBytes]),
        Sample("iso-8859-15", [0xA4], "€"),
        Sample("koi8-r", [0xD1], "я"),
        Sample("gb2312", [0x81, 0x40], "丂"),
        Sample("ks_c_5601-1987", [0xB0, 0xA1], "가"),
        Sample("iso-8859-9", [0xFD, 0x80], "ı€"),
        Sample("unicode-1-1-utf-7", Array("+AOk-t".utf8), "ét"),
        Sample("utf-16le", [0xE9, 0x00, 0x61, 0x00], "éa"),
        Sample("shift_jis", [0x83, 0x4A, 0x80, 0x61], "カ\u{FFFD}a", [.badBytes]),
        Sample("shift_jis", [0x61, 0x83], "a\u{FFFD}", [.badBytes]),
        Sample("x-klingon", [0xC3, 0xA9], "é", [.unknownCharset]),
        Sample("x-klingon", [0xE9], "é", [.unknownCharset]),
        Sample("utf-8//TRANSLIT", [0xE9], "é", [.unknownCharset]),
        Sample("../../x", [0x61], "a", [.unknownCharset]),
    ]

    @Test("gives the text", arguments: samples)
    private func givesText(_ sample: Sample) {
        var defects: Set<MessageDefect> = []
        let bytes = Charset(label: sample.label).decode(sample.bytes[...], defects: &defects)
        #expect(String(decoding: bytes, as: UTF8.self) == sample.text)
        #expect(defects == sample.defects)
    }

    @Test("keeps every character of a long text, and replaces every bad byte")
    func keepsLongTexts() {
        var defects: Set<MessageDefect> = []
        var bytes: [UInt8] = []
        for _ in 0..<30_000 { bytes += [0x83, 0x4A, 0x80] }
        let text = Charset(label: "shift_jis").decode(bytes[...], defects: &defects)
        let expected = String(repeating: "カ\u{FFFD}", count: 30_000)
        #expect(text == Array(expected.utf8))
    }

    @Test("cleans texts of many lines")
    func cleansLines() {
        var defects: Set<MessageDefect> = []
        let clean = { (text: String) in
            String(
                decoding: TextCleaning.lines(Array(text.utf8), defects: &defects),
                as: UTF8.self
            )
        }
        #expect(clean("\u{FEFF}a\r\nb\rc\n\td\u{0C}e") == "a\nb\nc\n\td\ne")
        #expect(clean("é à ’") == "é à ’")
        #expect(defects.isEmpty)
        #expect(clean("a\0b\u{1B}[31m\u{7F}\u{85}c\r") == "ab[31mc\n")
        #expect(defects == [.controlCharacter])
    }
}
