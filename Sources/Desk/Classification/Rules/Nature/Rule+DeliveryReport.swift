// Bounces: RFC 3464 reports, and the free-form ones of servers that never heard of it.
//
// Whoever forwards a bounce to us is a person: words alone never make a bounce, a machine's mark
// must stand beside them (the report's type, MAILER-DAEMON, a null Return-Path).

extension Rule {
    /// A machine says what became of a letter.
    static let deliveryReport = Rule(
        "delivery-report",
        "A mail server reports on a letter: a delivery report, or a server's sender with a "
            + "server's words."
    ) { reading in
        let message = reading.message
        if let type = message.header("content-type"), type.isReport(of: "delivery-status") {
            return (.nature(.bounce), "Content-Type: \(type)")
        }
        if let failed = message.header("x-failed-recipients") {
            return (.nature(.bounce), "X-Failed-Recipients: \(failed)")
        }
        let isDaemon = message.from.map { daemons.contains($0.address.localPart) } ?? false
        let isNull = message.returnPath == .null
        guard isDaemon || isNull || message.isFromExchangeItself else { return nil }
        if let report = message.deliveryReports.first {
            return (
                .nature(.bounce),
                "report on \(report.recipient?.text ?? "a letter"), from \(message.fromText)"
            )
        }
        if let words = subjects.prefix(of: Array(reading.subject.core.utf8)[...]) {
            return (.nature(.bounce), "Subject: \(words)… from \(message.fromText)")
        }
        let found = texts.found(in: Folding.bytes(of: String(message.text.prefix(2000)))[...])
        guard let first = found.first[0], isDaemon || found.count[0] >= 2 else { return nil }
        return (.nature(.bounce), "from \(message.fromText): \(first)")
    }

    private static let daemons: Set<String> = [
        "mailer-daemon", "mailerdaemon", "postmaster", "mdaemon",
    ]

    private static let subjects = PhraseIndex([
        [
            "undelivered mail", "undeliverable", "undelivered", "mail delivery failed",
            "delivery failure",
            "mail delivery failure", "delivery status notification", "failure notice",
            "returned mail",
            "mail system error", "message could not be delivered", "delivery notification",
            "delivery has failed", "mail could not be delivered", "delayed mail",
            "warning: message",
            "warning: could not send", "mail delivery: delayed", "message delayed",
            "delivery delayed",
            "non remis", "non distribuable", "non delivre", "echec de remise", "echec de la remise",
            "echec de distribution", "echec de livraison", "echec d'envoi", "remise differee",
            "remise retardee", "retour de courrier", "courrier non distribue",
            "message non distribue",
            "message non delivre", "message non remis", "avis de non-remise",
            "avis de non distribution",
            "notification d'etat de remise", "notification de non-remise", "unzustellbar",
            "nicht zugestellt",
            "no se puede entregar", "impossibile recapitare", "onbestelbaar",
            "mensagem nao entregue",
        ]
    ])

    private static let texts = PhraseIndex([
        [
            "could not be delivered", "delivery failed", "delivery to the following",
            "permanent error",
            "user unknown", "recipient address rejected", "mailbox full", "mailbox unavailable",
            "no such user", "wasn't able to deliver", "was not delivered", "address not found",
            "n'a pas pu etre distribue", "n'a pas pu etre remis", "n'a pas pu etre delivre",
            "n'a pas pu etre achemine", "la remise a echoue", "boite aux lettres pleine",
            "boite pleine", "adresse introuvable", "utilisateur inconnu", "destinataire inconnu",
            "550 5.", "554 5.", "#5.1.1", "quota exceeded", "over quota", "action: failed",
            "final-recipient",
        ]
    ])
}

extension InboundMessage {
    /// Whether Exchange itself wrote: `MicrosoftExchange329e71ec…@…`.
    fileprivate var isFromExchangeItself: Bool {
        from?.address.localPart.hasPrefix("microsoftexchange") ?? false
    }
}
