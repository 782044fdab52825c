// The signs by which a machine's report on a letter is recognised, and how many of them are enough.

/// The signs that one mail bears.
struct BounceMarks {
    /// The words that prove it; nil where the mail is no report on a letter.
    private(set) var evidence: String?

    /// Weighs a mail.
    init(_ message: InboundMessage, subject: SubjectLine) {
        evidence = Self.declared(message) ?? Self.weighed(message, subject)
    }

    // What a machine declares in a field that no person sets.
    private static func declared(_ message: InboundMessage) -> String? {
        if let type = message.header("content-type"), type.isReport(of: "delivery-status") {
            return "Content-Type: \(type)"
        }
        if let type = message.header("content-type"), !message.deliveryReports.isEmpty,
            type.lowercased().hasPrefix("multipart/report"), !isOtherReport(type)
        {
            return "Content-Type: \(type), with a delivery status"
        }
        for name in ["x-failed-recipients", "x-ms-exchange-message-is-ndr"] {
            if let value = message.header(name) { return "\(name): \(value)" }
        }
        return nil
    }

    // A mailbox's own filter refuses in the form of a receipt (RFC 5429; Dovecot).
    private static func refusal(_ message: InboundMessage, _ subject: SubjectLine) -> String? {
        let answer = message.header("auto-submitted") ?? ""
        if answer.containsFolded("(rejected)") { return "Auto-Submitted: \(answer)" }
        let text = Folding.bytes(of: String(message.text.prefix(1000)))
        let words =
            refusals.first(in: Array(subject.core.utf8)[...]) ?? refusals.first(in: text[...])
        return words.map { "a refusal in the form of a receipt: \($0)" }
    }

    private static let refusals = PhraseIndex([
        ["rejected:", "automatically rejected", "was refused by the recipient's"]
    ])

    private static func isOtherReport(_ type: String) -> Bool {
        type.isReport(of: "disposition-notification") || type.isReport(of: "feedback-report")
    }

    private static func weighed(_ message: InboundMessage, _ subject: SubjectLine) -> String? {
        // A receipt and a complaint are reports too, on other matters.
        if let type = message.header("content-type"), isOtherReport(type) {
            return Self.refusal(message, subject)
        }
        // A notice of absence may say that nobody was reached, too.
        guard !message.deliveryReports.isEmpty || AbsenceSubject.proof(in: subject) == nil else {
            return nil
        }
        let sender = Sender(message)
        let core = Array(subject.core.utf8)[...]
        let isPassedOn = subject.isForward || subject.isReply
        let words = sender == .person ? subjects.prefix(of: core) : subjects.first(in: core)
        if sender == .person {
            guard let words, !isPassedOn else { return nil }
            let text = Folding.bytes(of: String(message.text.prefix(3000)))
            // Whoever pastes a server's words greets first, or says what he did.
            guard people.first(in: text.prefix(300)) == nil else { return nil }
            let found = texts.found(in: text[...])
            guard let opening = found.first[0],
                !message.deliveryReports.isEmpty || found.count[1] > 0
            else { return nil }
            return "Subject: \(words)…, text: \(opening)"
        }
        if let report = message.deliveryReports.first {
            let about = report.recipient?.text ?? "a letter"
            return "report on \(about), from \(message.fromText)"
        }
        if let words, sender == .daemon || !isPassedOn {
            return "Subject: \(words)… from \(message.fromText)"
        }
        let text = Folding.bytes(of: String(message.text.prefix(3000)))
        let found = texts.found(in: text[...])
        let count = found.count[0] + found.count[1]
        let isEnough = found.count[0] > 0 || count >= 2 || (sender == .daemon && count > 0)
        if isEnough, let first = found.first[0] ?? found.first[1] {
            return "from \(message.fromText): \(first)"
        }
        // Under this name nothing but reports is written.
        let isDaemon = message.from?.address.localPart.hasPrefix("mailer-daemon") ?? false
        return isDaemon ? "from \(message.fromText)" : nil
    }

