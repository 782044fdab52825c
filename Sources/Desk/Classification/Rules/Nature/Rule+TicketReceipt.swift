// Other firms' ticket systems: answering their acknowledgement makes two machines talk for ever.

extension Rule {
    /// Another firm's ticket system acknowledges.
    static let ticketReceipt = Rule(
        "ticket-receipt",
        "Another firm's ticket system says that a demand was registered, under which number, "
            + "and when it will be answered."
    ) { reading in
        let phrases = reading.setPhrases
        if let letter = wholeLetter(of: reading) { return (.nature(.autoreply), letter) }
        if let notice = trackersNotice(in: reading) { return (.nature(.autoreply), notice) }
        guard reading.folded.text.utf8.count <= 1200, phrases.first(.personal) == nil,
            let registered = phrases.first(.registered),
            let reference = phrases.first(.reference) ?? phrases.first(.automatic),
            let promise = phrases.first(.promise)
        else { return nil }
        // Haste alone is a client's: "as soon as possible, please".
        guard !hurried.contains(promise) || phrases.count(.promise) > 1 else { return nil }
        // A clerk who has registered an order asks for something; a ticket system does not.
        if reading.newText.asksSomething, phrases.first(.automatic) == nil { return nil }
        return (.nature(.autoreply), "\(registered), \(reference), \(promise)")
    }
}

// Another gateway like ours: its letter is longer than most acknowledgements, and begins with what
// was received. Whoever answers above an unmarked copy of such a letter begins with his own words.
private func wholeLetter(of reading: Reading) -> String? {
    let phrases = reading.setPhrases
    guard reading.folded.text.utf8.count <= 5000, phrases.first(.personal) == nil,
        let reference = phrases.first(.reference), let set = phrases.first(.setLetter)
    else { return nil }
    let lines = reading.newText.split(separator: "\n", maxSplits: 6).map {
        Folding.text(of: String($0.prefix(300)))
    }.filter { !$0.allSatisfy(\.isWhitespace) }
    let body = lines.drop { line in TicketReceipt.greetings.contains(where: line.hasPrefix) }
    guard lines.count - body.count <= 1, let first = body.first,
        let opening = TicketReceipt.openings.first(where: first.hasPrefix)
    else { return nil }
    return "\(opening), \(reference), \(set)"
}

// A tracker that makes a ticket of our letter says so in fields, above a foot with its name. The
// same notice that answers nothing is a client's demand: he chose to write it there.
private func trackersNotice(in reading: Reading) -> String? {
    guard reading.answersUs != nil, let created = reading.setPhrases.first(.created) else {
        return nil
    }
    let foot = Folding.bytes(of: String(reading.message.text.suffix(400)))
    guard let name = TicketReceipt.feet.first(in: foot[...]) else { return nil }
    return "\(created), \(name)"
}

private let hurried: Set<String> = ["as soon as possible", "dans les meilleurs delais"]

/// What such acknowledgements say.
enum TicketReceipt {
    /// That something was received or opened.
    static let registered = [
        "a ete enregistre", "a bien ete enregistre", "avons bien recu votre",
        "bien recu votre demande",
        "bien recu votre message", "a bien ete recu", "a bien ete recue", "a ete pris en compte",
        "a ete prise en compte", "bien ete pris en compte", "bien ete prise en compte",
        "a ete cree",
        "a ete creee", "a ete ouvert", "a bien ete transmis",
        "has been received", "have received your", "has been registered", "has been created",
        "has been opened", "has been logged", "thank you for contacting", "we received your",
        "thanks for contacting", "est enregistree", "est enregistre", "avons bien recu",
        "have been received", "request received", "case has been", "ticket has been",
        "got your request", "we've received your", "got your email", "accusons reception de",
        "nouveau ticket", "merci pour votre courriel", "wurde erfasst",
        "a ete recue et", "a bien ete recu", "votre demande a ete recue",
        "vielen dank fur ihre anfrage",
        "nous est parvenu", "nous est bien parvenu", "nous est parvenue", "nous est bien parvenue",
        "accuse de reception de votre", "has reached us", "acknowledgement of receipt",
        "haben ihre anfrage erhalten", "ist bei uns eingegangen", "confirmons la reception de",
        "confirmons avoir bien recu", "confirmons que nous avons bien recu", "avons recu votre",
        "confirmons avoir recu votre", "ticket recu", "demande recue", "ticket received",
    ]

    /// That a tracker made a ticket, or ended it, or told somebody of it.
    static let created = [
        "nouveau ticket", "nouvel incident", "nouvelle demande", "nouvelle fiche", "new ticket",
        "new incident", "new issue", "created an issue", "created the issue", "has created",
        "a cree une demande", "a cree un ticket", "a cree le ticket", "a cree la demande",
        "ticket a ete cree", "demande a ete creee", "ticket has been created",
        "issue has been created", "creation :", "clos automatiquement",
        "cloture automatiquement", "closed automatically", "comme observateur", "as an observer",
        "marquee comme resolue", "marque comme resolu", "marked as solved", "marked as resolved",
    ]

