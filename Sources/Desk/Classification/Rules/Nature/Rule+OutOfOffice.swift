// Out-of-office messages without standard fields.
//
// Exchange, Gmail, Lotus, Zimbra and the vacation programs each put a set phrase before the
// subject. Phrases that nobody types by hand are proof; others ("Absence …", "Auto: …") need a text
// that says the same. A text alone is proof only where it calls itself automatic, or reads as a
// notice of absence through and through: whoever writes "je suis absent jeudi" is a person.

extension Rule {
    /// A program says that its owner is away.
    static let outOfOffice = Rule(
        "out-of-office",
        "A notice of absence: the set subject of an answering program, or a text that is "
            + "nothing else."
    ) { reading in
        if let phrase = AbsenceSubject.proof(in: reading.subject),
            phrase.last != " " || !reading.situation.current.contains(where: \.isAdverse)
        {
            return (.nature(.autoreply), "Subject: \(phrase)")
        }
        let core = Array(reading.subject.core.utf8)[...]
        let text = AbsenceText(reading)
        if text.isLikely, let phrase = hints.prefix(of: core) {
            return (.nature(.autoreply), "Subject: \(phrase), text: \(text.evidence)")
        }
        guard text.isNotice else { return nil }
        return (.nature(.autoreply), text.evidence)
    }

    private static let hints = PhraseIndex([
        [
            "absence", "absent", "absente", "auto:", "auto :", "out of office", "out of the office",
            "away", "abwesend", "ausente", "assente", "ferie", "urlaub", "vacaciones",
            "conges", "conge", "en conges", "en conge", "vacances", "en vacances", "vacation",
            "on vacation",
            "fermeture", "holiday", "annual leave", "on leave", "indisponible", "indisponibilite",
            "ooo",
            "accuse de reception automatique", "message automatique",
        ]
    ])
}

/// The subjects of answering programs.
enum AbsenceSubject {
    /// The set phrase that a subject begins with, where no person types it.
    static func proof(in subject: SubjectLine) -> String? {
        // A program puts its phrase first; behind "RE:" or "TR:" a person answers or passes it on.
        guard !subject.isReply, !subject.isForward else { return nil }
        let core = Array(subject.core.utf8)[...]
        return phrases.prefix(of: core) ?? phrases.prefix(of: SubjectLine.withoutTag(core))
    }

    private static let phrases = PhraseIndex([
        [
            "[reponse automatique]", "[automatic reply]", "[auto-reply]", "[autoreply]",
            "[out of office]", "repondeur :", "repondeur:", "repondeur automatique",
            "message du repondeur", "automatski odgovor", "automatyczna odpowiedz",
            "odpowiedz automatyczna", "automaticka odpoved", "automatisk svar", "autosvar:",
            "reponse automatique :", "reponse automatique:", "reponse automatique ",
            "reponse auto :",
            "automatic reply:", "automatic reply ", "auto reply:", "auto-reply:", "autoreply:",
            "auto response:",
            "auto-response:", "autoresponse:", "automatic response", "automated reply",
            "automated response",
            "automatische antwort", "risposta automatica", "respuesta automatica",
            "resposta automatica",
            "automatisch antwoord", "autosvar", "out of office:", "out of the office:",
            "out of office re",
            "out of office autoreply", "out-of-office:", "ooo:", "absence du bureau",
            "absent du bureau",
            "message d'absence", "reponse d'absence", "notification d'absence", "avis d'absence",
            "en vacances (was", "on vacation (was", "away from my mail", "vacation re",
            "abwesenheitsnotiz",
            "abwesend:", "fuera de la oficina", "fuori ufficio", "afwezig", "fuori sede:",
            "hors du bureau :", "fora do escritorio", "poza biurem",
            "autoodpowiedz", "automatikus valasz", "raspuns automat", "automaattinen vastaus",
            "otomatik yanit", "samodejni odgovor", "automaatvastus", "automatiska atbilde",
            "automatinis atsakymas", "Автоответ", "автоответ",
            "Автоматический ответ", "автоматический ответ", "Автоматична відповідь",
            "автоматична відповідь", "Автоматичен отговор", "Αυτόματη απάντηση",
            "αυτόματη απάντηση", "自動応答", "自动答复", "自动回复", "자동 회신",
        ]
    ])
}

/// How much a text reads as a notice of absence.
struct AbsenceText {
    /// The words that tell.
    let evidence: String
    private let isAutomatic: Bool
    private let isDeclared: Bool
    private let isAway: Bool
    private let features: Int
    private let isPlain: Bool
    private let isShort: Bool
    private let isQuoting: Bool
    private let isTalking: Bool
    private let isWhole: Bool

