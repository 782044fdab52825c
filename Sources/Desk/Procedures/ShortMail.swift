// Mails of a few words that a procedure must tell apart: the question how a case stands, a report
// that all is well, a survey's answer. What is courtesy and nothing else is told in Courtesy.swift.
//
// A question is judged by what is left when courtesies are taken away: a word that is not on the
// list may matter, and then the mail is like any other.

import Foundation

extension Reading {
    // What was written, without the subject.
    private var ownWords: Words {
        Words(FoldedText(subject: "", text: newText), vocabulary: house.vocabulary)
    }

    /// Whether the text reports nothing that is wrong, whatever the subject says.
    var saysNothingWrong: Bool { Situation(ownWords).wrongs.isEmpty }

    /// Whether the person thanks in a few words, and speaks of nothing but what works.
    var isThankfulReport: Bool {
        let words = ShortMail.words(of: newText)
        return message.attachments.isEmpty
            && (1...ShortMail.wordsMaximum).contains(words.count)
            && words.contains(where: ShortMail.thanks.contains)
            && !situation.current.isEmpty && situation.current.allSatisfy(\.isWell)
    }

    /// Whether the person asks how his cases stand, and nothing else.
    package var asksForStatus: Bool {
        guard message.attachments.isEmpty, ShortMail.isShort(newText) else { return false }
        let text = ShortMail.words(of: newText)
        let asked = text.isEmpty ? ShortMail.words(of: message.subject) : text
        let rest = ShortMail.withoutCourtesies(asked)
        guard (1...ShortMail.wordsMaximum).contains(asked.count) else { return false }
        // Whoever is angry, or reports a fault, asks for more than news. An answer's subject is
        // that of its dossier, and names the fault that everybody knows.
        let angry = Senses(.displeased, .threatens, .escalates, .amends)
        let said = text.isEmpty ? self.words : ownWords
        guard !said.senses.intersects(angry) else { return false }
        // "Je n'ai pas eu de retour, où cela en est-il ?": what did not come is the answer.
        let wrongs = Situation(said).wrongs
        let isOnlyQuestion = ShortMail.onlyAsksForStatus(asked)
        guard wrongs.isEmpty || isOnlyQuestion && wrongs.allSatisfy({ $0.thing == .unknown })
        else { return false }
        let question = rest.joined(separator: " ")
        // "Quand le technicien doit-il passer ?" is of a visit that is known of, where even the
        // subject tells of nothing wrong and of no haste.
        if situation.wrongs.isEmpty, !self.words.senses.contains(.haste),
            ShortMail.onlyAsksForVisit(asked)
        {
            return true
        }
        return ShortMail.statusWords.contains(question)
            || rest.count <= ShortMail.questionWordsMaximum
                && ShortMail.statusQuestions.contains(
                    where: ShortMail.withoutLead(question).hasPrefix
                )
            || isOnlyQuestion
    }
}

/// The words of mails that say little.
enum ShortMail {
    static let wordsMaximum = 25
    // Twenty-five words with room to spare; longer mails are not even folded.
    private static let bytesMaximum = 400

    static func isShort(_ text: String) -> Bool { text.utf8.count <= bytesMaximum }

