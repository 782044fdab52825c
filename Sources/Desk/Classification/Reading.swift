// A message as the rules see it: read once, folded once, looked at by every rule.

/// All that a rule may look at.
///
/// It never changes, and is handed on by reference: every stage has it.
package final class Reading: Sendable {
    /// The message.
    package let message: InboundMessage
    /// What the person newly wrote.
    package let newText: String
    /// What the person quoted.
    package let quotedText: String
    /// Subject and new text, accents and case folded, typographic apostrophes made plain: what
    /// lexicons are compared with.
    package let folded: FoldedText
    /// The same, word by word, each with what it means.
    package let words: Words
    /// What the person says about the state of the world.
    package let situation: Situation
    /// The keys of all that is weighed: what words were learned is looked up by them.
    let features: [UInt64]
    /// How its words vote on what it is; nil where too few of them are known.
    let natureVote: NatureVote?
    /// The set phrases of machines and strangers in subject and new text.
    let setPhrases: SetPhrases
    /// The subject, taken apart.
    package let subject: SubjectLine
    /// The language of the new text; nil where it is too short to tell.
    package let toldLanguage: Language?
    /// The language of the new text; French where it is too short to tell.
    package var language: Language { toldLanguage ?? .french }
    /// The letter that the mail passes on, where it passes one on.
    package let forwarded: ForwardedMessage?
    /// What a machine reports on a letter, where it does.
    package let bounce: BounceNotice?
    /// The mailbox that the mail came to.
    package let mailbox: MailboxSettings
    /// The whole house.
    package let house: HouseSettings
    /// What its references and numbers turn out to be.
    package let marks: ThreadMarks

    /// Reads a message for the rules.
    package init(
        _ message: InboundMessage,
        mailbox: MailboxSettings,
        house: HouseSettings,
        key: KeyedHash
    ) {
        self.message = message
        self.mailbox = mailbox
        self.house = house
        let split = NewText(of: message.text, from: message.from)
        newText = split.new
        quotedText = split.quoted
        folded = FoldedText(subject: message.subject, text: split.new)
        words = Words(folded, vocabulary: house.vocabulary)
        features = words.featureKeys
        natureVote = NatureVote(words, features: features, vocabulary: house.vocabulary)
        setPhrases = SetPhrases(words)
        subject = SubjectLine(folded: folded.subject)
        situation = Situation(
            words,
            forwarded: subject.isForward && !split.quoted.isEmpty ? split.quoted : nil,
            vocabulary: house.vocabulary
        )
        forwarded = ForwardedMessage(
            in: message,
            split: split,
            subject: subject,
            timeZone: house.company.timeZone
        )?.behindColleagues(of: house.company, attached: message.attachedMails)
        toldLanguage = Language.told(byText: split.new, subject: message.subject)
        bounce = BounceNotice(message, subject: subject, house: house)
        marks = ThreadMarks(
            message,
            newText: split.new,
            reports: bounce?.reports ?? [],
            company: house.company,
            mailboxes: house.mailboxes.flatMap(\.addresses),
            prefixes: Set(house.mailboxes.map(\.prefix)),
            key: key
        )
    }
}

extension Reading {
    /// The letter that the mail answers; where nothing is quoted, its subject must tell.
    ///
    /// Found anew each time: only the few rules about answers ask, and of follow-ups only.
    var lastLetter: LastLetter {
        LastLetter(quoted: quotedText.isEmpty ? message.subject : quotedText)
    }

    /// How the mail came to its mailbox: by an address that its author wrote, or without one.
    var wayHere: String {
        let written = (message.to + message.cc).map(\.address).first { address in
            mailbox.addresses.contains { $0 == address || address.tag(at: $0) != nil }
        }
        guard let written else { return "came in by the mailbox \(mailbox.name.text)" }
        return "sent to \(written.text)"
    }
}

/// One question asked of a message; a file holds one rule.
package struct Rule: Sendable {
    /// The stable name, in kebab case: it appears in `explain`, in logs and in settings.
    package let name: String
    /// The rule in one sentence.
    package let sentence: String
    /// Looks, and concludes or not.
    package let judge: @Sendable (Reading) -> (verdict: Verdict, evidence: String)?

    /// States a rule.
    package init(
        _ name: String,
        _ sentence: String,
        judge: @escaping @Sendable (Reading) -> (verdict: Verdict, evidence: String)?
    ) {
        self.name = name
        self.sentence = sentence
        self.judge = judge
    }

    /// The finding, where the rule has one.
    package func finding(in reading: Reading) -> Finding? {
        judge(reading).map { Finding(rule: name, verdict: $0.verdict, evidence: $0.evidence) }
    }
}
