// Parts that are too many, too deep, or parted in ways that no program means.

import Desk

extension Torture {
    static let structures: [TortureMail] = [
        TortureMail("a hundred thousand parts") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n" + times(100_000, "--b\n\nx\n")
                + "--b--\n"
        }.says(.partsCut),
        TortureMail("a hundred thousand named parts") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n"
                + times(100_000) { "--b\nContent-Type: x/y; name=\($0)\n\nx\n" } + "--b--\n"
        }.says(.partsCut),
        TortureMail("a hundred thousand parts behind an RFC 2231 boundary") {
            head + "Content-Type: multipart/mixed; boundary*0=b; boundary*1=c\n\n"
                + times(100_000, "--bc\n\nx\n") + "--bc--\n"
        }.says(.partsCut),
        TortureMail("twenty thousand nested multiparts") {
            head
                + times(20_000) { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
                + "\nfin\n"
        }.says(.nestingCut),
        TortureMail("twenty thousand nestings of one boundary") {
            head + times(20_000, "Content-Type: multipart/mixed; boundary=b\n\n--b\n") + "\nfin\n"
        }.says(.nestingCut),
        TortureMail("twenty thousand nested mails") {
            head + times(20_000, "Content-Type: message/rfc822\n\n") + "fin\n"
        }.says(.nestingCut),
        TortureMail("lines of blanks in a header without end") {
            head + times(300_000, " \n")
        },
        TortureMail("lines of blanks, each with a field below") {
            head + times(100_000, " \nX-A: b\n") + "\nfin\n"
        }.says(.headersCut),
        TortureMail("fields and lines that are none, in turn") {
            head + times(100_000, "a\nX-A: b\n") + "\nfin\n"
        }.says(.headersCut),
        TortureMail("a hundred thousand parts without an empty line") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n" + times(100_000, "--b\na\n")
        }.says(.partsCut),
        TortureMail("a hundred thousand parts with blanks for an empty line") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n"
                + times(100_000, "--b\n \na\n")
        }.says(.partsCut),
        TortureMail("mails and multiparts in turn") {
            head
                + times(10_000) {
                    "Content-Type: message/rfc822\n\nContent-Type: multipart/mixed; "
                        + "boundary=b\($0)\n\n--b\($0)\n"
                } + "\nfin\n"
        }.says(.nestingCut),
        TortureMail("a digest of twenty thousand mails") {
            head + "Content-Type: multipart/digest; boundary=b\n\n"
                + times(20_000, "--b\n\nSubject: x\n\ny\n") + "--b--\n"
        }.says(.partsCut),
        TortureMail("deep boundaries and many lines of dashes") {
            head
                + times(1000) { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }
                + "\n" + times(300_000, "--x\n")
        }.says(.nestingCut),
        TortureMail("many fields in a part") {
            mixed(times(200_000) { "X-\($0): v\n" } + "\nfin")
        }.says(.headersCut),
        TortureMail("many fields in an enclosed mail") {
            head + "Content-Type: message/rfc822\n\n" + times(200_000) { "X-\($0): v\n" }
                + "\nfin\n"
        }.says(.headersCut),
        TortureMail("no end of the boundary") { mixed("\nun\n", "\ndeux\n", end: "") }
            .says(.brokenMultipart).tells("deux"),
        TortureMail("an end before the beginning") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n--b--\n--b\n\nfin\n--b--\n"
        }.about("essai"),
        TortureMail("no boundary at all") {
            head + "Content-Type: multipart/mixed\n\n--b\n\nfin\n--b--\n"
        }.says(.brokenMultipart).tells("fin"),
        TortureMail("an empty boundary") {
            head + "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\nfin\n----\n"
        }.says(.brokenMultipart).tells("fin"),
        TortureMail("a boundary that no line holds") {
            head + "Content-Type: multipart/mixed; boundary=b\n\nfin\n"
        }.says(.brokenMultipart).tells("fin"),
        TortureMail("two boundaries in one field") {
            head + "Content-Type: multipart/mixed; boundary=b; boundary=c\n\n--b\n\nun\n--b--\n"
        }.about("essai").tells("un"),
        TortureMail("a boundary of a million letters") {
            let boundary = times(1_000_000, "x")
            return head + "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n"
                + "--\(boundary)\n\nfin\n"
        }.says(.headersCut),
        TortureMail("a boundary that begins the inner one") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: multipart/mixed; boundary=bb\n\n--bb\n\nun\n--bb--\n--b\n\ndeux\n"
                + "--b--\n"
        }.reads("un\ndeux"),
        TortureMail("a boundary that the inner part repeats") {
            mixed("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nun\n--b--\n", "\ndeux\n")
        }.tells("un"),
        TortureMail("a boundary with blanks behind it") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n--b  \t\n\nun\n--b-- \n"
        }.tells("un"),
        TortureMail("a boundary of dashes") {
            head + "Content-Type: multipart/mixed; boundary=\"--\"\n\n----\n\nun\n------\n"
        }.tells("un"),
        TortureMail("a multipart with an encoding") {
            head + "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n"
                + "\n--b\n\nun\n--b--\n"
        }.tells("un"),
        TortureMail("the Content-Type for which the library works for ever") {
            head + "Content-Type: multipart/mixed;\n \(times(35, "ќ"))=\"ќ\";\n\nfin\n"
        }.says(.brokenMultipart).tells("fin"),
        TortureMail("the same with curly quotes") {
            head + "Content-Type: multipart/mixed; \(times(40, "ќ"))…=“ќ”\n\nfin\n"
        }.says(.brokenMultipart).tells("fin"),
        TortureMail("fifty thousand parameters") {
            head + "Content-Type: text/plain;" + times(50_000) { " p\($0)=a;" } + "\n\nfin\n"
        }.says(.headersCut).reads("fin\n"),
        TortureMail("fifty thousand pieces of a name") {
            head + "Content-Type: text/plain;" + times(50_000) { "\n name*\($0)=a;" }
                + "\n\nfin\n"
        }.says(.headersCut),
        TortureMail("pieces of a name with holes and huge numbers") {
            mixed("Content-Type: x/y; name*0=a; name*2=c; name*99999999999999999999=z\n\nx")
        }.about("essai"),
        TortureMail("pieces of a name twice each") {
            mixed("Content-Type: x/y; name*0=a; name*0=b; name*1=c; name*1=d\n\nx")
        }.about("essai"),
        TortureMail("two types of one part") {
            mixed("Content-Type: text/plain\nContent-Type: application/pdf\n\nun")
        }.tells("un"),
        TortureMail("a type of nothing") {
            head + "Content-Type: ;;;;\n\nfin\n"
        }.reads("fin\n"),
        TortureMail("an enclosed mail that is empty") {
            mixed("Content-Type: message/rfc822\n\n")
        }.about("essai"),
        TortureMail("an enclosed mail in base64") {
            mixed(
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                    + base64(Array("Subject: dedans\n\nfin".utf8))
            )
        }.brings("dedans.eml"),
        TortureMail("an enclosed mail with a path for a subject") {
            mixed("Content-Type: message/rfc822\n\nSubject: ../../etc/passwd\n\nfin")
        }.about("essai"),
        TortureMail("a delivery report of a hundred thousand recipients") {
            mixed(
                "\nfin",
                "Content-Type: message/delivery-status\n\n"
                    + times(100_000) {
                        "Final-Recipient: rfc822; \($0)@b.example\nAction: failed\n\n"
                    },
                type: "report; report-type=delivery-status"
            )
        }.about("essai"),
        TortureMail("an alternative of ten thousand empty texts") {
            head + "Content-Type: multipart/alternative; boundary=b\n\n"
                + times(900, "--b\nContent-Type: text/plain\n\n\n") + "--b\n"
                + "Content-Type: text/html\n\n<p>fin</p>\n--b--\n"
        }.reads("fin"),
        TortureMail("five hundred HTML texts of the same words") {
            head + "Content-Type: multipart/mixed; boundary=b\n\n"
                + times(500, "--b\nContent-Type: text/html\n\n<p>fin</p>\n") + "--b--\n"
        }.tells("fin\nfin"),
    ]
}