    /// The names of trackers, as they stand below what they write.
    static let feet = PhraseIndex([
        [
            "automatiquement par glpi", "automatically generated by glpi", "generated by glpi",
            "sent by atlassian jira", "envoye par atlassian jira", "jira service management",
            "jira service desk", "via jira", "powered by jira", "powered by redmine",
            "powered by otrs", "powered by znuny", "powered by zammad", "powered by osticket",
            "powered by itop", "mantisbt", "powered by mantis", "easyvista", "service-now",
            "servicenow", "powered by freshdesk", "powered by zendesk", "fourni par zendesk",
            "delivered by zendesk", "freshservice", "request tracker", "issue tracker",
        ]
    ])

    /// Under which number.
    static let references = [
        "sous la reference", "sous le numero", "reference :", "reference:", "numero de ticket",
        "numero de dossier", "numero de demande", "numero d'incident", "ticket #", "ticket n",
        "ticket:",
        "ticket :", "case number", "ticket number", "ticket id", "reference number",
        "request number", "case id", "incident number", "votre ticket", "ticket#", "with number",
        "your request (", "request received", "[ ref:", "case #", "demande n", "dossier n",
        "numero de reference", "sous le n", "ref:msg", "incident inc", "view request", "[glpi #",
        "porte desormais", "porte la reference", "sous reference", "bears the reference",
        "your reference is", "votre reference est",
        "ticketnummer", "vorgangsnummer", "reference a rappeler", "references a rappeler",
        "votre demande (", "ticket (#", "assigned #", "support ticket", "est ouvert du lundi",
        "porte le numero", "registered under", "file number is", "joint a votre dossier",
        "added it to your file",
        "avec l'id", "ticket d'assistance", "afficher la demande", "consulter l'incident",
        "sont ouverts du lundi", "horaires d'ouverture", "our opening hours", "ticket opened",
    ]

    /// When or how it will be answered.
    static let promises = [
        "vous repondra", "vous repondrons", "reponse vous sera", "sera traitee", "sera traite",
        "dans les meilleurs delais", "sous 24", "sous 48", "jours ouvres", "heures ouvrees",
        "repondre au-dessus", "repondre au dessus", "ne pas repondre", "message automatique",
        "automatiquement", "will respond", "will reply", "will be in touch", "get back to you",
        "as soon as possible", "business day", "working day", "business hours", "reply above",
        "nous vous repondrons", "reviendrons vers vous", "reviendra vers vous",
        "vous recontacte", "prendra contact", "being reviewed", "add additional comments",
        "type your reply above", "will be handled", "will get back", "look into it",
        "do not reply", "automated", "automatically", "will contact you", "priorite :", "priority:",
        "will be reviewing", "will send you", "we're on it", "reply above this line",
        "au-dessus de cette ligne", "recevra une reponse", "schnellstmoglich", "pour vous repondre",
        "pour y repondre", "pour la traiter", "will follow up", "will follow-up",
        "so schnell wie moglich", "en cours d'examen", "est examinee par",
        "pour ajouter des commentaires", "services la traitent", "en cours de traitement par",
        "l'examinera", "sera examine", "sera examinee", "ne sont pas lues", "ne sont pas lus",
        "n'est pas consultee", "n'est pas surveillee", "envoi est automatique",
        "courriel est automatique", "jours ouvrables", "is not monitored", "are not read",
        "are not monitored", "automatisch generiert", "statut : nouveau", "status : new",
        "opened on your behalf", "nous en occupons", "vous enverra", "vous recontactera",
        "answered by a human", "getting back to you", "service concerne", "nous y repondrons",
    ]

    /// How the letters of gateways like ours begin, below the greeting.
    static let openings = [
        "nous avons bien recu votre", "nous avons recu votre", "we have received your",
        "thank you for your request", "thank you for your message", "thank you for your complaint",
        "votre demande", "votre message", "votre reclamation", "your request", "your message",
        "your complaint",
    ]

    /// How a greeting begins.
    static let greetings = ["bonjour", "bonsoir", "madame", "monsieur", "dear", "hello", "hi "]

    /// What only such a letter says.
    static let setLetter = [
        "en conservant le numero", "prendra votre demande en charge",
        "elle releve de la categorie", "en prendra connaissance et vous repondra",
        "est responsable de votre dossier et vous ecrira", "vous pouvez saisir notre responsable",
        "ou un document, il vous suffit de repondre", "dossier, il vous suffit de repondre",
        "keep the number in the subject", "will attend to your request",
        "it falls into the class", "will read it and answer you",
        "in charge of your file and will write", "you may refer the matter to our",
        "a document, simply reply to this message", "to your file, simply reply to this message",
    ]

    /// What only a person says.
    static let personal = [
        "je vous", "je suis", "j'ai", "je me", "je reviens", "je te", "je transmets", "i will",
        "i have", "i am",
        "i'll", "i've", "nous confirmer", "me confirmer", "pouvez-vous", "pourriez-vous",
        "could you", "can you", "notre ticket", "mon ticket", "notre demande", "ma demande",
        "nous repondre", "me repondre", "aucune nouvelle", "sans nouvelle", "sans reponse",
        "relance", "our ticket", "my ticket", "our request", "my request", "no news",
        "no answer", "still waiting",
    ]
}
