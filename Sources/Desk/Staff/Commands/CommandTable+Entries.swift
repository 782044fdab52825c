// The rows of the table of commands: word, other words, what follows, what it does.

extension CommandTable {
    static let classes = [
        CommandEntry(
            .critical,
            ["critical", "urgent"],
            .reason,
            "Classe le dossier critique (une réclamation : urgente).",
            "Makes the dossier critical (a complaint: urgent).",
            example: "#critique porte hors service"
        ),
        CommandEntry(
            .standard,
            ["normal"],
            .reason,
            "Classe le dossier standard (une réclamation : non urgente).",
            "Makes the dossier standard (a complaint: not urgent).",
            example: "#standard une seule caméra, zone couverte"
        ),
        CommandEntry(
            .informational,
            ["information", "informational", "info"],
            .reason,
            "Classe le dossier informatif.",
            "Makes the dossier informational.",
            example: "#informatif question sur le contrat"
        ),
    ]

    static let people = [
        CommandEntry(
            .assign,
            ["attribuer", "affecter", "assign"],
            .person,
            "Confie le dossier à un collègue : prénom, nom ou adresse.",
            "Gives the dossier to a colleague: first name, name or address.",
            example: "#assigner Léa"
        ),
        CommandEntry(
            .take,
            ["je-prends", "pour-moi", "take", "mine"],
            .nothing,
            "Prend le dossier.",
            "Takes the dossier.",
            example: "#prendre"
        ),
        CommandEntry(
            .giveBack,
            ["libérer", "relâcher", "release", "give-back"],
            .optionalReason,
            "Rend le dossier à l’équipe.",
            "Gives the dossier back to the team.",
            example: "#rendre je suis en déplacement"
        ),
    ]

    static let work = [
        CommandEntry(
            .note,
            ["interne", "internal", "comment"],
            .optionalReason,
            "Note interne : ni la ligne ni le texte du mail ne partent chez le client.",
            "Internal note: neither the line nor the mail’s text goes to the client.",
            example: "#note le gardien a le badge"
        ),
        CommandEntry(
            .wait,
            ["attendre", "en-attente", "wait", "waiting", "pending"],
            .optionalReason,
            "Met le dossier en attente du client ; le texte du mail lui est envoyé comme question.",
            "Waits for the client; the mail’s text goes out as the question.",
            example: "#attente"
        ),
        CommandEntry(
            .visit,
            ["visite", "rdv", "visit"],
            .date,
            "Annonce la date d’intervention au client ; ou bien : « nécessaire », « faite ».",
            "Announces a visit to the client; or: “nécessaire”, “faite”.",
            example: "#intervention demain 14h"
        ),
        CommandEntry(
            .resolved,
            ["résolue", "resolve", "solved"],
            .optionalReason,
            "Demande au client s’il est d’accord pour clore.",
            "Asks the client whether the dossier may be closed.",
            example: "#résolu"
        ),
        CommandEntry(
            .close,
            ["fermer", "clôturer", "cloturer", "close", "closed"],
            .reason,
            "Clôt le dossier avec l’accord du client ; refusé tant que la procédure l’interdit.",
            "Closes the dossier with the client’s agreement; else it is refused.",
            example: "#clore accord donné au téléphone"
        ),
        CommandEntry(
            .reopen,
            ["réouvrir", "reopen"],
            .optionalReason,
            "Rouvre un dossier clos ou résolu.",
            "Opens a closed or resolved dossier again.",
            example: "#rouvrir la panne est revenue"
        ),
        CommandEntry(
            .extend,
            ["prolongation", "extend"],
            .delayAndReason,
            "Reporte l’échéance promise ; le texte du mail est le point d’étape pour le client.",
            "Moves the promised date; the mail’s text is the interim report that the client gets.",
            example: "#prolonger 3j pièce en commande"
        ),
        CommandEntry(
            .answer,
            ["réponse-de-fond", "answer", "reply"],
            .nothing,
            "Réponse à une réclamation, en trois parties : Faits, Correction, Compensation.",
            "The substantive answer, in three parts: Facts, Correction, Compensation.",
            example: "#réponse"
        ),
        CommandEntry(
            .escalate,
            ["escalader", "escalate", "escalation"],
            .levelAndReason,
            "Demande une escalade de niveau 1 ou 2.",
            "Asks for an escalation, level 1 or 2.",
            example: "#escalade 1 le client insiste"
        ),
        CommandEntry(
            .callBack,
            ["rappeler", "callback", "remind"],
            .date,
            "Note quand le client doit être rappelé ; à cette heure, un mail vous le rappelle.",
            "Notes when the client is to be called back; the handler is reminded then.",
            example: "#rappel lundi 9h30"
        ),
        CommandEntry(
            .time,
            ["durée", "time", "spent"],
            .duration,
            "Note le temps passé.",
            "Notes the time spent.",
            example: "#temps 45min"
        ),
    ]