    /// Who seems to have written.
    private enum Sender {
        /// A mail server.
        case daemon
        /// The people who run a mail server, or their machine.
        case official
        /// Nobody who can be answered.
        case nobody
        case person

        init(_ message: InboundMessage) {
            let local = message.from?.address.localPart ?? ""
            let name = Folding.bytes(of: String(message.fromText.prefix(200)))
            let path = message.header("return-path")?.lowercased() ?? ""
            if daemons.contains(local) && local != "postmaster"
                || local.hasPrefix("mailer-daemon") || local.hasPrefix("microsoftexchange")
                || names.first(in: name[...]) != nil
            {
                self = .daemon
            } else if message.returnPath == .null || path.containsFolded("mailer-daemon") {
                self = .nobody
            } else if local.hasPrefix("postmaster") {
                self = .official
            } else {
                let submitted = message.headers("auto-submitted").contains { value in
                    let keyword = AutoSubmittedField.keyword(of: value)
                    return !keyword.isEmpty && keyword != "no"
                }
                self = submitted ? .nobody : .person
            }
        }
    }

    /// The local parts that mail servers write from.
    static let daemons: Set<String> = [
        "mailer-daemon", "mailerdaemon", "mailer_daemon", "postmaster", "mdaemon", "mail-daemon",
        "maildaemon", "mmdf", "smtpd", "mail-delivery", "maildelivery", "delivery-subsystem",
        "post-office", "postoffice", "sysadmin-mail", "mailsystem",
    ]

    private static let names = PhraseIndex([
        [
            "mailer-daemon", "mailer daemon", "mail delivery system", "mail delivery subsystem",
            "mail delivery service", "internet mail delivery", "mail delivery",
            "mail administrator",
            "mail system", "delivery subsystem", "courier mail server", "systeme de messagerie",
            "system administrator", "mail deliver", "microsoft exchange", "message delivery",
        ]
    ])

    private static let subjects = PhraseIndex([
        [
            "undelivered mail", "undeliverable", "undelivered", "mail delivery failed",
            "delivery failure", "mail delivery failure", "delivery status notification",
            "failure notice", "failure delivery", "returned mail", "returned to sender",
            "returned message", "mail system error", "message could not be delivered",
            "message not delivered", "message delivery failure", "message delivery failed",
            "delivery notification", "delivery has failed", "delivery failed", "delivery report",
            "delivery error", "delivery problem", "mail could not be delivered", "delayed mail",
            "could not be delivered", "mail not delivered", "non-delivery", "nondeliverable",
            "non delivery", "warning: message", "warning: could not send", "mail delivery: delayed",
            "mail delivery status", "mail status report", "message status - undeliverable",
            "message delayed", "message retarde", "courrier retarde", "delivery delayed",
            "permanent delivery failure", "[bounce]", "message you sent blocked",
            "message blocked", "message rejected", "mail rejected", "mail failed", "mail returned",
            "bounced mail", "mail failure", "mail error", "message undeliverable",
            "successful mail delivery", "user unknown", "unable to deliver", "unknown recipient",
            "address unknown", "e-mail delivery failure", "email delivery failure", "undelivery",
            "non remis", "non distribuable", "non distribue", "non delivre", "echec de remise",
            "echec de la remise", "echec de la livraison",
            "echec de distribution", "echec de la distribution",
            "echec de livraison", "echec d'envoi", "echec de l'envoi", "echec d'acheminement",
            "remise differee", "remise retardee", "retour de courrier", "retour a l'expediteur",
            "courrier non distribue", "mail non distribue", "message non distribue",
            "message non delivre", "message non remis", "avis de non-remise", "avis de non remise",
            "avis de non distribution", "notification d'etat de remise",
            "notification de non-remise", "rapport de non-remise", "rapport de non remise",
            "n'a pas pu etre remis", "n'a pas pu etre delivre", "n'a pas pu etre distribue",
            "n'a pu etre remis", "n'a pu etre delivre", "n'a pu etre distribue",
            "n'a pas ete remis", "n'a pas ete delivre", "n'a pas ete distribue",
            "n'a pas ete livre", "n'est pas arrive a destination", "has not been delivered",
            "was not delivered", "unzustellbar", "nicht zugestellt", "no se puede entregar",
            "impossibile recapitare",
            "message refuse", "message bloque", "mancata consegna", "mancato recapito",
            "consegna non riuscita", "entrega fallida", "no entregado", "error de entrega",
            "estado de entrega", "zustellung fehlgeschlagen", "nicht zustellbar", "zustellfehler",
            "ubermittlungsfehler", "niet afgeleverd", "aflevering mislukt", "falha na entrega",
            "nie dostarczono", "non recapitabile", "onbestelbaar", "mensagem nao entregue",
            "nao entregue",
        ]
    ])

