// Texts that are too long, too deep, or written in a way that decoders stumble over.

import Desk

extension Torture {
    static let texts: [TortureMail] = [
        TortureMail("a line of eight million letters") { head + "\n" + times(8_000_000, "x") }
            .says(.textCut),
        TortureMail("four million empty lines") { head + "\nun" + times(4_000_000, "\n") }
            .says(.textCut).tells("un"),
        TortureMail("a text of three million bytes") { head + "\n" + times(1_000_000, "é\n") }
            .says(.textCut),
        TortureMail(
            "a megabyte of marks",
            bytes: {
                text("text/plain; format=flowed", Array(times(1_000_000, ">").utf8))
            }
        ).about("essai"),
        TortureMail(
            "half a million flowed marks",
            bytes: {
                text("text/plain; format=flowed", Array(times(500_000, "> \n").utf8))
            }
        ).about("essai"),
        TortureMail(
            "a flowed text that never ends its line",
            bytes: {
                text("text/plain; format=flowed; delsp=yes", Array(times(500_000, "a \n").utf8))
            }
        ).tells("aaaa"),
        TortureMail(
            "marks of rising depth",
            bytes: {
                let lines = times(1000) { times($0, ">") + " a \n" }
                return text("text/plain; format=flowed", Array(lines.utf8))
            }
        ).tells("> a"),
        TortureMail(
            "three million letters of quoted-printable",
            bytes: {
                text(
                    "text/plain; charset=utf-8",
                    Array(times(600_000, "=C3=A9").utf8),
                    encoding: "quoted-printable"
                )
            }
        ).says(.textCut),
        TortureMail(
            "quoted-printable of nothing but marks",
            bytes: {
                text("text/plain", Array(times(1_000_000, "=").utf8), encoding: "quoted-printable")
            }
        ).about("essai"),
        TortureMail(
            "quoted-printable that ends in a mark",
            bytes: {
                text("text/plain", Array("un=\ndeux=".utf8), encoding: "quoted-printable")
            }
        ).tells("undeux"),
        TortureMail(
            "quoted-printable with wrong digits",
            bytes: {
                text("text/plain", Array("un=ZZ=4=\n".utf8), encoding: "quoted-printable")
            }
        ).tells("un=ZZ"),
        TortureMail(
            "a million blanks at the end of a line",
            bytes: {
                text(
                    "text/plain",
                    Array(("un" + times(1_000_000, " ") + "\n").utf8),
                    encoding: "quoted-printable"
                )
            }
        ).tells("un"),
        TortureMail(
            "base64 that is text",
            bytes: {
                text(
                    "text/plain",
                    Array("Bonjour, ceci n'est pas codé !\n".utf8),
                    encoding: "base64"
                )
            }
        ).says(.unknownEncoding).tells("Bonjour"),
        TortureMail(
            "base64 full of garbage",
            bytes: {
                text(
                    "text/plain",
                    Array(times(50_000, "Qm9u\u{1}am91cg==\n!").utf8),
                    encoding: "base64"
                )
            }
        ).about("essai"),
        TortureMail(
            "base64 padded after every group",
            bytes: {
                text("text/plain", Array(times(100_000, "YQ==\n").utf8), encoding: "base64")
            }
        ).tells("aaaa"),
        TortureMail(
            "base64 of nothing but padding",
            bytes: {
                text("text/plain", Array(times(1_000_000, "=").utf8), encoding: "base64")
            }
        ).about("essai"),
        TortureMail(
            "an encoding that nobody knows",
            bytes: {
                text("text/plain", Array("fin\n".utf8), encoding: "x-klingon")
            }
        ).says(.unknownEncoding).reads("fin\n"),
        TortureMail(
            "UTF-8 that is none",
            bytes: {
                text("text/plain; charset=utf-8", [UInt8](repeating: 0xFF, count: 100_000))
            }
        ).says(.badBytes),
        TortureMail(
            "UTF-8 cut in its last character",
            bytes: {
                text("text/plain; charset=utf-8", Array("été".utf8) + [0xC3])
            }
        ).says(.badBytes).reads("été\u{FFFD}"),
        TortureMail(
            "overlong UTF-8",
            bytes: {
                text("text/plain; charset=utf-8", Array("é".utf8) + [0xC0, 0xAF, 0xE0, 0x80, 0xAF])
            }
        ).says(.badBytes),
        TortureMail(
            "windows-1252 that calls itself ISO-8859-1",
            bytes: {
                text("text/plain; charset=iso-8859-1", [0x6C, 0x92, 0xE9, 0x74, 0xE9, 0x20, 0x80])
            }
        ).isAllRight.reads("l’été €"),
        TortureMail(
            "8-bit without a charset",
            bytes: {
                Array((head + "\n").utf8) + [0xE9, 0x74, 0xE9]
            }
        ).says(.unknownCharset).reads("été"),
        TortureMail(
            "a charset that nobody knows",
            bytes: {
                text("text/plain; charset=x-klingon", [0xE9, 0x74, 0xE9])
            }
        ).says(.unknownCharset).reads("été"),
        TortureMail(
            "a charset that is a path",
            bytes: {
                text("text/plain; charset=\"../../../etc/passwd\"", [0x61])
            }
        ).says(.unknownCharset).reads("a"),
        TortureMail(
            "a charset of a million letters",
            bytes: {
                text("text/plain; charset=" + times(1_000_000, "x"), [0x61])
            }
        ).says(.headersCut).reads("a"),
        TortureMail(
            "UTF-7 with shifts that never end",
            bytes: {
                text("text/plain; charset=utf-7", Array(times(100_000, "+AOk").utf8))
            }
        ).about("essai"),
        TortureMail(
            "ISO-2022-JP with escapes only",
            bytes: {
                text("text/plain; charset=iso-2022-jp", Array(times(100_000, "\u{1B}$B").utf8))
            }
        ).about("essai"),
        TortureMail(
            "UTF-16 of an odd length",
            bytes: {
                text("text/plain; charset=utf-16le", [0x61, 0x00, 0x62])
            }
        ).says(.badBytes).tells("a"),
        TortureMail(
            "UTF-32 of impossible characters",
            bytes: {
                text("text/plain; charset=utf-32", [UInt8](repeating: 0xFF, count: 100_000))
            }
        ).says(.badBytes),
        TortureMail(
            "GB18030 cut within a character",
            bytes: {
                text("text/plain; charset=gb18030", [0xC4, 0xE3, 0x81, 0x30])
            }
        ).says(.badBytes).tells("你"),
        TortureMail("NULs in the text") { head + "\nfi\0\0n\n" }
            .says(.controlCharacter).reads("fin\n"),
        TortureMail("escape sequences of a terminal") { head + "\n\u{1B}[2J\u{1B}]0;x\u{7}fin\n" }
            .says(.controlCharacter).tells("fin"),
        TortureMail("only CR for line ends in the text") { head + "\nun\rdeux\r" }
            .reads("un\ndeux\n"),
        TortureMail("a million CR") { head + "\nun" + times(1_000_000, "\r") }.tells("un"),
        TortureMail("a thousand encrypted texts") {
            head + "\n" + times(1000, "-----BEGIN PGP MESSAGE-----\n")
        }.says(.encrypted),
        TortureMail("a thousand signed texts without end") {
            head + "\n" + times(1000, "-----BEGIN PGP SIGNED MESSAGE-----\n\n")
        }.about("essai"),
        TortureMail("twenty thousand nested elements") { html(times(20_000, "<div>") + "fin") }
            .says(.nestingCut),
        TortureMail("twenty thousand nested quotes") { html(times(20_000, "<blockquote>") + "fin") }
            .says(.nestingCut),
        TortureMail("twenty thousand nested tables") {
            html(times(20_000, "<table><tr><td>") + "fin")
        }.says(.nestingCut),
        TortureMail("forty thousand bold and slanted words") {
            html(times(40_000, "<b><i>a</b></i>"))
        }.tells("aaaa"),
        TortureMail("an element of a hundred thousand attributes") {
            html("<p " + times(100_000) { "a\($0)=1 " } + ">fin</p>")
        }.reads("fin"),
        TortureMail("an attribute of a megabyte") {
            html("<p title=\"" + times(1_000_000, "x") + "\">fin</p>")
        }.about("essai"),
        TortureMail("a quote of an attribute that never ends") {
            html("<p title=\"" + times(10_000, "<p>a") + "fin")
        }.about("essai"),
        TortureMail("a hundred thousand tags that never end") {
            html(times(100_000, "<p ") + "fin")
        }
        .about("essai"),
        TortureMail("two hundred thousand references") { html(times(150_000, "&eacute;")) }
            .tells("éééé"),
        TortureMail("references that never end") { html(times(150_000, "&#") + "fin") }
            .about("essai"),
        TortureMail("a definition of entities that multiplies") {
            html(
                "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><p>&c;</p><p>fin</p>"
            )
        }.tells("fin"),
        TortureMail("an entity that names a file") {
            html("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;fin</p>")
        }.tells("fin"),
        TortureMail("a hundred thousand comments that never end") {
            html(times(100_000, "<!-- ") + "fin")
        }.tells("fin"),
        TortureMail("a style that never ends") { html("<p>un</p><style>" + times(50_000, "a{}")) }
            .tells("un"),
        TortureMail("fifty thousand scripts") { html(times(50_000, "<script>x</script>") + "fin") }
            .reads("fin"),
        TortureMail("thirty thousand lists") { html(times(30_000, "<ul><li>a</ul>")) }
            .tells("- a"),
        TortureMail("a table of two hundred thousand cells") {
            html("<table><tr>" + times(200_000, "<td>a") + "</table>")
        }.tells("a | a"),
        TortureMail("ten thousand lines above nothing") {
            html(times(10_000, "<div style='border-top:solid 1pt'>a:b<br>c:d</div>"))
        }.about("essai"),
        TortureMail("ten thousand announced quotes") {
            html("un" + times(10_000, "<div id=appendonsend></div><p>a</p>"))
        }.tells("> a"),
        TortureMail("a link of a megabyte") {
            html("<a href=\"https://client.example/" + times(900_000, "x") + "\">fin</a>")
        }.about("essai"),
    ]
}
