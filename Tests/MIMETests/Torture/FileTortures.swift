// Files that lie about what they are, and containers made to be opened too far.

import Desk

extension Torture {
    private static let program: [UInt8] = Array("MZ".utf8) + [UInt8](repeating: 0, count: 200)
    private static let zip: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0x41, count: 5000)
    private static let ending: (level: UInt8, identifier: UInt32, value: [UInt8]) =
        (2, 0x0006_9002, [UInt8](repeating: 0, count: 14))

    private static func named(_ parameters: String) -> String {
        mixed(
            "Content-Type: application/octet-stream\nContent-Disposition: attachment; "
                + "\(parameters)\n\nx"
        )
    }

    // An S/MIME signature around a mail, as a header and nested elements.
    private static func signed(_ mail: [UInt8]) -> [UInt8] {
        let element = { (tag: UInt8, content: [UInt8]) -> [UInt8] in
            [tag, 0x83] + (0..<3).map { UInt8(truncatingIfNeeded: content.count >> (16 - 8 * $0)) }
                + content
        }
        let kind: [UInt8] = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7]
        let inner = element(0x30, kind + [1] + element(0xA0, element(0x04, mail)))
        let data = element(0x30, [0x02, 1, 1] + element(0x31, []) + inner)
        return element(0x30, kind + [2] + element(0xA0, data))
    }

    private static func secured(_ content: [UInt8]) -> String {
        head + "Content-Type: application/pkcs7-mime; name=smime.p7m\n"
            + "Content-Transfer-Encoding: base64\n\n\(base64(content))\n"
    }

    static let files: [TortureMail] = [
        TortureMail("a name that is a path") { named("filename=\"../../../etc/cron.d/x\"") }
            .says(.unsafeName).brings("x"),
        TortureMail("an encoded name that is a path with a NUL") {
            named("filename*=utf-8''..%2F..%2Fetc%2Fx%00.pdf")
        }.says(.unsafeName).brings("x.pdf"),
        TortureMail("a name that turns around") {
            named("filename*=utf-8''facture%E2%80%AEfdp.exe")
        }.says(.unsafeName).brings("facturefdp.exe"),
        TortureMail("a name of a hundred thousand letters") {
            named("filename=\"" + times(20_000, "x") + ".pdf\"")
        }.about("essai"),
        TortureMail("a name of a device") { named("filename=\"con.txt\"") }
            .says(.unsafeName).brings("_con.txt"),
        TortureMail("a name of blanks and dots") { named("filename=\" .. . \"") }
            .brings("piece-jointe-1.bin"),
        TortureMail("an encoded word for a name") {
            named("filename=\"=?utf-8?Q?=C3=A9t=C3=A9.pdf?=\"")
        }.brings("été.pdf"),
        TortureMail("a program that calls itself an invoice") {
            mixed("\nvoir", file("facture.pdf", "application/pdf", program))
        }.says(.misleadingType).brings("facture.pdf"),
        TortureMail("a program with the ending of a document before its own") {
            mixed("\nvoir", file("facture.pdf.exe", "application/octet-stream", program))
        }.brings("facture.pdf.exe"),
        TortureMail("a script that calls itself a picture") {
            mixed("\nvoir", file("photo.jpg.js", "image/jpeg", Array("alert(1)".utf8)))
        }.says(.misleadingType),
        TortureMail("a zip bomb, which stays closed") {
            mixed("\nvoir", file("bombe.zip", "application/zip", zip))
        }.isAllRight.brings("bombe.zip"),
        TortureMail("nine hundred zip bombs") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n"
                + times(900) { "--b\n" + file("\($0).zip", "application/zip", zip) + "\n" }
                + "--b--\n"
        }.about("essai"),
        TortureMail("a container of Outlook with a text and a file") {
            let data = winmail(
                (1, 0x0002_800C, Array("dedans\0".utf8)),
                ending,
                (2, 0x0001_8010, Array("a.txt\0".utf8)),
                (2, 0x0006_800F, Array("x".utf8))
            )
            return head + "Content-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n\(base64(data))\n"
        }.isAllRight.reads("dedans").brings("a.txt"),
        TortureMail("a container of Outlook that is empty") { withWinmail([]) }
            .says(.brokenWinmail).tells("voir").brings("winmail.dat"),
        TortureMail("a container of Outlook that is something else") {
            withWinmail(Array("bonjour".utf8))
        }.says(.brokenWinmail).brings("winmail.dat"),
        TortureMail("a container of Outlook cut in a file") {
            let data = winmail(ending, (2, 0x0006_800F, [UInt8](repeating: 1, count: 500)))
            return withWinmail(Array(data.dropLast(100)))
        }.says(.brokenWinmail).brings("piece-jointe-1.bin", "winmail.dat"),
        TortureMail("a container of Outlook with a length beyond its end") {
            withWinmail(winmail() + [2] + number(0x0006_800F) + number(0xFFFF_FFFF))
        }.says(.brokenWinmail).brings("winmail.dat"),
        TortureMail("a container of Outlook with four thousand million properties") {
            withWinmail(winmail((1, 0x0006_9003, number(0xFFFF_FFFF))))
        }.says(.brokenWinmail),
        TortureMail("a property of four thousand million values") {
            let list = number(1) + [0x02, 0x11, 0x00, 0x10] + number(0xFFFF_FFFF)
            return withWinmail(winmail((1, 0x0006_9003, list)))
        }.says(.brokenWinmail),
        TortureMail("a property with a name that is longer than all") {
            let list = number(1) + [0x1F, 0, 0, 0x80] + [UInt8](repeating: 0, count: 16)
            return withWinmail(winmail((1, 0x0006_9003, list + number(1) + number(0xFFFF_FFFF))))
        }.says(.brokenWinmail),
        TortureMail("a container of Outlook with a hundred thousand files") {
            let one = Array(winmail(ending).dropFirst(6))
            let data = winmail() + (0..<100_000).flatMap { _ in one }
            return withWinmail(data)
        }.says(.partsCut),
        TortureMail("a container of Outlook with lengths of nothing") {
            withWinmail(winmail() + (0..<50_000).flatMap { _ in winmail((1, 0, [])).dropFirst(6) })
        }.about("essai").tells("voir"),
        TortureMail("rich text of Outlook that repeats itself") {
            // Two bytes that ask for seventeen, again and again.
            let packed = (0..<40_000).flatMap { _ in [0xFF] + times(8) as [UInt8] }
            let list = number(1) + [0x02, 0x01, 0x09, 0x10] + number(1)
            let rtf = number(1) + number(0xFFFF_FFFF) + number(0x7546_5A4C) + number(0) + packed
            return withWinmail(
                winmail((1, 0x0006_9003, list + number(UInt32(rtf.count)) + rtf))
            )
        }.tells("voir"),
        TortureMail("a signed mail in one piece") {
            secured(signed(Array("Content-Type: text/plain\n\nsigné\n".utf8)))
        }.tells("sign").brings("smime.p7m"),
        TortureMail("a hundred signatures in each other") {
            var content = Array("Content-Type: text/plain\n\nfin\n".utf8)
            for _ in 0..<12 {
                let part = "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64"
                content = Array("\(part)\n\n\(base64(signed(content)))\n".utf8)
            }
            return head + String(decoding: content, as: UTF8.self)
        }.says(.nestingCut),
        TortureMail("a signature with lengths beyond its end") {
            secured([0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x06, 0x84, 0xFF, 0xFF, 0xFF, 0xFF])
        }.about("essai").brings("smime.p7m"),
        TortureMail("a signature of open lengths only") {
            secured(
                [UInt8](repeating: 0x30, count: 1) + (0..<50_000).flatMap { _ in [0x80, 0x31] }
            )
        }.about("essai"),
        TortureMail("an encrypted mail") {
            secured([0x30, 0x80, 0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 3])
        }.says(.encrypted).brings("smime.p7m"),
        TortureMail("an encrypted mail of OpenPGP") {
            mixed(
                "Content-Type: application/pgp-encrypted\n\nVersion: 1",
                "Content-Type: application/octet-stream; name=encrypted.asc\n\nx",
                type: "encrypted"
            )
        }.says(.encrypted),
        TortureMail("uuencode without end") {
            head + "\nun\nbegin 644 a.bin\n" + times(50_000, "#0V%T\n")
        }.says(.brokenEnclosure).tells("un").brings("a.bin"),
        TortureMail("fifty thousand beginnings of uuencode") {
            head + "\n" + times(50_000, "begin 644 a\n")
        }.tells("begin 644"),
        TortureMail("two thousand files of uuencode") {
            head + "\n" + times(2000, "begin 644 a\n#0V%T\n`\nend\n")
        }.about("essai"),
        TortureMail("uuencode with a path for a name") {
            head + "\nbegin 644 ../../x\n#0V%T\n`\nend\n"
        }.says(.unsafeName).brings("x"),
        TortureMail("yEnc of the wrong size") {
            head + "\n=ybegin line=128 size=999999999999 name=a\nabc\n=yend size=1\nfin\n"
        }.says(.brokenEnclosure).reads("fin\n").brings("a"),
        TortureMail("yEnc of a size beyond all numbers") {
            head + "\n=ybegin line=128 size=99999999999999999999999 name=a\nabc\nfin\n"
        }.tells("fin"),
        TortureMail("yEnc of nothing but escapes") {
            head + "\n=ybegin line=1 size=3 name=a\n" + times(100_000, "=") + "\n=yend size=3\n"
        }.says(.brokenEnclosure),
        TortureMail("a calendar of ten thousand methods") {
            mixed("Content-Type: text/calendar\n\n" + times(10_000, "METHOD:X\n"))
        }.about("essai"),
        TortureMail("a thousand pictures and their HTML") {
            head + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                + times(20_000) { "<img src=\"cid:\($0)\">" } + "fin\n"
                + times(900) { "--b\nContent-Type: image/png\nContent-ID: <\($0)>\n\nx\n" }
                + "--b--\n"
        }.reads("fin"),
    ]

    // Eight references to the beginning of the window, of the greatest length.
    private static func times(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in [0x00, 0x1F] as [UInt8] }
    }
}
