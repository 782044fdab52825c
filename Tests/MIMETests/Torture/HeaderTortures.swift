// Header fields that are too many, too long, or not what they seem.

import Desk

extension Torture {
    static let headers: [TortureMail] = [
        TortureMail("a million tiny fields") {
            head + times(1_000_000) { "X-\($0): v\n" } + "\nfin\n"
        }.says(.headersCut).about("essai"),
        TortureMail("the author behind a hundred thousand fields") {
            times(100_000) { "X-\($0): v\n" } + head + "\nfin\n"
        }.says(.headersCut).from("a@client.example").about("essai").reads("fin\n"),
        TortureMail("a second author behind five thousand fields") {
            head + times(5000) { "X-\($0): v\n" } + "From: b@client.example\n\nfin\n"
        }.says(.headersCut, .ambiguousFrom).fromNobody,
        TortureMail("two authors") { head + "From: sav@mileo.example\n\nfin\n" }
            .says(.ambiguousFrom).fromNobody,
        TortureMail("two authors in one field") {
            "From: a@client.example, sav@mileo.example\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody.about("x"),
        TortureMail("an address in front of the address") {
            "From: SAV <sav@mileo.example> <b@client.example>\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("an address with a NUL behind a backslash") {
            "From: \"sav@mileo.example\\\0\"@client.example\nSubject: x\n\nfin\n"
        }.fromNobody.about("x"),
        TortureMail("an address that ends at a NUL") {
            "From: sav@mileo.example\0@client.example\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("an address in a group") {
            "From: SAV: sav@mileo.example;\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("an address with a comment that closes nothing") {
            "From: (sav@mileo.example <b@client.example>\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("a million open comments") {
            "From: \(times(1_000_000, "("))\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("a million colons") {
            "From: \(times(1_000_000, ":"))\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("a million open angles") {
            "From: \(times(1_000_000, "<"))\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("a million quotes") {
            "From: \(times(1_000_000, "\""))\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("a million backslashes") {
            "From: \"\(times(1_000_000, "\\"))\nSubject: x\n\nfin\n"
        }.says(.ambiguousFrom).fromNobody,
        TortureMail("letters that look like ours") {
            "From: sav@mil\u{0435}o.example\nSubject: x\n\nfin\n"
        }.about("x"),
        TortureMail("a name that turns the line around") {
            head.replacing("Lea", with: "Léa \u{202E}elpmaxe.oelim@vas") + "\nfin\n"
        }.says(.controlCharacter).fromNobody,
        TortureMail("an encoded name with a line end") {
            head.replacing("Lea", with: "=?utf-8?Q?L=0D=0ABcc:_b@client.example?=") + "\nfin\n"
        }.says(.lineBreakInHeader).fromNobody,
        TortureMail("an encoded subject with a line end") {
            bare + "Subject: =?utf-8?Q?un=0D=0ABcc:_b@client.example?=\n\nfin\n"
        }.says(.lineBreakInHeader).about("un Bcc: b@client.example"),
        TortureMail("two hundred thousand encoded words") {
            bare + "Subject: \(times(200_000, "=?utf-8?Q?a?= "))\n\nfin\n"
        }.says(.headersCut).from("a@client.example"),
        TortureMail("encoded words that never end") {
            bare + "Subject: \(times(5000, "=?utf-8?Q?"))\n\nfin\n"
        }.says(.headersCut),
        TortureMail("an encoded word in an encoded word") {
            bare + "Subject: =?utf-8?Q?=3D=3Futf-8=3FQ=3Fa=3F=3D?=\n\nfin\n"
        }.about("=?utf-8?Q?a?="),
        TortureMail("encoded words in a thousand charsets") {
            bare + "Subject: \(times(1000) { "=?cp\($0)?Q?a?= " })\n\nfin\n"
        }.from("a@client.example"),
        TortureMail("an encoded word that parts a character") {
            bare + "Subject: =?utf-8?Q?=C3?= =?utf-8?Q?=A9t=C3=A9?=\n\nfin\n"
        }.about("été"),
        TortureMail("raw 8-bit in the subject") { bare + "Subject: été\n\nfin\n" }
            .says(.rawHeader).about("été"),
        TortureMail(
            "raw windows-1252 in the subject",
            bytes: {
                Array((bare + "Subject: ").utf8) + [0xE9, 0x74, 0xE9, 0x92]
                    + Array("\n\nfin\n".utf8)
            }
        ).says(.rawHeader).about("été’"),
        TortureMail("a hundred thousand addresses") {
            head + "Cc: " + times(100_000) { "u\($0)@client.example,\n " } + "\n\nfin\n"
        }.says(.addressesCut),
        TortureMail("a hundred thousand groups") {
            head + "Cc: " + times(100_000) { "g\($0):;," } + "\n\nfin\n"
        }.from("a@client.example"),
        TortureMail("nested groups without end") {
            head + "Cc: " + times(100_000, "g:") + "\n\nfin\n"
        }.from("a@client.example"),
        TortureMail("a hundred thousand references") {
            head + "References: " + times(100_000) { "<\($0)@client.example>\n " } + "\n\nfin\n"
        }.says(.headersCut),
        TortureMail("a hundred thousand Received fields") {
            times(100_000, "Received: from a by b; x\n") + head + "\nfin\n"
        }.says(.headersCut).from("a@client.example"),
        TortureMail("a field folded a hundred thousand times") {
            head + "X: a\n" + times(100_000, " a\n") + "\nfin\n"
        }.says(.headersCut).reads("fin\n"),
        TortureMail("a field of eight million letters") {
            head + "X: \(times(8_000_000, "x"))\n\nfin\n"
        }.says(.headersCut).reads("fin\n"),
        TortureMail("a Message-ID of a million letters") {
            "From: a@client.example\nMessage-ID: <\(times(1_000_000, "x"))@b>\n\nfin\n"
        }.says(.noMessageID).reads("fin\n"),
        TortureMail("a Message-ID with blanks and angles") {
            "From: a@client.example\nMessage-ID: <<a b@c>>>\n\nfin\n"
        }.reads("fin\n"),
        TortureMail("a date of the year 99999999") {
            "From: a@client.example\nDate: Tue, 01 Sep 99999999 99:99:99 +9999\n\nfin\n"
        }.says(.badDate).reads("fin\n"),
        TortureMail("a date of a hundred thousand comments") {
            "From: a@client.example\nDate: \(times(100_000, "("))\n\nfin\n"
        }.says(.badDate).reads("fin\n"),
        TortureMail("no colon anywhere") { "bonjour\nfin\n" }.says(.noFrom).tells("bonjour"),
        TortureMail("a leading blank") { " From: a@client.example\n\nfin\n" }.tells("fin"),
        // Found by the fuzzer: a reader that waited for a blank stayed on that line for ever.
        TortureMail("carriage returns alone below a field") { head + "\r\r\nfin\n" }.tells("fin"),
        TortureMail("only line ends") { times(100_000, "\n") }.says(.noFrom),
        TortureMail("zero bytes") { "" }.says(.empty),
        TortureMail("a million NULs") { times(1_000_000, "\0") }.says(.noFrom),
        TortureMail("NULs in every field") {
            head.replacing("essai", with: "es\0sai").replacing("Lea", with: "L\0éa") + "\nfi\0n\n"
        }.says(.controlCharacter).reads("fin\n"),
        TortureMail("only CR for line ends") {
            (head + "\nfin\n").replacing("\n", with: "\r")
        }.says(.lineBreakInHeader).fromNobody,
        TortureMail("a bare CR in the subject") {
            head.replacing("essai", with: "es\rsai") + "\nfin\n"
        }.from("a@client.example"),
    ]
}
