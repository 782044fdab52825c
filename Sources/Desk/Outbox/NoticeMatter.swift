// What a notification says beside its ticket: who wrote, what came with it, what was said before,
// and the commands that a click writes.

/// What a notification says beside its ticket.
package struct NoticeMatter: Hashable, Sendable {
    /// Who wrote; nil where that is uncertain.
    package var author: NamedAddress?
    /// What the mail says of its author, where that is uncertain.
    package var claimed = ""
    /// Where commands are sent.
    package var answers: EmailAddress
    /// Whether it began the dossier.
    package var isNew = false
    /// The client's company; empty for a prospect.
    package var company = ""
    /// The client's sites.
    package var sites: [String] = []
    /// The files that go with it.
    package var files: [String] = []
    /// The files that are too large for that.
    package var filesLeftOut: [String] = []
    /// The last exchanges, the latest first.
    package var exchanges: [StaffNotification.Exchange] = []
    /// The name of the colleague whom the same letter did not reach; empty where it did.
    package var unreached = ""
    /// The language of the draft of the formal acknowledgement that it bears (C2); nil for none.
    package var draft: Language?

    /// Tells who wrote, and where commands are sent.
    package init(author: NamedAddress?, answers: EmailAddress) {
        self.author = author
        self.answers = answers
    }

    /// The five commands that help most, by the names that templates give them; a click gives
    /// the reason that a class wants, and whoever clicks may write a better one.
    package static let commands: [(name: String, line: String)] = [
        ("take", "#prendre"), ("critical", "#critique à la lecture du message"),
        ("wait", "#attente"), ("resolved", "#résolu"), ("status", "#statut"),
    ]

    /// The link that opens a ready mail with a command.
    package func link(_ line: String, about dossier: LetterDossier) -> MailLink {
        MailLink(
            to: answers,
            subject: "[\(dossier.number.text)] \(dossier.subject.cut(toBytes: 120))",
            body: line + "\n"
        )
    }
}

extension LetterValues {
    /// What templates name of a notification.
    func notice(_ notice: NoticeMatter, _ matter: LetterMatter) -> LetterValue {
        let links = NoticeMatter.commands.map { command in
            (command.name, LetterValue.link(notice.link(command.line, about: dossier)))
        }
        return .group([
            "isNew": .flag(notice.isNew),
            "hasText": .flag(matter.text.contains { !$0.isWhitespace }),
            "author": .group([
                "name": .text(notice.author?.name ?? ""),
                "address": .text(notice.author?.address.text ?? ""),
                "isUncertain": .flag(notice.author == nil), "claimed": .text(notice.claimed),
            ]),
            "company": .text(notice.company),
            "hasCompany": .flag(!notice.company.isEmpty),
            "sites": .text(notice.sites.prefix(Self.sitesNamedMaximum).joined(separator: ", ")),
            "hasSites": .flag(!notice.sites.isEmpty),
            "hasPromises": .flag(!matter.promises.isEmpty),
            "files": .list(notice.files.map { .text($0) }),
            "hasFiles": .flag(!notice.files.isEmpty),
            "leftOut": .list(notice.filesLeftOut.map { .text($0) }),
            "hasLeftOut": .flag(!notice.filesLeftOut.isEmpty),
            "exchanges": .list(
                notice.exchanges.map { exchange in
                    let name = exchange.author.name
                    return .group([
                        "when": .text(company.calendar.words(exchange.at, in: language)),
                        "author": .text(name.isEmpty ? exchange.author.address.text : name),
                        "verbatim": .text(exchange.text),
                    ])
                }
            ),
            "hasExchanges": .flag(!notice.exchanges.isEmpty),
            "unreached": .text(notice.unreached),
            "isForDeputy": .flag(!notice.unreached.isEmpty),
            "hasDraft": .flag(notice.draft != nil),
            "isDraftEnglish": .flag(notice.draft == .english),
            "draftDelay": .text(notice.draft.flatMap(substantiveDelay) ?? ""),
            "link": .group(Dictionary(uniqueKeysWithValues: links)),
        ])
    }

    /// A notice that tells nothing but who the client is.
    var blankNotice: NoticeMatter {
        NoticeMatter(author: dossier.client ?? mailbox.address, answers: mailbox.address.address)
    }

    private static let sitesNamedMaximum = 5
}

extension SampleHouse {
    /// What an invented notification tells.
    func notice(of procedure: Procedure) -> NoticeMatter {
        let isFull = sample == .full
        let dossier = dossier(procedure)
        let answers = mailbox(procedure).address.address
        guard let client = dossier.client else {
            preconditionFailure("the sample dossier has a client")
        }
        var notice = NoticeMatter(author: client, answers: answers)
        notice.isNew = !isFull
        if procedure == .complaint { notice.draft = language }
        guard isFull else { return notice }
        notice.company = "Copropriété des Tilleuls"
        notice.sites = ["Parking", "Hall"]
        notice.files = ["ecran-noir.jpg"]
        notice.filesLeftOut = ["enregistrement.avi"]
        notice.unreached = Person.deputy.name
        let isFrench = language == .french
        notice.exchanges = [
            StaffNotification.Exchange(
                mail: MailID(2),
                at: moment(isOutOfHours: true),
                author: NamedAddress(answers, name: Person.handler.name),
                text: isFrench
                    ? "Nous avons relancé l’enregistreur à distance."
                    : "We have restarted the recorder remotely."
            )
        ]
        return notice
    }
}
