// No content, however it was written, ends a mail before its end or leaves a lone CR or LF.

import Testing

@testable import SMTPWire

@Suite("ContentEncoder")
struct ContentEncoderTests {
    private func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var encoder = ContentEncoder(MailBody(bytes))
        var output: [UInt8] = []
        while !encoder.appendPiece(to: &output) {}
        return output + ContentEncoder.endOfData
    }

    @Test(
        "makes every line end a CRLF and doubles the first dot of a line",
        arguments: [
            ("", ".\r\n"),
            ("a", "a\r\n.\r\n"),
            ("a\r\n", "a\r\n.\r\n"),
            ("a\nb\rc\r\nd", "a\r\nb\r\nc\r\nd\r\n.\r\n"),
            ("\n\n", "\r\n\r\n.\r\n"),
            ("\r\r\n", "\r\n\r\n.\r\n"),
            ("\n\r", "\r\n\r\n.\r\n"),
            ("\r\n\r", "\r\n\r\n.\r\n"),
            ("a\r", "a\r\n.\r\n"),
            (".", "..\r\n.\r\n"),
            ("..", "...\r\n.\r\n"),
            (".a\n..b\r.c", "..a\r\n...b\r\n..c\r\n.\r\n"),
            ("a.\n.\n", "a.\r\n..\r\n.\r\n"),
            ("a\n.\nMAIL FROM:<x>\n", "a\r\n..\r\nMAIL FROM:<x>\r\n.\r\n"),
            ("a\r.\rMAIL FROM:<x>\r", "a\r\n..\r\nMAIL FROM:<x>\r\n.\r\n"),
            ("a\r\n.\r\nQUIT\r\n", "a\r\n..\r\nQUIT\r\n.\r\n"),
            ("a\n.\r\nb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r\n.\nb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r\n.\rb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r.\r\nb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r\r\n.\r\r\nb", "a\r\n\r\n..\r\n\r\nb\r\n.\r\n"),
            ("a\r\0\n.\r\0\nb", "a\r\n\0\r\n..\r\n\0\r\nb\r\n.\r\n"),
            ("é\n.é", "é\r\n..é\r\n.\r\n"),
        ]
    )
    func encodes(text: String, expected: String) {
        let output = encoded(Array(text.utf8))
        #expect(String(decoding: output, as: UTF8.self) == expected)
        #expect(LenientReceiver.endsOfMails(in: output) == [output.count])
    }

    @Test("ends once for the most lenient receiver, whatever is tried", arguments: 0..<40)
    func smuggling(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let parts: [[UInt8]] = [
            [0x0D], [0x0A], [0x0D, 0x0A], [0x2E], [0x2E, 0x2E], [0x61], [0x00], [0x20], [0xE9],
            [0x09],
            Array("MAIL FROM:<x@y.example>".utf8), Array("\r\n.\r\n".utf8), Array("\n.\n".utf8),
            Array("\r.\r".utf8), Array("\n.\r\n".utf8), Array("\r\n.\n".utf8),
        ]
        for _ in 0..<100 {
            var content: [UInt8] = []
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                content += parts[Int.random(in: 0..<parts.count, using: &generator)]
            }
            let output = encoded(content)
            #expect(LenientReceiver.endsOfMails(in: output) == [output.count], "\(content)")
            let canonical = LenientReceiver.canonical(content)
            #expect(LenientReceiver.unstuffed(output) == canonical, "\(content)")
            #expect(MailBody(content).size == canonical.count, "\(content)")
        }
    }

    @Test("takes every short content apart from the rest", arguments: 0...6)
    func exhaustive(length: Int) {
        let alphabet: [UInt8] = [0x0D, 0x0A, 0x2E, 0x61]
        var count = 1
        for _ in 0..<length { count *= alphabet.count }
        for number in 0..<count {
            var rest = number
            var content: [UInt8] = []
            for _ in 0..<length {
                content.append(alphabet[rest % alphabet.count])
                rest /= alphabet.count
            }
            let output = encoded(content)
            let isWhole =
                LenientReceiver.endsOfMails(in: output) == [output.count]
                && LenientReceiver.unstuffed(output) == LenientReceiver.canonical(content)
            #expect(isWhole, "\(content)")
        }
    }

    @Test("is the same wherever a piece ends", arguments: [-3, -2, -1, 0, 1, 2])
    func pieceBoundaries(shift: Int) {
        for ending in ["\r\n.\r\n", "\n.\n", "\r.\r", "\r\r\n..\r", ".\n", "\r"] {
            let before = Array(repeating: 0x61 as UInt8, count: ContentEncoder.pieceMaximum + shift)
            let content = before + Array(ending.utf8) + Array("tail".utf8)
            let output = encoded(content)
            #expect(LenientReceiver.endsOfMails(in: output) == [output.count])
            #expect(LenientReceiver.unstuffed(output) == LenientReceiver.canonical(content))
        }
    }

    @Test("turns a large content into pieces of bounded size")
    func large() {
        let line = Array("Une ligne ordinaire d’un courrier, avec un point.\n.et un autre\r".utf8)
        let content = Array(repeatElement(line, count: 3_000_000 / line.count).joined())
        let body = MailBody(content)
        var encoder = ContentEncoder(body)
        var piece: [UInt8] = []
        var (total, longest, isLast) = (0, 0, false)
        while !isLast {
            piece.removeAll(keepingCapacity: true)
            isLast = encoder.appendPiece(to: &piece)
            total += piece.count
            longest = max(longest, piece.count)
        }
        // Each copy of the line brings one dot of transparency and two bytes of line ends.
        let copies = content.count / line.count
        #expect(body.size == content.count + 2 * copies)
        #expect(total == body.size + copies)
        #expect(longest < 2 * ContentEncoder.pieceMaximum)
    }
}
