// Plain texts that only say that there is an HTML text: "Your mail program does not show HTML."
//
// Short texts only; a person's letter that mentions HTML is longer, or does not say these words.

import Desk

/// Tells a plain text that only excuses itself from one that says something.
enum HTMLExcuse {
    private static let bytesMaximum = 400

    // In lower case, ASCII only, so that accents and charsets do not matter: what stands between
    // the accented letters is enough.
    private static let phrases = [
        "does not support html", "doesn't support html", "not support html", "cannot display html",
        "can't display html", "unable to display html", "html-enabled", "html enabled",
        "html compatible email", "html-compatible", "html capable", "html format only",
        "this is an html message", "this message is in html", "this email is in html",
        "view this email in your browser", "view this email in a browser",
        "to view this message, please use", "to view the message, please use",
        "supporte pas le html", "pas en charge le html", "pas le format html",
        "supporte pas les messages html", "pas les messages html", "pas compatible html",
        "est au format html", "est en html", "version html de ce", "affiche pas le html",
        "ne peut pas afficher le html", "ne peut afficher le html",
        "visualiser ce message, veuillez",
    ].map { Array($0.utf8) }

    /// Whether a plain text is only an excuse.
    static func isAll(of text: [UInt8]) -> Bool {
        let trimmed = text[...].trimmed
        guard trimmed.count <= bytesMaximum else { return false }
        let words = trimmed.map(\.lowercased)
        guard words.contains(UInt8(ascii: "h")) else { return false }
        return phrases.contains { words.firstIndex(of: $0, in: 0..<words.count) != nil }
    }
}
