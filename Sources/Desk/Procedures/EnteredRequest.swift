// A request that staff enter for a client who telephoned or used the portal (S1): from there on it
// follows the same procedure as a mail, and the client gets it confirmed in writing.

/// How a request came that is entered by hand, and what the person says of it.
package struct EnteredRequest: Hashable, Sendable {
    /// The way it came.
    package var channel: EntryChannel
    /// Who enters it.
    package var person: EmailAddress
    /// Its class, where the person sets one.
    package var criticality: Criticality?
    /// For complaints: whether an incident or an emergency is at stake.
    package var isUrgent = false

    /// Enters a request.
    package init(_ channel: EntryChannel, by person: EmailAddress) {
        self.channel = channel
        self.person = person
    }
}

extension Case {
    /// The case with what the person who entered it says of it.
    var withWhatWasEntered: Case {
        guard let entry else { return self }
        var file = self
        // Whatever the words look like, a person has said that somebody asked for something. A mail
        // of the client's own says itself whether it complains.
        let nature = classification.nature
        if entry.channel != .forward || nature != .complaint && nature != .request {
            file.classification.nature =
                reading.mailbox.procedure == .complaint ? .complaint : .request
        }
        if let criticality = entry.criticality { file.classification.criticality = criticality }
        if entry.isUrgent, let complaint = classification.complaint {
            file.classification.complaint = Complaint(topic: complaint.topic, isUrgent: true)
        } else if entry.isUrgent {
            file.classification.complaint = Complaint(topic: .other, isUrgent: true)
        }
        return file
    }
}

extension Case {
    /// A person by the name that the registry has, where a colleague has entered an address alone.
    func named(_ person: NamedAddress?) -> NamedAddress? {
        guard let person, person.name.isEmpty, entry != nil else { return person }
        return answer.client?.people.first { $0.address == person.address } ?? person
    }
}