    static let dossiers = [
        CommandEntry(
            .merge,
            ["fusion", "merge"],
            .ticket,
            "Réunit ce dossier à un autre, qui reste.",
            "Merges this dossier into another, which stays.",
            example: "#fusionner \(TicketNumber.sample)"
        ),
        CommandEntry(
            .split,
            ["scinder", "split"],
            .nothing,
            "Fait du dernier mail du client un dossier à part.",
            "Makes the client’s last mail a dossier of its own.",
            example: "#séparer"
        ),
        CommandEntry(
            .complaint,
            ["complaint"],
            .optionalReason,
            "Traite le dossier comme une réclamation.",
            "Handles the dossier as a complaint.",
            example: "#réclamation"
        ),
        CommandEntry(
            .sav,
            ["support"],
            .optionalReason,
            "Traite le dossier comme une demande SAV.",
            "Handles the dossier as a service request.",
            example: "#sav"
        ),
        CommandEntry(
            .spam,
            ["indésirable", "junk"],
            .nothing,
            "Clôt le dossier comme indésirable ; rien n’est envoyé.",
            "Closes the dossier as spam; nothing is sent.",
            example: "#spam"
        ),
        CommandEntry(
            .client,
            ["société", "customer"],
            .name,
            "Rattache le dossier à un client.",
            "Attaches the dossier to a client.",
            example: "#client Résidence des Tilleuls"
        ),
        CommandEntry(
            .open,
            ["nouveau", "open", "new"],
            .clientAddress,
            "Ouvre un dossier pour un client (appel noté) ; le texte du mail lui est confirmé.",
            "Opens a dossier for a client (a phone call); the mail’s text is confirmed to them.",
            example: "#ouvrir a.roy@client.example portail bloqué"
        ),
    ]

    static let questions = [
        CommandEntry(
            .copy,
            ["copy"],
            .nothing,
            "Renvoie la copie exacte de ce que le client a reçu.",
            "Sends back the exact copy of what the client has received.",
            example: "#copie"
        ),
        CommandEntry(
            .status,
            ["status", "état-du-dossier"],
            .nothing,
            "Dit où en est le dossier et ce qui est promis.",
            "Tells where the dossier stands and what is promised.",
            example: "#statut"
        ),
        CommandEntry(
            .undo,
            ["undo", "défaire", "cancel"],
            .code,
            "Annule ce qu’un compte rendu a noté, par son code.",
            "Undoes what a transcript has recorded, by its code.",
            example: "#annuler 7f3a91c2"
        ),
        CommandEntry(
            .help,
            ["help", "commandes"],
            .optionalVerb,
            "Explique les commandes.",
            "Explains the commands.",
            example: "#aide prolonger"
        ),
        CommandEntry(
            .myTickets,
            ["mes-dossiers", "my-tickets"],
            .nothing,
            "Liste vos dossiers ouverts.",
            "Lists your open dossiers.",
            example: "#mes-tickets"
        ),
        CommandEntry(
            .late,
            ["retard", "late", "overdue"],
            .nothing,
            "Liste les promesses en retard ou bientôt dues.",
            "Lists the promises that are late or due soon.",
            example: "#retards"
        ),
    ]

    static let administration = [
        CommandEntry(
            .house,
            ["santé", "health", "state"],
            .nothing,
            "Dit l’état des boîtes, des envois et de la balance.",
            "Tells how mailboxes, outbox and balance stand.",
            example: "#état",
            right: .administration
        ),
        CommandEntry(
            .absence,
            ["absent", "absente", "away"],
            .absence,
            "Note une absence et qui remplace (la sienne : tous) ; « annulée » la retire.",
            "Records an absence and who stands in; “annulée” at its end takes it back.",
            example: "#absence Léa du 02/11 au 06/11 remplacée par Hugo",
            right: .administration
        ),
        CommandEntry(
            .report,
            ["report"],
            .nothing,
            "Envoie le rapport du mois.",
            "Sends the month’s report.",
            example: "#rapport",
            right: .administration
        ),
        CommandEntry(
            .penalty,
            ["pénalités", "penalty"],
            .decision,
            "Décide de la pénalité d’un engagement non tenu (direction).",
            "Decides on the penalty of a broken promise (management).",
            example: "#pénalité écartée accès au site refusé par le client",
            right: .management
        ),
        CommandEntry(
            .accessRight,
            ["droit-d'accès", "access-right", "rgpd", "gdpr"],
            .address,
            "Réunit tout ce qui est conservé sur une adresse (droit d’accès).",
            "Collects all that is kept about an address (right of access).",
            example: "#droit-accès a.roy@client.example",
            right: .administration
        ),
    ]
}
