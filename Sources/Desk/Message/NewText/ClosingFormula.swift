// The bare formula that closes a letter: "Cordialement,", "Best regards".
//
// A formula is a line of its own. A whole sentence of politeness ("Je vous prie d'agréer …") is the
// person's text and stays; so does a "Merci".

/// Recognises closing formulas.
enum ClosingFormula {
    // Each begins a line of at most a few words more: a name, "à vous", "à toute l'équipe".
    private static let openings = PhraseIndex([
        [
            "cordialement", "bien cordialement", "tres cordialement", "cordialment", "cordialemnt",
            "cdlt", "cdt", "crdlt", "cdmt", "bien cdlt", "bien a vous", "bien a toi",
            "bien amicalement",
            "sincerement", "bien sincerement", "tres sincerement", "sinceres salutations",
            "salutations", "meilleures salutations", "mes salutations", "cordiales salutations",
            "avec mes salutations", "avec mes meilleures salutations", "avec nos salutations",
            "mes meilleures salutations", "nos salutations", "slts", "salutation",
            "respectueusement",
            "respectueuses salutations", "amicalement", "amities", "bien respectueusement",
            "mes respects", "bises", "bisous", "a bientot", "bonne journee", "bonne soiree",
            "bonne matinee", "bonne apres-midi", "bon apres-midi", "bonne fin de journee",
            "bonne fin de semaine", "bonne semaine", "bonne nuit", "bon week-end", "bon weekend",
            "bon we", "bonne reception", "belle journee", "belle soiree", "excellente journee",
            "excellente soiree", "tres bonne journee", "tres bonne soiree", "bonne continuation",
            "bonnes fetes", "devouement", "confraternellement", "recevez mes salutations",
            "recevez mes sinceres salutations", "recevez nos salutations",
            "best regards", "kind regards", "kindest regards", "warm regards", "warmest regards",
            "with kind regards", "with best regards", "regards", "rgds", "br", "best wishes",
            "warm wishes", "warmest wishes", "with warm wishes", "kind wishes", "good wishes",
            "with best wishes", "many good wishes", "with every good wish",
            "with thanks and best wishes",
            "all the best", "best", "sincerely", "yours sincerely", "yours faithfully",
            "yours truly",
            "yours", "respectfully", "respectfully yours", "cordially", "cheers", "many regards",
            "have a nice day", "have a good day", "have a great day", "have a nice evening",
            "have a good weekend", "have a nice weekend", "many thanks and regards",
            "thanks and regards", "thanks & regards", "warmly", "very truly yours",
            "avec nos sinceres salutations", "avec nos plus sinceres salutations",
            "avec nos plus sinceres", "avec mes plus sinceres salutations",
            "avec nos meilleures salutations", "avec toutes nos salutations",
            "avec nos cordiales salutations", "sinceres salutations", "salutations distinguees",
            "salutations cordiales", "salutations respectueuses", "nos meilleures salutations",
            "nos sinceres salutations", "mes sinceres salutations", "bien a vous tous",
            "mit freundlichen grussen", "mit freundlichem gruss", "freundliche grusse",
            "viele grusse", "beste grusse", "liebe grusse", "herzliche grusse",
            "mit besten grussen", "schone grusse", "mfg", "hochachtungsvoll",
            "saludos", "saludos cordiales", "un saludo", "un cordial saludo", "atentamente",
            "cordialmente", "muy atentamente", "reciba un cordial saludo",
            "cordiali saluti", "distinti saluti", "un cordiale saluto", "saluti",
            "un saluto", "cari saluti", "buona giornata", "buona serata",
            "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groeten",
            "vriendelijke groet", "mvg", "groeten", "groetjes", "hoogachtend",
            "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos",
            "atenciosamente", "cordiais cumprimentos", "abracos", "um abraco",
            "pozdrawiam", "pozdrawiam serdecznie", "z powazaniem", "serdecznie pozdrawiam",
            "z wyrazami szacunku", "med vanliga halsningar", "med vanlig halsning",
            "vanliga halsningar", "hilsen", "med venlig hilsen", "venlig hilsen", "mvh", "vh",
            "de bedste hilsner", "med vennlig hilsen", "vennlig hilsen", "halsningar",
            "ystavallisin terveisin", "terveisin", "parhain terveisin", "yst. terv.",
            "s pozdravem", "s pratelskym pozdravem", "s uctou", "s pozdravom",
            "cu stima", "cu respect", "numai bine", "o zi buna", "o zi frumoasa",
            "udvozlettel", "tisztelettel", "saygilarimla", "iyi calismalar",
            "С уважением", "с уважением", "З повагою", "srdacan pozdrav",
        ]
    ])

    private static let postscripts = [
        "ps ", "ps:", "p.s", "p. s.", "p. s:", "p. s :", "nb ", "nb:", "n.b", "post-scriptum",
    ]

    // Words that make the line more than a formula.
    private static let substance = [
        "merci", "thank", "rappel", "call", "je ", "nous ", " i ", " we ", "vous ", "please", "?",
    ]

    /// Whether a line is a bare closing formula, perhaps with a name behind it.
    static func isFormula(_ line: FoldedLine) -> Bool {
        guard line.bytes.count <= 90 else { return false }
        let bytes = line.bytes.drop { "-*_ ".utf8.contains($0) }
        guard let opening = openings.prefix(of: bytes) else { return false }
        let rest = FoldedLine(bytes: bytes.dropFirst(opening.utf8.count))
        if let next = rest.bytes.first, isLetter(next) { return false }
        let words = rest.words.count
        if words == 0 { return true }
        if rest.contains(anyOf: substance) { return false }
        // A short word such as "best" or "yours" begins many a sentence.
        if opening.utf8.count <= 5 { return rest.bytes.first == UInt8(ascii: ",") && words <= 3 }
        return words <= 6 && rest.bytes.last != UInt8(ascii: ":")
    }

    /// Whether a line says for whom the person signs: "Pour le conseil syndical,".
    static func isOnBehalf(_ line: FoldedLine) -> Bool {
        guard line.bytes.count <= 60 else { return false }
        let isOpening = [
            "pour le ", "pour la ", "pour l'", "pour les ", "p/o ", "on behalf of ", "for the ",
        ]
        .contains(where: line.hasPrefix)
        guard isOpening, let last = line.bytes.last else { return false }
        let wordsMaximum = line.bytes.contains(UInt8(ascii: ",")) ? 9 : 6
        return (2...wordsMaximum).contains(line.words.count) && !".!?:".utf8.contains(last)
    }

    /// Whether a line begins a postscript.
    static func isPostscript(_ line: FoldedLine) -> Bool {
        postscripts.contains(where: line.hasPrefix)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }
}