    /// Looks at what the text holds.
    init(_ reading: Reading) {
        let phrases = reading.setPhrases
        isShort = reading.folded.text.utf8.count <= 900
        isQuoting = !reading.quotedText.isEmpty
        // "Vous pouvez vous adresser à…" asks for nothing.
        let isOffer =
            phrases.count(.talk) == 1
            && (phrases.first(.talk) == "pouvez vous"
                && FoldedLine(bytes: Array(reading.folded.text.utf8)[...])
                    .contains("vous pouvez vous")
                || phrases.first(.talk) == "adressez-vous a"
                    && phrases.first(.instead).map(Self.strong.contains) ?? false)
        isTalking =
            reading.newText.utf8.contains(UInt8(ascii: "?"))
            || phrases.first(.talk) != nil && !isOffer
        isAway = phrases.first(.isAway) != nil
        isAutomatic = phrases.first(.automatic) != nil
        isDeclared = phrases.first(.declared) != nil && reading.answersUs != nil
        features = [SetPhrases.Kind.untilWhen, .onReturn, .instead, .yourMessage]
            .count { phrases.first($0) != nil }
        // Who is away now, and says nothing of what we care for; a person announces and arranges.
        let away = phrases.first(.isAway) ?? ""
        let tells =
            phrases.first(.onReturn) != nil || phrases.first(.yourMessage) != nil
            || phrases.first(.instead).map(Self.strong.contains) ?? false
            || Self.strong.contains(away)
        let isGone = Self.gone.contains(away) && reading.subject.isReply
        isPlain =
            !away.isEmpty && !Self.announced.contains(away)
            && (features >= 2 && tells || isGone && phrases.first(.instead) != nil)
            && !reading.words.speaksOfOurs
        // A colleague is asked whether his client shall read it.
        isWhole =
            reading.staffSender == nil && isShort && !away.isEmpty
            && !Self.announced.contains(away)
            && (reading.subject.isReply || reading.answersUs != nil)
            && WholeNotice(reading.newText)
                .isProven(
                    isGone: Self.gone.contains(away),
                    hasEnd: phrases.first(.untilWhen) != nil
                )
        evidence =
            phrases.first(.automatic) ?? phrases.first(.isAway) ?? phrases.first(.onReturn) ?? ""
    }

    /// Whether the text fits a subject that hints at absence.
    var isLikely: Bool {
        let marks = (isAutomatic ? 1 : 0) + (isAway ? 1 : 0)
        return isShort && !isTalking && marks >= 1 && marks + features >= 2
    }

    /// Whether the text by itself is a notice: it calls itself automatic and speaks of absence, or
    /// says so of itself in answer to us, or
    /// it says that somebody is away and has three more features of such notices, or two and not
    /// a word of what we do, or holds no other words than such notices; and it quotes nothing,
    /// asks nothing and arranges nothing.
    var isNotice: Bool {
        guard isShort, !isQuoting, !isTalking else { return false }
        if isDeclared || isWhole { return true }
        return isAutomatic ? isAway || features >= 1 : isAway && features >= 3 || isPlain
    }

    /// Who is no longer there: one who says where to turn instead needs to say no more.
    private static let gone: Set<String> = [
        "je ne travaille plus", "ne fait plus partie", "ne fais plus partie",
        "ai quitte la societe",
        "ai quitte l'entreprise", "have left the company", "no longer with", "no longer work",
        "cette adresse n'est plus", "cette boite mail n'est plus", "cette boite n'est plus",
        "cette messagerie n'est plus", "address is no longer", "mailbox is no longer",
    ]

    /// What people hardly say who write to have something done.
    private static let strong: Set<String> = [
        "en cas d'urgence", "pour toute urgence", "pour toute demande urgente",
        "pour toute question urgente", "urgent matters", "urgent requests", "mon remplacant",
        "ma remplacante", "mes dossiers sont", "for anything urgent", "for urgent",
        "in case of emergency", "if urgent", "is urgent", "if it is urgent",
        "in dringenden fallen", "en caso de urgencia", "per urgenze", "in caso di urgenza",
        "em caso de urgencia", "w pilnych sprawach", "en conge maternite", "en conge parental",
        "parental leave", "maternity leave", "i am currently on", "i am on annual leave",
        "i'm on annual leave",
    ]

    /// What a text says of itself; the robots that watch a client's site say it too.
    static let declared = [
        "ceci est une reponse automatique", "ceci est un message automatique",
        "ceci est un accuse de reception automatique", "cette reponse est automatique",
        "this is an automatic reply", "this is an automated reply", "this is an auto-reply",
        "this is an automatic response", "this is an automated response",
        "this is an automatic message", "this is an automated message",
    ]

