// A colleague's mail program says that the colleague is away: until when, as far as its words tell;
// the fact on the dossier; and the words with which the dossier is offered to whoever stands in.

import Foundation

/// Reads and writes about absences that a machine reported.
enum AwayWords {
    // How much of the text is looked at.
    private static let wordsMaximum = 120

    /// The last day of an absence that an automatic answer speaks of; nil where it names none that
    /// is still to come.
    static func lastDay(
        in text: String,
        calendar: CompanyCalendar,
        at now: Date
    ) -> CivilDay? {
        let words = Folding.text(of: text.cut(toBytes: 2_000))
            .split { $0.isWhitespace }
            .prefix(wordsMaximum)
            .map { String($0).trimmedMarks }
        let ends: Set = ["au", "jusqu'au", "until", "till", "to", "through"]
        let returns: Set = ["retour", "reviens", "revient", "reviendrai", "back", "return"]
        let today = calendar.day(of: now)
        for (index, word) in words.enumerated() where ends.contains(word) {
            if let day = day(at: index + 1, of: words, calendar, now), day >= today { return day }
        }
        for (index, word) in words.enumerated() where returns.contains(word) {
            for next in (index + 1)...(index + 3) {
                guard let day = day(at: next, of: words, calendar, now), day > today else {
                    continue
                }
                return day.advanced(by: -1)
            }
        }
        return nil
    }

    private static let absences = PhraseIndex([
        [
            "je suis absent", "je suis absente", "je serai absent", "je serai absente",
            "je suis actuellement absent", "je suis actuellement absente", "absent du bureau",
            "absente du bureau", "je suis en conge", "je suis en conges", "je serai en conges",
            "je suis actuellement en conge", "je suis actuellement en conges",
            "je suis en vacances", "reponse automatique", "message automatique",
            "message d'absence", "out of office", "out of the office", "i am away",
            "i am currently away", "i'm away", "on annual leave", "on leave", "automatic reply",
        ]
    ])
    private static let surroundings = PhraseIndex([
        [
            "en cas d'urgence", "en mon absence", "pendant mon absence", "durant mon absence",
            "jusqu'au", "de retour le", "a mon retour", "des mon retour", "je reviens",
            "merci de contacter", "veuillez contacter", "vous pouvez contacter", "contactez",
            "in my absence", "please contact", "until", "when i return", "be back", "if urgent",
            "absent du", "absente du", "conges du", "conge du", "absent le", "vacances du",
        ]
    ])

    // What people and programs say of an absence in many other ways. The words of a short text that
    // says nothing else are enough.
    private static let longAbsences = PhraseIndex([
        [
            "en arret maladie", "en arret de travail", "en conge maladie", "en conge maternite",
            "en conge paternite", "en conge parental", "je ne travaille pas", "je suis en rtt",
            "je serai en conge", "je suis indisponible", "je serai indisponible",
            "je ne suis pas joignable", "je ne serai pas joignable", "je suis injoignable",
            "je suis en formation", "je suis en deplacement", "je ne suis pas au bureau",
            "je ne suis pas disponible", "je ne serai pas disponible", "j'ai quitte",
            "je ne fais plus partie", "je suis absent", "je suis absente", "je serai absent",
            "je serai absente", "sick leave", "maternity leave", "paternity leave",
            "parental leave", "i do not work", "i don't work", "i am out", "i'm out",
            "i no longer work", "i will be out", "i am not available", "i am unavailable",
        ]
    ])
    private static let promises = PhraseIndex([
        [
            "votre message sera", "votre mail sera", "votre courriel sera", "votre e-mail sera",
            "vos messages seront", "sera traite", "je vous repondrai", "je repondrai",
            "je traiterai", "je vous lirai", "lirai votre", "adressez-vous", "vous adresser",
            "veuillez vous adresser", "merci d'ecrire", "veuillez ecrire", "joindre mon",
            "joindre ma", "mon collegue", "ma collegue", "your message will", "your mail will",
            "i will reply", "i will answer", "i'll reply", "contact my",
        ]
    ])

    // Words of the case: whoever says them speaks to the client.
    private static let caseWords: Set = [
        "intervention", "intervenir", "interviendra", "intervient", "passe", "passer", "passera",
        "passerai", "passerons", "passons", "viendra", "viendrai", "viendrons", "venons",
        "technicien", "technicienne", "devis", "rendez-vous", "rendez", "rdv", "visite",
        "camera", "cameras", "alarme", "portail", "interphone", "badge", "controle", "acces",
        "panne", "piece", "reparation", "repare", "remplace", "installation", "chantier",
        "rappelle", "rappellerai", "rappelons", "reclamation", "facture", "dossier", "visit",
        "technician", "quote", "repair", "camera",
    ]
    private static let aloneMaximum = 240
    private static let shortMaximum = 600

    /// Whether a text says what programs say while a person is away: that, and until when or who
    /// stands in; or that alone, in a few words without any about the case.
    static func speaks(of text: String) -> Bool {
        let folded = Folding.bytes(of: text.cut(toBytes: 1_500))
        let isUsual = absences.first(in: folded[...]) != nil
        if isUsual, surroundings.first(in: folded[...]) != nil { return true }
        guard text.utf8.count <= shortMaximum,
            isUsual || longAbsences.first(in: folded[...]) != nil
        else { return false }
        let words = Folding.text(of: text).split { !$0.isLetter && $0 != "-" }
        guard !words.contains(where: { caseWords.contains(String($0)) }) else { return false }
        return text.utf8.count <= aloneMaximum || surroundings.first(in: folded[...]) != nil
            || promises.first(in: folded[...]) != nil
    }

    private static func day(
        at index: Int,
        of words: [String],
        _ calendar: CompanyCalendar,
        _ now: Date
    ) -> CivilDay? {
        guard index < words.count else { return nil }
        var reader = SpokenMomentReader(
            Array(words[index...].prefix(6)),
            calendar: calendar,
            at: now
        )
        return (try? reader.read())?.day
    }

    /// The words of the offer, with the line that notes the absence.
    static func offer(
        of ticket: Ticket,
        _ absent: StaffMember,
        to deputy: StaffMember,
        _ note: TicketTimeline.AwayNote,
        _ today: CivilDay
    ) -> String {
        let last = note.until.map { max($0, today) }
        let until = last.map { " jusqu’au \($0.words(in: .french))" } ?? ""
        let to = last ?? today
        return """
            Absence de \(absent.name)\(until), d’après une réponse automatique.
            Le dossier « \(ticket.opening.subject.cut(toBytes: 120)) » vous est proposé : pour le \
            prendre, répondez « #prendre ».
            Pour noter l’absence, répondez : « #absence \(absent.address.text) du \
            \(today.text) au \(to.text) remplacée par \(deputy.address.text) ».
            """
    }
}

extension Planner {
    /// Notes that a colleague is away, by the word of his mail program; nil for everything else.
    ///
    /// Nothing is sent from here.
    func awayNote(on ticket: TicketSummary) -> FilingPlan? {
        let reading = file.reading
        guard file.classification.nature == .autoreply,
            let person = file.staffVerdict(on: ticket.number, at: now, key: key).person
        else { return nil }
        var plan = putWith(ticket.number, because: "\(person.address.text) is away, says a machine")
        let day = AwayWords.lastDay(
            in: reading.message.subject + "\n" + reading.newText,
            calendar: reading.house.company.calendar,
            at: now
        )
        let fact = StaffFact.awayNoted(by: person.address, until: day)
        plan.events.append(TicketEvent(at: now, .staff(fact)))
        return plan
    }
}