    static func words(of text: String) -> [String] {
        guard isShort(text) else { return [] }
        return Folding.bytes(of: text)
            .split { !isWordByte($0) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    // Folding has made every letter a small one of ASCII, where it could.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    static func withoutCourtesies(_ words: [String]) -> [String] {
        words.filter { !courtesies.contains($0) && !thanks.contains($0) }
    }

    private static func bare(_ question: String) -> String {
        withoutCourtesies(question.split(separator: " ").map(String.init)).joined(separator: " ")
    }

    static let thanks: Set<String> = [
        "merci", "mercis", "remercie", "remercions", "remerciements", "thanks", "thank", "thx",
    ]

    static let courtesies: Set<String> = [
        "a", "aide", "and", "appreciated", "assistance", "au", "avec", "beaucoup", "best", "bien",
        "bientot", "bon", "bonjour", "bonne", "bonsoir", "c", "ce", "cela", "cher", "chere",
        "confirmation", "cordialement", "d", "dans", "de", "dear", "diligence", "du", "efficace",
        "efficacite", "encore", "end", "enormement", "equipe", "est", "et", "excellent",
        "excellente", "fait", "fin", "for", "from", "good", "grand", "great", "hello", "help",
        "hi", "infiniment", "information", "informations", "intervention", "je", "journee",
        "kind", "l", "la", "le", "les", "lot", "madame", "many", "monsieur", "much", "nous",
        "note", "parfait", "perfect", "pour", "quick", "rapide", "rapidite", "reactivite", "recu",
        "regards", "reply", "reponse", "retour", "sav", "semaine", "service", "sincerement",
        "sincerely", "so", "soiree", "soutien", "stp", "suivi", "super", "svp", "support", "tout",
        "toute",
        "toutes", "tous", "travail", "tres", "un", "une", "very", "vos", "votre", "vous", "week",
        "weekend", "work", "you", "your",
    ]

    /// Why a question how one case stands is kept with it, or how several stand with the latest.
    static let asksOfOne = "asks how a case stands"
    static let asksOfMany = "asks how cases stand"

    static let statusWords: Set<String> = [
        "statut", "status", "etat", "statut dossier", "etat dossier", "statut dossiers",
        "statut demande", "statut mon dossier", "statut mes dossiers", "etat mon dossier",
        "etat mes dossiers", "status my case", "status my request",
    ]

    /// Whether some words name what is asked for, and each of the others only asks, politely.
    static func onlyAsksForStatus(_ words: [String]) -> Bool {
        let text = " \(words.joined(separator: " ")) "
        return statusMarks.contains { text.contains(" \($0) ") }
            && words.allSatisfy { word in
                courtesies.contains(word) || thanks.contains(word) || askingWords.contains(word)
                    || word.allSatisfy(\.isNumber)
            }
    }

    /// Whether the words ask when the technician comes, and nothing else.
    static func onlyAsksForVisit(_ words: [String]) -> Bool {
        words.contains { $0 == "quand" || $0 == "when" || $0 == "heure" || $0 == "time" }
            && words.contains(where: visitors.contains)
            && words.allSatisfy { word in
                courtesies.contains(word) || thanks.contains(word) || visitors.contains(word)
                    || askingWords.contains(word) || visitWords.contains(word)
            }
    }

    private static let visitors: Set<String> = [
        "technicien", "technicienne", "intervenant", "technician", "engineer", "installateur",
    ]
    private static let visitWords: Set<String> = [
        "quand", "when", "heure", "time", "doit", "passe", "passer", "passera", "va", "venir",
        "vient", "viendra", "intervenir", "intervient", "interviendra", "arrive", "arrivera",
        "prevu", "prevue", "quelle", "jour", "due", "coming", "come", "comes", "will", "going",
        "visit", "expected", "supposed", "be", "at", "chez",
    ]

    private static let statusMarks = [
        "statut", "etat d avancement", "etat de ma", "etat de mon", "etat de mes", "etat de notre",
        "etat du dossier", "l avancement", "avancement de", "avancement du", "ou en est",
        "ou en sont", "ou cela en est", "ou ca en est", "ou elle en est", "ou il en est",
        "ou en etes", "ou en sommes", "du nouveau", "des nouvelles", "point sur",
        "point de situation", "status", "any update", "an update", "update on", "update about",
        "any news", "news on", "news about", "any progress", "progress on", "where do we stand",
        "stands",
    ]

    private static let askingWords: Set<String> = [
        "about", "affaire", "aimerais", "aimerions", "an", "any", "are", "aurais", "auriez",
        "avancement", "avez", "avoir", "can", "case", "cases", "cette", "communiquer", "complaint",
        "complaints", "concernant", "connaitre", "could", "cours", "d", "dire", "do", "does",
        "donner", "dossier", "dossiers", "demande", "demandes", "en", "es", "est", "etat", "etes",
        "etre", "faire", "file", "files", "give", "how", "i", "il", "indiquer", "informer", "is",
        "it", "j", "know", "like", "m", "ma", "me", "merci", "mes", "moi", "mon", "my", "n", "news",
        "no", "notre", "nos", "nouveau", "nouvelles", "numero", "of", "on", "or", "ou", "our",
        "permets", "place", "plait", "please", "point", "possible", "pourrais", "pourriez",
        "pouvez", "progress", "quel", "quelle", "quelles", "quels", "query", "rec", "reclamation",
        "reclamations", "ref", "reference", "regarding", "request", "requests", "revenir",
        "revenons", "reviens", "s", "sa", "savoir", "send", "serait", "si", "situation", "sommes",
        "son", "sont", "souhaite", "souhaiterais", "souhaiterions", "stand", "stands", "status",
        "statut", "sujet", "sur", "t", "tell", "that", "the", "this", "ticket", "tickets", "to",
        "traitement", "up", "update", "vers", "vouloir", "voudrais", "voudrions", "we", "what",
        "where", "with", "would", "y",
        // What the request was, and that no answer came to it.
        "ai", "avons", "pas", "eu", "cela", "ca", "elle", "last", "passee", "passe", "derniere",
        "dernier", "hier", "yesterday", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche", "monday", "tuesday", "wednesday", "thursday", "friday", "janvier",
        "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
        "novembre", "decembre", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "not", "had", "have", "heard",
        "back", "by", "sent", "made", "month", "mois", "email", "mail",
    ]

    // What may be asked in so many words beside courtesies.
    static let questionWordsMaximum = 12

    static func withoutLead(_ question: String) -> Substring {
        for lead in leads where question.hasPrefix("\(lead) ") {
            return question.dropFirst(lead.count + 1)
        }
        return question[...]
    }

    // What stands before the question; courtesies ("vous", "je") are taken away already.
    private static let leads = [
        "pouvez me dire", "pourriez me dire", "pouvez nous dire", "pourriez nous dire",
        "j aimerais savoir", "aimerais savoir", "voudrais savoir", "voulais savoir",
        "souhaite savoir", "souhaiterais savoir", "aimerions savoir", "me dire", "dire",
        "pouvez dire", "pourriez dire", "savez", "could tell me", "can tell me", "please tell me",
        "could let me know", "can let me know", "please let me know", "i would like to know",
        "i d like to know", "wondering",
    ]

    static let statusQuestions = [
        "ou en est mon dossier", "ou en est mon affaire", "ou en est ma demande",
        "ou en est ma reclamation", "ou en sont mes dossiers", "ou en sont mes demandes",
        "ou en etes vous", "ou en es", "quel statut mon dossier", "quel statut ma demande",
        "what status my case", "what status my request", "where is my case", "where is my request",
        "what is status my case", "what is the status of my case",
        "what is the status of my request", "avez-vous des nouvelles", "avez vous des nouvelles",
        "des nouvelles de mon dossier", "des nouvelles de ma demande",
        "des nouvelles de ma reclamation", "y a t il du nouveau",
        "quand aurai je une reponse", "quand aurons nous une reponse", "ou en sommes nous",
        "ou en est notre dossier", "ou en est notre demande", "ou en est notre reclamation",
        "ou en est le traitement", "ou en est l avancement", "quel est l avancement",
        "quel est le statut", "quel est l etat", "any news", "any update", "any progress",
        "where does my case stand", "where my case stands", "where my complaint stands",
        "where my request stands", "where does my complaint stand", "where is my complaint",
        "how is my case", "how is my complaint", "what is the state of my",
    ].map(bare)
}

extension SurveyAnswer {
    /// Reads an answer that gives a note.
    init(readFrom text: String, lowest: Int) {
        let lines = SurveyLines(text)
        let notes = lines.notes.min() == lowest ? Array(lines.notes.prefix(3)) : [lowest]
        self.init(notes: notes, verbatim: lines.verbatim.cut(toBytes: 4_000))
    }
}

/// A survey's answer, line by line: notes stand behind a colon or alone; what stands in the other
/// lines, or behind the word for it, is the verbatim.
struct SurveyLines {
    /// The notes, in their order.
    private(set) var notes: [Int] = []
    /// The free text.
    private(set) var verbatim = ""

