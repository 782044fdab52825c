// A colleague's mail that is a client's matter: a telephone call (#ouvrir), or the client's own
// mail passed on. With proof it is read as the client's mail, by the client's words, so that
// nothing is different afterwards: class, clocks, acknowledgement, thread.
//
// A client's mail that is passed on never stays behind because of a bad command above it: the
// dossier is opened and the command refused.

package import Foundation

/// What a colleague writes for a client.
package struct OnBehalf: Hashable, Sendable {
    /// The colleague.
    package var person: StaffMember
    /// By which proof.
    package var proof: StaffProof
    /// How it came.
    package var entry: EnteredRequest
    /// The mail that holds the client's words: this one, or an earlier one that waited for a "oui".
    package var mail: MailID
    /// The client's words, as a mail of the client's.
    package var message: InboundMessage
    /// When the client wrote, where that is known.
    package var writtenAt: Date?
    /// The client's own Message-ID, where it is known.
    package var originalID: MessageID?
    /// The colleague's own Message-ID, to answer to.
    package var answering: MessageID?
    /// The commands for the new dossier.
    package var commands: [ReadCommand]
    /// Why none of them can be carried out.
    package var problems: [CommandProblem]
    /// What the colleague wrote beside them, for colleagues.
    package var note: String
    /// The dossier on which the draft waited.
    package var draftedOn: TicketNumber?
    /// Whether that one stands for nothing but the draft, and is closed with it.
    package var endsErrand = false

    /// Reads a colleague's proven mail; nil where it is no client's matter.
    package init?(_ reading: Reading, mail: MailID, at now: Date, key: KeyedHash) {
        guard reading.marks.own == nil, !reading.isOwnMail else { return nil }
        let tickets = reading.marks.sealed.map(\.ticket) + reading.marks.staffTags.map(\.ticket)
        // Who answers a letter of ours passes nothing on, but may note a call.
        let isAnswer = !tickets.isEmpty
        let verdicts = ([nil] + tickets.map(Optional.some)).map {
            reading.staffVerdict(on: $0, at: now, key: key)
        }
        for case .proven(let person, let proof) in verdicts {
            self.init(reading, mail: mail, by: person, proof, isAnswer: isAnswer, at: now)
            return
        }
        return nil
    }

    /// Reads a draft that its colleague has confirmed.
    package init?(
        _ reading: Reading,
        mail: MailID,
        confirmedOn draft: TicketNumber,
        endingErrand: Bool,
        at now: Date
    ) {
        guard let person = reading.staffSender else { return nil }
        self.init(reading, mail: mail, by: person, .confirmed, isAnswer: false, at: now)
        draftedOn = draft
        endsErrand = endingErrand
    }

    /// Whether its commands say who handles the dossier.
    var givesHandler: Bool { commands.contains { [.assign, .take].contains($0.verb) } }

    private init?(
        _ reading: Reading,
        mail: MailID,
        by person: StaffMember,
        _ proof: StaffProof,
        isAnswer: Bool,
        at now: Date
    ) {
        guard let matter = ClientMatter(reading, at: now), matter.isCall || !isAnswer else {
            return nil
        }
        self.person = person
        self.proof = proof
        self.mail = mail
        answering = reading.message.id
        var message = InboundMessage()
        message.to = [reading.mailbox.address]
        message.attachments = reading.message.attachments
        switch matter {
        case .call(let client, let subject, let text, let others):
            entry = EnteredRequest(.phone, by: person.address)
            message.from = NamedAddress(client)
            message.subject = subject
            message.text = text
            commands = others
            problems = []
            note = ""
        case .forward(let letter, let author, let found, let wrong, let above):
            entry = EnteredRequest(.forward, by: person.address)
            message.from = author
            message.subject = SubjectLine.withoutPrefixes(
                letter.subject.isEmpty ? reading.message.subject : letter.subject
            )
            message.text = letter.text
            message.date = letter.date
            message.references = letter.id.map { [$0] } ?? []
            // The client's files, and what the colleague put beside them.
            message.attachments = letter.attachments + reading.message.filesBesideMail(letter)
            originalID = letter.id
            writtenAt = letter.date
            commands = found
            problems = wrong
            note = above
        }
        message.fromText = message.from?.address.text ?? ""
        self.message = message
    }
}

/// What a colleague's mail says of a client.
enum ClientMatter {
    /// A call: the client, the subject, the client's words, the other commands.
    case call(EmailAddress, subject: String, text: String, [ReadCommand])
    /// A mail that is passed on, its author, the commands above it, what is wrong with them, and
    /// the rest of what stands above.
    case forward(
        ForwardedMessage,
        NamedAddress,
        [ReadCommand],
        [CommandProblem],
        note: String
    )