    /// Absences that lie ahead.
    private static let announced: Set<String> = [
        "je serai absent", "sera ferme", "serons fermes", "i will be out", "estare de vacaciones",
        "estare ausente", "estare fuera", "saro assente", "saro in ferie",
    ]
}

extension Words {
    /// Whether the text, apart from the subject, names an apparatus, a fault or somebody's work.
    fileprivate var speaksOfOurs: Bool {
        words.indices[textStart...].contains { place in
            // "Contacter" is what somebody does; a contact stands at a door.
            words[place].senses.intersects(Self.ours)
                && !text(of: place..<(place + 1)).hasPrefix("contact")
        }
    }

    private static let ours = Senses(
        .system,
        .alarm,
        .device,
        .minor,
        .personal,
        .opening,
        .picture,
        .safety,
        .trouble,
        .event,
        .stuck,
        .intervene
    )
}

extension AbsenceText {
    /// Somebody is away, something is closed.
    static let isAway = [
        "je suis absent", "je suis actuellement absent", "je suis en conge",
        "je suis actuellement en",
        "je serai absent", "je serai de retour", "absent jusqu'au", "absente jusqu'au",
        "absente du bureau", "actuellement en conge", "actuellement en formation",
        "actuellement en deplacement", "actuellement en vacances", "actuellement en arret",
        "actuellement absente", "correspondant est absent", "correspondante est absente",
        "en conge parental", "cette adresse n'est plus", "cette boite mail n'est plus",
        "cette boite n'est plus", "cette messagerie n'est plus",
        "je suis en deplacement", "je suis en formation",
        "actuellement absent", "absent du bureau", "est ferme", "sera ferme", "sont fermes",
        "est fermee",
        "serons fermes", "sommes fermes", "sommes en conges", "en conge maternite",
        "en arret maladie",
        "je ne suis pas disponible", "je ne travaille plus", "ne fait plus partie",
        "ne fais plus partie", "ai quitte la societe", "ai quitte l'entreprise",
        "i am out of the office", "i'm out of the office", "i am currently out", "i am away",
        "i'm away",
        "i am on leave", "i am on annual leave", "i will be out", "i am on holiday",
        "i'm on holiday",
        "office is closed", "are closed", "is closed for", "out of office", "on vacation until",
        "on vacation through", "i am on vacation", "i'm on vacation",
        "parental leave", "maternity leave", "i'm currently out", "i'm currently on",
        "i'm on annual leave", "i'm on leave", "have left the company",
        "i am currently on", "no longer with", "no longer work", "address is no longer",
        "mailbox is no longer", "i am travelling", "i am traveling", "i'm travelling",
        "i'm traveling",
        "nicht im buro", "nicht im hause", "im urlaub", "ausser haus", "bin abwesend",
        "nicht erreichbar", "estoy de vacaciones", "estare de vacaciones", "estoy ausente",
        "estare ausente", "estare fuera", "estoy fuera", "sono assente", "saro assente",
        "sono in ferie", "saro in ferie", "fuori ufficio", "afwezig", "estarei ausente",
        "estou de ferias", "estou ausente", "jestem na urlopie", "jag ar pa semester",
        "met vakantie", "bin ab dem",
    ]

    /// Somebody arranges something, or tells what he received: no program does.
    static let talk = [
        "me convient", "nous convient", "vous convient", "d'accord", "fixons", "passez",
        "pouvez-vous", "pouvez vous", "pourriez-vous", "pourriez vous", "rendez-vous", "les cles",
        "je recois", "je ne recois", "j'ai recu", "nous recevons", "c'est bon", "parfait",
        "ca marche", "adressez-vous a", "voyez avec", "voir avec", "je vous propose", "decaler",
        "reporter la", "could you", "can you", "works for me", "suits me", "suits us", "let's",
        "vous recevra", "vous ouvrira", "vous accueillera", "a ma place", "a sa place", "en copie",
        "la cloture", "du dossier", "le ticket", "les tickets", "n'est plus la bonne",
        "the ticket", "let you in", "without me", "votre message automatique",
        "votre reponse automatique", "votre accuse de reception", "vos accuses de reception",
        "your acknowledgement", "votre mail automatique",
        "vos messages automatiques", "your automatic", "your automated", "your auto-reply",
        "i only get", "i keep getting", "i received", "i got", "fine with me", "please come",
    ]

