// The letter that carries a colleague's message to the client: the same from a mail and from the
// shell. It waits for some minutes, in which it can be stopped.

package import Foundation

extension StaffPlan {
    /// The letters that carry the message to the client, where it goes out; the transcript tells
    /// what the client receives, and when.
    package mutating func write(
        _ prepared: ClientReply,
        by person: StaffMember,
        on file: ProcedureCase,
        thread: [MessageID],
        cause: String,
        from house: LetterHouse
    ) -> [Letter] {
        guard reply != nil else { return [] }
        let letters = prepared.letters(
            by: person,
            on: file,
            thread: thread,
            cause: cause,
            from: house,
            announcing: announcement
        )
        guard let letter = letters.first else {
            transcript.warnings = ["Le client n’a pas d’adresse : rien n’est parti."]
            return []
        }
        transcript.copy = prepared.text + prepared.parts.told
        transcript.leavesAt = letter.notBefore.flatMap { $0 > house.now ? $0 : nil }
        transcript.warnings = prepared.warnings
        return letters
    }
}

extension ClientReply {
    // The letter to the client, under the company's address and the colleague's name.
    //
    // There is none where the client has no address. What the commands beside the text announce is
    // said in it.
    private func letter(
        by person: StaffMember,
        on file: ProcedureCase,
        thread: [MessageID],
        cause: String,
        from house: LetterHouse,
        announcing announcement: ReplyAnnouncement
    ) -> Letter? {
        var matter = LetterMatter()
        matter.text = text
        matter.person = person.address
        matter.date = announcement.closesAt
        matter.visit = announcement.visit
        matter.part = announcement.part
        matter.asksClosing = announcement.asksClosing
        matter.isQuestion = announcement.isQuestion
        let order = ProcedureLetter(.answer, cause: cause, notBefore: house.now, matter: matter)
        var dossier = LetterDossier(file, at: house.now)
        dossier.thread = thread
        guard var letter = house.letter(order, about: dossier) else { return nil }
        letter.from = Self.author(person, of: house.mailbox)
        letter.envelopeSender = .address(house.mailbox.address.address)
        letter.autoSubmitted = nil
        letter.notBefore = house.now.addingTimeInterval(Self.holdSeconds(in: house.company))
        return letter
    }

    /// The letter to the client, and a letter for each copy of it: the same mail, each with a fate
    /// of its own; a copy refers to the client's, so that answers to both are one thread.
    func letters(
        by person: StaffMember,
        on file: ProcedureCase,
        thread: [MessageID],
        cause: String,
        from house: LetterHouse,
        announcing announcement: ReplyAnnouncement
    ) -> [Letter] {
        let first = letter(
            by: person,
            on: file,
            thread: thread,
            cause: cause,
            from: house,
            announcing: announcement
        )
        guard var letter = first else { return [] }
        letter.copies = parts.copies
        letter.enclosures = parts.enclosures
        let name = letterNaming(
            about: letter.ticket,
            domain: house.company.domain,
            key: house.key
        )
        let copies = parts.copies.compactMap { copied -> Letter? in
            guard let id = name(.answer, "\(cause).copy.\(copied.address.key)") else { return nil }
            var copy = letter
            copy.id = id
            copy.copyFor = copied.address
            copy.references.append(letter.id)
            return copy
        }
        return [letter] + copies
    }

    /// How long a message waits before it leaves, in seconds.
    package static func holdSeconds(in company: CompanySettings) -> TimeInterval {
        Double(company.staffMail.holdMinutes) * 60
    }
}