    var isCall: Bool { if case .call = self { true } else { false } }

    /// Reads a mail, whoever wrote it; nil where it is about no client.
    init?(_ reading: Reading, at now: Date) {
        let parts = StaffText(
            of: reading.message.text,
            signedBy: reading.staffSender?.name ?? ""
        )
        let company = reading.house.company
        let reads = CommandParser(company: company, at: now, by: reading.staffSender)
            .read(parts.commandLines)
        if case .commands(let commands) = reads,
            case .open(let client, let subject)? = commands.first(where: { $0.verb == .open })?
                .command
        {
            guard !reading.house.isOurs(client), !company.owns(domain: client.domain),
                !reading.house.isStaff(client)
            else { return nil }
            let others = commands.filter { $0.verb != .open }
            guard others.allSatisfy(\.verb.fitsNewDossier) else { return nil }
            // Outlook passes mails on under a bare name: the command says whose it is.
            if let letter = reading.forwarded, letter.address == nil, !letter.text.isEmpty {
                let author = NamedAddress(client, name: letter.name)
                self = .forward(letter, author, others, [], note: parts.message)
                return
            }
            guard !parts.message.isEmpty else { return nil }
            let title =
                subject.isEmpty
                ? String(parts.message.split(whereSeparator: \.isNewline).first ?? "").cut(
                    toBytes: 80
                )
                : subject
            self = .call(client, subject: title, text: parts.message, others)
            return
        }
        guard let letter = reading.forwarded, let author = letter.author,
            !reading.house.isOurs(author.address), !company.owns(domain: author.address.domain),
            !reading.house.isStaff(author.address)
        else { return nil }
        switch reads {
        case .commands(let commands):
            let odd = commands.filter { !$0.verb.fitsNewDossier }.map { command in
                CommandProblem(
                    line: command.line,
                    "« #\(command.verb.rawValue) » ne va pas avec un mail transféré."
                )
            }
            let good = odd.isEmpty ? commands : []
            self = .forward(letter, author, good, odd, note: parts.message)
        case .problems(let problems):
            self = .forward(letter, author, [], problems, note: parts.message)
        }
    }
}

extension StaffVerb {
    /// Whether it may stand beside the opening of a dossier.
    var fitsNewDossier: Bool {
        switch self {
        case .critical, .standard, .informational, .assign, .take, .note, .wait, .visit,
            .escalate, .callBack, .time, .client, .status, .help, .myTickets, .late, .house,
            .absence,
            .report, .accessRight:
            true
        case .giveBack, .resolved, .close, .reopen, .extend, .answer, .merge, .split,
            .complaint, .sav, .spam, .penalty, .copy, .undo, .open:
            false
        }
    }
}

extension ClockedTicket {
    /// Whether it is an errand that nothing has closed yet.
    package var isOpenErrand: Bool {
        isErrand && Ticket(folding: events)?.state != .closed
    }

    /// Whether it only stands for a colleague's commands that are about no dossier.
    var isErrand: Bool {
        guard case .opened(let opening)? = events.first?.fact, opening.isQuiet,
            opening.requester == nil
        else { return false }
        return events.prefix(6).contains { event in
            switch event.fact {
            case .staff(.draftKept), .staff(.acted): true
            case .moved, .opened, .classified, .assigned, .joined, .heard, .linked, .recognised,
                .merged, .absorbed, .splitOff, .noted, .letterQueued, .letterNotDue, .letterSent,
                .letterFailed, .letterWithheld, .letterUndelivered, .answer, .closing, .right,
                .promise, .staff:
                false
            }
        }
    }

    /// The draft that a colleague's "oui" confirms and that is a client's matter; nil for others.
    package func draft(
        confirmedBy reading: Reading,
        at now: Date,
        key: KeyedHash
    ) -> MailID? {
        guard let number = Ticket(folding: events)?.number,
            case .proven(let person, _) = reading.staffVerdict(on: number, at: now, key: key)
        else { return nil }
        let asked = reading.draft(of: person.address, asBare: reading.newText, in: events)
        return asked.flatMap { $0.isDirect && $0.isOpen ? $0.mail : nil }
    }
}

extension InboundMessage {
    /// Its files without the mail that it passes on, where that one is attached whole.
    fileprivate func filesBesideMail(_ letter: ForwardedMessage) -> [Attachment] {
        guard letter.isAttached, let place = attachments.firstIndex(where: \.isMail) else {
            return attachments
        }
        return Array(attachments[..<place] + attachments[(place + 1)...])
    }
}
