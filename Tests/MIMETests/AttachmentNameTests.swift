// Names become safe to keep anywhere, and stay recognisable.

import Desk
import Testing

@testable import MIME

@Suite("AttachmentName")
struct AttachmentNameTests {
    @Test(
        "leaves honest names alone",
        arguments: [
            "devis.pdf", "Relevé d’août 2026 (v2).xlsx", "a.b.c", "sans extension", "安.doc",
        ]
    )
    func leavesHonestNames(_ name: String) {
        var defects: Set<MessageDefect> = []
        #expect(AttachmentName.safe(name, limits: .standard, defects: &defects) == name)
        #expect(defects.isEmpty)
    }

    @Test(
        "makes dangerous names safe, and says so",
        arguments: [
            ("../../etc/passwd", "passwd"), ("..\\..\\x.exe", "x.exe"), ("/etc/x", "x"),
            ("a/", ""), ("..", ""), (".htaccess", "htaccess"), ("-rf", "rf"), ("a\0.pdf", "a.pdf"),
            ("x\u{202E}fdp.exe", "xfdp.exe"), ("a\r\nb", "ab"), ("CON", "_CON"),
            ("con.txt", "_con.txt"), ("LPT1.tar.gz", "_LPT1.tar.gz"), ("COM9", "_COM9"),
        ]
    )
    func makesSafe(_ name: String, _ safe: String) {
        var defects: Set<MessageDefect> = []
        #expect(AttachmentName.safe(name, limits: .standard, defects: &defects) == safe)
        #expect(defects == [.unsafeName])
    }

    @Test(
        "tidies without alarm",
        arguments: [
            (" a.pdf ", "a.pdf"), ("a.pdf.", "a.pdf"), ("12:30?.pdf", "12_30_.pdf"),
            ("a\tb", "a b"), ("COMMUN.pdf", "COMMUN.pdf"), ("", ""),
        ]
    )
    func tidies(_ name: String, _ safe: String) {
        var defects: Set<MessageDefect> = []
        #expect(AttachmentName.safe(name, limits: .standard, defects: &defects) == safe)
        #expect(defects.isEmpty)
    }

    @Test("cuts long names between characters and keeps the ending")
    func cutsLongNames() {
        var defects: Set<MessageDefect> = []
        let long = AttachmentName.safe(
            String(repeating: "é", count: 200) + ".pdf",
            limits: .standard,
            defects: &defects
        )
        #expect(long.utf8.count <= 120)
        #expect(long.hasSuffix("é.pdf"))
        let endless = AttachmentName.safe(
            "a." + String(repeating: "é", count: 200),
            limits: .standard,
            defects: &defects
        )
        #expect(endless.utf8.count <= 120)
        #expect(!endless.contains("\u{FFFD}"))
    }

    @Test("names the nameless by number and type")
    func namesNameless() {
        #expect(AttachmentName.unnamed(number: 2, type: "image/jpeg") == "piece-jointe-2.jpg")
        #expect(AttachmentName.unnamed(number: 1, type: "x/y") == "piece-jointe-1.bin")
    }
}