    /// Until when.
    static let untilWhen = [
        "jusqu'au", "jusqu'a", "jusqu'en", "de retour le", "a partir du", "inclus", "du lundi",
        "a compter du",
        "until", "back on", "returning on", "return on", "from monday", "till",
        "bis zum", "bis einschliesslich", "will return", "will reopen", "na urlopie do",
        "till och med", "de ferias ate", "wieder erreichbar", "wieder im buro", "hasta el",
        "fino al", "tot en met", "ate ao dia",
    ]

    /// What happens to the mail.
    static let onReturn = [
        "a mon retour", "des mon retour", "a notre retour", "des notre retour",
        "when we reopen", "when we return", "ne pourrai pas consulter", "a son retour",
        "ne consulte pas mes", "ne consulte pas ma messagerie", "ne consulterai pas",
        "ne lis pas mes", "ne lirai pas mes", "ne releve pas mes", "sans consulter mes",
        "will not read my", "will not be reading my", "will not be checking", "not checking my",
        "won't be checking", "won't read my", "not reading my", "cannot read my",
        "pas acces a ma messagerie", "pas acces a mes mails", "vous recontacterai", "sera lu",
        "seront lus", "sera traite",
        "seront traites", "seront traitees", "nous traiterons", "a notre reouverture",
        "des notre reouverture", "des la reouverture", "je vous repondrai", "vous repondra",
        "sera pris en compte",
        "sans acces a ma messagerie", "acces limite a ma messagerie", "prendrai connaissance",
        "acces limite a mes", "accesso limitato", "acceso limitado", "when i return",
        "on my return", "upon my return", "as soon as i return",
        "as soon as i am back",
        "will reply", "will respond", "will get back to you", "limited access to",
        "no access to my e", "be checking my e", "be checking e", "be checking messages",
        "nach meiner ruckkehr", "keinen zugriff", "no access to email", "limited email access",
        "limited access", "i'll reply", "i'll respond", "i'll get back", "responderei",
        "respondere a", "rispondero", "niet doorgestuurd", "laser inte min",
        "a mi regreso", "a mi vuelta", "no tendre acceso", "al mio rientro", "al mio ritorno",
    ]

    /// Who is there instead.
    static let instead = [
        "en mon absence", "en cas d'urgence", "mes dossiers sont", "merci d'ecrire",
        "pour nous contacter", "nous ecrire a", "pour toute urgence", "en cas de besoin",
        "pour toute demande urgente", "pour toute question urgente", "please reach out",
        "urgent matters", "urgent requests", "vous pouvez contacter", "merci de contacter",
        "veuillez contacter", "vous pouvez vous adresser", "merci d'adresser vos", "mon remplacant",
        "ma remplacante", "merci d'appeler",
        "in my absence", "please direct", "for anything urgent", "for urgent",
        "in case of emergency", "if urgent", "is urgent",
        "if it is urgent",
        "please contact", "in the meantime", "in dringenden fallen", "wenden sie sich",
        "meine vertretung", "meine kollegin", "meinen kollegen", "en caso de urgencia",
        "contacte con", "pongase en contacto", "per urgenze", "in caso di urgenza",
        "potete contattare", "em caso de urgencia", "w pilnych sprawach",
    ]

    /// Thanks for a message that nobody has read.
    static let yourMessage = [
        "votre message", "votre courriel", "votre mail", "votre e-mail", "votre email",
        "vos messages", "vos mails",
        "vos courriels", "your message",
        "your e-mail", "your email", "ihre nachricht",
        "ihre e-mail", "ihre mail", "uw bericht", "sua mensagem", "su mensaje", "su correo",
        "sua mail", "suo messaggio",
    ]

    /// The text calls itself automatic.
    static let automatic = [
        "message automatique", "reponse automatique", "message est automatique",
        "accuse de reception automatique", "envoi automatique", "envoi est automatique",
        "envoye automatiquement",
        "genere automatiquement", "automatic reply", "automatic response", "automated reply",
        "automated response", "automated message", "automatically generated", "auto-reply",
        "merci de ne pas y repondre", "merci de ne pas repondre a ce", "do not reply to this",
        "ne pas repondre", "ne repondez pas", "n'attend pas de reponse", "mail automatique",
        "courriel automatique", "notification automatique", "do not reply", "don't reply",
        "automatic message",
        "automated email", "automated e-mail", "automatic notification", "not monitored",
        "unmonitored", "automatische antwort", "automatisch generiert", "automatisch erstellt",
        "respuesta automatica", "mensaje automatico", "risposta automatica",
        "messaggio automatico", "will not be forwarded", "is not being forwarded",
        "nicht weitergeleitet", "ne sera pas transfere", "n'est pas transfere",
        "no sera reenviado", "non verra inoltrat",
    ]
}
