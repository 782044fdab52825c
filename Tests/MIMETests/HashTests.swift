// What makes two mails the same, and the hashes beneath.

import Desk
import MIME
import Testing

@Suite("ContentHash")
struct ContentHashTests {
    private static let mail = """
        Received: from a by b
        From: A <a@client.example>
        To: sav@mileo.example
        Subject: un sujet
         sur deux lignes
        Message-ID: <1@client.example>
        Date: Tue, 01 Sep 2026 10:22:06 +0200

        Bonjour,

        Merci.

        """

    private static func digest(_ mail: String) -> ContentDigest {
        ContentHash.digest(of: Array(mail.utf8))
    }

    @Test(
        "is the same for the same mail",
        arguments: [
            mail.replacing("\n", with: "\r\n"), "Return-Path: <x@y.example>\n" + mail,
            mail.replacing("Received: from a by b\n", with: ""), mail + "\n\n",
            "X-Spam: yes\n" + mail,
            "From a@client.example Tue Sep  1 10:22:06 2026\n" + mail,
            mail.replacing("Subject", with: "SUBJECT"),
            mail.replacing("\n sur", with: "\r\n sur"),
            String(mail.dropLast()),
        ]
    )
    func isTheSame(_ other: String) {
        #expect(Self.digest(other) == Self.digest(Self.mail))
    }

    @Test(
        "differs where the sender wrote something else",
        arguments: [
            mail.replacing("Merci.", with: "merci."),
            mail.replacing("un sujet", with: "deux sujets"),
            mail.replacing("<1@", with: "<2@"), mail.replacing("10:22", with: "10:23"),
            mail.replacing("a@client", with: "b@client"), mail.replacing("To: ", with: "Cc: "),
            mail.replacing("Bonjour,\n\n", with: "Bonjour,\n"), "Subject: encore\n" + mail,
            mail.replacing("Bonjour", with: "Bon\rjour"), "",
        ]
    )
    func differs(_ other: String) {
        #expect(Self.digest(other) != Self.digest(Self.mail))
    }

    @Test("cannot be led to mix up two fields")
    func keepsFieldsApart() {
        let one = "From: a\nTo: b\n\nx"
        let other = "From: a\nto:b\n\nx"
        let third = "From: ato: b\n\nx"
        #expect(Set([one, other, third].map(Self.digest)).count == 3)
    }
}

@Suite("ContentHash of a large mail")
struct LargeContentHashTests {
    private static let header = "From: a@client.example\r\nSubject: x\r\n\r\n"

    @Test(
        "is the same in pieces as whole",
        arguments: [
            ("", 0, ""), ("\r\n", 2, ""), ("one\r\ntwo\n\n", 1, ""), ("\r", 1_000_001, "\n"),
            ("a\r\n", 700_001, ""), ("\n", 2_000_000, ""), ("a", 999_999, "\r\nb\r\n\r\n"),
            ("\r", 2_500_000, ""), ("\r", 1_300_000, "\na"),
        ]
    )
    func pieces(words: String, count: Int, end: String) {
        for header in [Self.header, ""] {
            let bytes = Array((header + String(repeating: words, count: count) + end).utf8)
            let digest = ContentHash.digest(ofSize: bytes.count) { Array(bytes[$0]) }
            #expect(digest == ContentHash.digest(of: bytes))
        }
    }

    @Test("ends where the file ends before it should")
    func shortened() {
        let bytes = Array(Self.header.utf8)
        let digest = ContentHash.digest(ofSize: 3_000_000) {
            Array(bytes[$0.clamped(to: bytes.indices)])
        }
        #expect(digest != ContentHash.digest(of: []))
    }

    @Test("of a header alone takes the size of the body, and no trace of the way")
    func leftOut() {
        let header = Array(Self.header.utf8)
        let traced = Array(("Received: from x by y\r\n" + Self.header).utf8)
        let digest = ContentHash.digest(of: header, leftOut: 30_000_000)
        #expect(digest == ContentHash.digest(of: traced, leftOut: 30_000_000))
        #expect(digest != ContentHash.digest(of: header, leftOut: 30_000_001))
        #expect(digest != ContentHash.digest(of: header))
    }
}

@Suite("Hashes")
struct HashesTests {
    @Test("are the same by the processor and by GLib, in whatever pieces the bytes come")
    func agreeWithEachOther() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) }
        for size in [1, 3, 55, 56, 63, 64, 65, 127, 128, 999, 1_000] {
            for count in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000] {
                let digests = [true, false].map { isByProcessor in
                    var hash = SHA256(byProcessor: isByProcessor)
                    for start in stride(from: 0, to: count, by: size) {
                        hash.update(bytes[start..<min(start + size, count)])
                    }
                    return hash.finish()
                }
                #expect(digests[0] == digests[1], "\(count) bytes in pieces of \(size)")
            }
        }
    }

    @Test("agree with the published examples of SHA-256")
    func agreeOnSHA256() {
        #expect(
            Hashes.sha256([]).hexadecimal
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(
            Hashes.sha256(Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test("agree with the published examples of HMAC-SHA-256")
    func agreeOnHMAC() {
        let key = [UInt8](repeating: 0x0B, count: 20)
        #expect(
            Hashes.hmac(key: key, Array("Hi There".utf8)).hexadecimal
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        )
        #expect(
            Hashes.hmac(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8))
                .hexadecimal == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        )
        #expect(Hashes.hmac(key: key, []).count == Hashes.byteCount)
    }

    @Test("refuse an empty key")
    func refuseEmptyKey() async {
        await #expect(processExitsWith: .failure) {
            _ = Hashes.hmac(key: [], [1])
        }
    }
}