    private static let linesMaximum = 200

    init(_ text: String) {
        var words: [String] = []
        for line in text.split(whereSeparator: \.isNewline).prefix(Self.linesMaximum) {
            if let (figures, rest) = Self.figures(in: line) {
                notes += figures
                words.append(rest)
                continue
            }
            let parts = line.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let isComment = parts.first.map(Self.isComment) ?? false
            if let note = parts.last.flatMap(Self.note) {
                notes.append(note)
            } else if isComment {
                words += parts.dropFirst()
            } else {
                words.append(String(line).trimmingCharacters(in: .whitespaces))
            }
        }
        verbatim = words.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // "5 4 5", as the letter asks for them, and the words that may follow on the same line.
    private static func figures(in line: Substring) -> (notes: [Int], rest: String)? {
        let marks: Set<Character> = [" ", "\t", ",", ";", "-", "–", "\u{A0}"]
        var notes: [Int] = []
        var rest = line
        while notes.count < 3 {
            let word = rest.drop { marks.contains($0) }.prefix { !marks.contains($0) }
            let bare = word.hasSuffix(".") ? word.dropLast() : word
            guard let note = note(String(bare)) else { break }
            notes.append(note)
            rest = rest[word.endIndex...]
        }
        rest = rest.drop { marks.contains($0) }
        // One figure may be anything, and so may figures before others: a date, a number.
        guard notes.count > 1, rest.first?.isNumber != true else { return nil }
        let isText = rest.contains(where: \.isLetter)
        return (notes, isText ? rest.trimmingCharacters(in: .whitespaces) : "")
    }

    private static func note(_ text: String) -> Int? {
        let digits = text.hasSuffix("/5") ? String(text.dropLast(2)) : text
        return Int(digits.trimmingCharacters(in: .whitespaces)).flatMap {
            (1...5).contains($0) ? $0 : nil
        }
    }

    private static func isComment(_ label: String) -> Bool {
        ["commentaire", "commentaires", "comment", "comments"].contains(Folding.text(of: label))
    }
}
