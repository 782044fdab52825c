// Content-Transfer-Encoding is undone piece by piece, whatever the pieces hold.

import Desk
import Foundation
import Testing

@testable import MIME

@Suite("TransferEncoding")
struct TransferEncodingTests {
    private static func decoded(_ text: String, _ encoding: TransferEncoding) -> [UInt8] {
        var output: [UInt8] = []
        let bytes = Array(text.utf8)
        encoding.decode(bytes, in: 0..<bytes.count) { piece in
            output += piece
            return true
        }
        return output
    }

    @Test(
        "decodes base64, good and bad",
        arguments: [
            ("", ""), ("YQ==", "a"), ("YWI=", "ab"), ("YWJj", "abc"),
            ("YWJj\r\nZGVm\r\n", "abcdef"),
            ("YWJjZA", "abcd"), ("YWJjZGU", "abcde"), ("Y\nW\nJ\nj", "abc"), ("YWI=\nY2Q=", "abcd"),
            ("YWJj!!ZGVm*", "abcdef"), ("=", ""), ("====YWJj", "abc"), ("Y", ""), ("YWJjY", "abc"),
        ]
    )
    func decodesBase64(_ encoded: String, _ text: String) {
        #expect(Self.decoded(encoded, .base64) == Array(text.utf8))
    }

    @Test(
        "decodes quoted-printable, good and bad",
        arguments: [
            ("", ""), ("a=3Db", "a=b"), ("=c3=A9", "é"), ("a=\nb", "ab"), ("a=\r\nb", "ab"),
            ("a= \t\r\nb", "ab"), ("a  \nb", "a\nb"), ("a \r\nb", "a\r\nb"), ("a  ", "a  "),
            ("50=%", "50=%"), ("=", ""), ("a=3", "a=3"), ("a==3D", "a=="), ("a=\rb", "a=\rb"),
        ]
    )
    func decodesQuotedPrintable(_ encoded: String, _ text: String) {
        #expect(Self.decoded(encoded, .quotedPrintable) == Array(text.utf8))
    }

    @Test("gives back what was encoded, whatever its length", arguments: [0, 1, 2, 3, 57, 100_000])
    func givesBack(_ length: Int) {
        var state: UInt32 = 7
        let bytes = (0..<length).map { _ -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
        let encoded = Data(bytes).base64EncodedString(options: .lineLength76Characters)
        #expect(Self.decoded(encoded, .base64) == bytes)
    }

    @Test("stops where it is told to")
    func stops() {
        let bytes = [UInt8](repeating: UInt8(ascii: "A"), count: 1_000_000)
        var taken = 0
        TransferEncoding.base64.decode(bytes, in: 0..<bytes.count) { piece in
            taken += piece.count
            return false
        }
        #expect((1...50_000).contains(taken))
    }

    @Test(
        "knows its names",
        arguments: [
            ("BASE64", .base64, false), (" quoted-printable ", .quotedPrintable, false),
            ("8bit", .identity, false), ("7bit; x", .identity, false), ("", .identity, false),
            ("x-uuencode", .identity, true), ("64", .identity, true),
        ] as [(String, TransferEncoding, Bool)]
    )
    func knowsNames(_ name: String, _ encoding: TransferEncoding, _ isUnknown: Bool) {
        var defects: Set<MessageDefect> = []
        #expect(TransferEncoding(Array(name.utf8)[...], defects: &defects) == encoding)
        #expect(defects == (isUnknown ? [.unknownEncoding] : []))
    }
}