    private static let people = PhraseIndex([
        [
            "bonjour", "madame", "monsieur", "hello", "hi there", "dear", "je", "j'ai", "j'essaie",
            "mon", "mes", "voici", "merci de", "pouvez-vous", "i got", "i get", "i tried", "i have",
            "i received", "my message", "my mail", "can you", "could you",
        ]
    ])

    // First how servers begin, then what they report.
    private static let texts = PhraseIndex([openings, diagnoses])

    private static let openings = [
        "could not be delivered to", "could not be delivered", "cannot be delivered",
        "couldn't be delivered", "delivery to the following", "delivery failed",
        "delivery has failed", "following address failed", "following address(es) failed",
        "did not reach the following", "did not reach some or all", "wasn't able to deliver",
        "was not able to deliver", "unable to deliver", "was not delivered", "wasn't delivered",
        "failed to deliver", "not delivered to", "has not yet been delivered", "has been delayed",
        "had permanent fatal errors", "had delivery problems", "had delivery errors",
        "permanent fatal delivery", "undeliverable to",
        "transcript of session follows", "undeliverable recipient", "undeliverable mail",
        "returned to you", "this is the mail system at", "permanent error",
        "delivery failure notification", "delivery status notification", "delivery of this message",
        "delivery of your message", "was undeliverable", "could not be reached",
        "mail delivery software", "returned your message", "bounced back", "has not been delivered",
        "was blocked by", "has been blocked", "was rejected by", "was automatically rejected",
        "n'a pas pu etre distribue", "n'a pas pu etre remis", "n'a pas pu etre delivre",
        "n'a pas pu etre achemine", "n'a pas pu etre transmis", "n'a pu etre distribue",
        "n'a pu etre remis", "n'a pu etre delivre", "n'a pu etre achemine",
        "n'a pas pu etre livre", "n'a pu etre livre", "n'a pas ete livre",
        "n'a pas ete distribue", "n'a pas ete remis", "n'a pas ete delivre", "la remise a echoue",
        "n'a pas encore pu", "n'a pas encore ete", "n'a donc pas ete distribue",
        "n'a donc pas ete remis",
        "n'a donc pas ete delivre", "retourne par le serveur", "refuse par le serveur",
        "remise de ce message", "echec de la remise",
        "impossible de remettre",
        "impossible de delivrer", "impossible de distribuer", "n'est pas parvenu",
        "a ete refuse par", "a ete bloque par", "no pudo ser entregado", "no se pudo entregar",
        "no ha podido ser entregado", "non e' stato consegnato", "non e stato consegnato",
        "non e stato possibile", "nicht zugestellt werden", "niet worden bezorgd",
        "nao pode ser entregue", "nao foi possivel entregar",
        "nachrichtenzustellung", "error de entrega", "konnte nicht zugestellt",
    ]

    private static let diagnoses = [
        "user unknown", "unknown user", "no such user", "recipient address rejected",
        "mailbox full", "mailbox unavailable", "address not found", "quota exceeded", "over quota",
        "550 ", "550-", "550:", "551 ", "552 ", "553 ", "554 ", "554:", "5.1.1", "5.7.1", "5.2.2",
        "action: failed", "final-recipient", "boite aux lettres pleine", "boite pleine",
        "adresse introuvable", "utilisateur inconnu", "destinataire inconnu", "compte desactive",
        "n'existe pas", "recipient unknown", "does not exist", "mailbox not found",
    ]
}
