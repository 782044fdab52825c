// Persons who could be mistaken for machines, and what their mails are. All invented.

@testable import Desk

extension NatureCase {
    /// Mails that a person wrote.
    static let persons: [NatureCase] = absentPersons + reportingPersons + newMails + oldMails

    private static let absentPersons: [NatureCase] = [
        NatureCase(
            name: "who is absent on Thursday",
            nature: .request,
            subject: "Passage du technicien",
            text: "Bonjour, la caméra est noire. Je suis absent jeudi, passez plutôt vendredi."
        ),
        NatureCase(
            name: "who answers before a holiday",
            nature: .followup,
            subject: "Re: Votre demande",
            text: """
                Merci. Je suis en congés à partir de ce soir et jusqu'au 2 novembre : voyez avec ma \
                collègue Aline, elle a les clés.

                Le 5 oct. 2026 à 09:00, SAV <sav@mileo.example> a écrit :
                > Quand pouvons-nous passer ?
                """,
            answersUs: true
        ),
        NatureCase(
            name: "who is away and asks",
            nature: .followup,
            subject: "Re: Votre demande",
            text: """
                Je suis en congés jusqu'au 2 décembre et ne consulte pas mes mails : appelez ma \
                collègue. Quand passez-vous ?
                """,
            answersUs: true
        ),
        NatureCase(
            name: "who is on leave and reports a fault",
            nature: .followup,
            subject: "Re: Your request",
            text: """
                I am on annual leave until 2 December and will not read my e-mails, but the alarm \
                panel still shows a fault.
                """,
            answersUs: true
        ),
        NatureCase(
            name: "who answers above an unmarked copy of our letter",
            nature: .followup,
            subject: "Re: [SAV-2026-000014] Accusé de réception",
            text: """
                Toujours personne, le portail reste ouvert.

                Bonjour,

                Nous avons bien reçu votre demande « Portail ». Elle porte le numéro SAV-2026-000014.

                Un technicien prendra votre demande en charge dans un délai de 4 heures.
                """,
            answersUs: true
        ),
        NatureCase(
            name: "whose subject begins with absence",
            nature: .request,
            subject: "Absence de signal caméra 4",
            text: "Bonjour, la caméra 4 n'a plus de signal, les autres fonctionnent."
        ),
        NatureCase(
            name: "whose shop is closed",
            nature: .request,
            subject: "Fermeture en août",
            text: "Nous fermons en août. Comment programmer l'alarme pour cette période ?"
        ),
        NatureCase(
            name: "who complains of an absent technician",
            nature: .complaint,
            subject: "Absence du technicien",
            text: "Votre technicien n'est jamais venu.",
            mailbox: 1
        ),
        NatureCase(
            name: "who speaks of automatic things",
            nature: .request,
            subject: "Mise en service automatique",
            text: "La mise en service automatique ne part plus, l'alarme reste coupée la nuit."
        ),
        NatureCase(
            name: "who asks for an automatic message",
            nature: .request,
            subject: "message automatique",
            text: "Comment recevoir un message automatique quand la sirène sonne ?"
        ),
    ]

    private static let reportingPersons: [NatureCase] = [
        NatureCase(
            name: "who forwards a bounce",
            nature: .request,
            subject: "TR : Undelivered Mail Returned to Sender",
            text: "Bonjour, je reçois ceci quand j'écris à votre adresse. La caméra 2 est en panne."
        ),
        NatureCase(
            name: "who writes through a form",
            nature: .request,
            from: "no-reply@forms.example",
            text: "Nom : Alice Roy\nLa caméra du parking ne répond plus."
        ),
        NatureCase(
            name: "who speaks of himself through a portal",
            nature: .request,
            from: "no-reply@portal.example",
            text: "La porte du hall reste bloquée et je ne peux plus entrer."
        ),
        NatureCase(
            name: "whom Reply-To names",
            nature: .request,
            from: "no-reply@portal.example",
            replyTo: "lise.faure@client.example",
            text: "La porte du hall reste bloquée."
        ),
        NatureCase(
            name: "whose filter found no spam",
            nature: .request,
            headers: header("x-spam-status", "No, score=1.2 required=5.0")
        ),
        NatureCase(
            name: "with a low score",
            nature: .request,
            headers: header("x-spamd-result", "default: False [2.10 / 15.00]")
        ),
        NatureCase(
            name: "whose mail asks not to be answered by machines",
            nature: .request,
            headers: header("x-auto-response-suppress", "DR, OOF, AutoReply")
        ),
        NatureCase(
            name: "who declares that he is none",
            nature: .request,
            headers: header("auto-submitted", "no")
        ),
        NatureCase(
            name: "whose mail comes through our own list",
            nature: .request,
            headers: header("list-id", "<sav.mileo.example>")
                + header("list-unsubscribe", "<mailto:sav+off@mileo.example>")
        ),
        NatureCase(
            name: "whose mail carries a Feedback-ID",
            nature: .request,
            headers: header("feedback-id", "1:2:form")
        ),
        NatureCase(
            name: "who received a spam and asks about it",
            nature: .request,
            subject: "Est-ce vous ?",
            text: "J'ai reçu un courriel qui demande mon code d'alarme, est-ce bien de vous ?"
        ),
        NatureCase(
            name: "who says that the account is suspended",
            nature: .request,
            subject: "Télésurveillance suspendue",
            text: "Vous avez suspendu la télésurveillance sous 24h, le site est sans alarme."
        ),
    ]

    private static let newMails: [NatureCase] = [
        NatureCase(name: "a request", nature: .request),
        NatureCase(
            name: "a complaint in its mailbox",
            nature: .complaint,
            text: "Le montant de la dernière échéance ne correspond pas au contrat.",
            mailbox: 1
        ),
        NatureCase(name: "a plain fault in the complaints’ mailbox", nature: .request, mailbox: 1),
        NatureCase(
            name: "a fault that has lasted, in the complaints’ mailbox",
            nature: .complaint,
            text: "La caméra du parking ne répond toujours pas.",
            mailbox: 1
        ),
        NatureCase(
            name: "a complaint in the other mailbox",
            nature: .complaint,
            subject: "Réclamation",
            text: "Je dépose une réclamation : trois relances restées sans réponse."
        ),
        NatureCase(name: "an empty text", nature: .request, subject: "", text: ""),
        NatureCase(
            name: "an English request",
            nature: .request,
            subject: "Reader",
            text: "Hello, the reader at the dock is dead, could you come?"
        ),
        NatureCase(
            name: "a supplier's question with a link",
            nature: .request,
            subject: "Plan du site",
            text: "Voici le plan : https://plans.example/a. Pouvez-vous ajouter une caméra ?"
        ),
    ]

    private static let oldMails: [NatureCase] = [
        NatureCase(
            name: "an answer to one of our ids",
            nature: .followup,
            subject: "Re: votre demande",
            answersUs: true
        ),
        NatureCase(
            name: "a number whose check digit is wrong",
            nature: .followup,
            subject: "Re: [SAV-2026-00111] Caméra"
        ),
        NatureCase(
            name: "a number in the first lines",
            nature: .followup,
            subject: "suite",
            text: "Bonjour, au sujet du dossier REC-2026-00042 : toujours rien."
        ),
        NatureCase(
            name: "somebody else's number",
            nature: .request,
            subject: "Commande ABC-2026-00042"
        ),
        NatureCase(
            name: "an answer in the complaints' mailbox",
            nature: .followup,
            subject: "RE: [REC-2026-00042] Votre réclamation",
            mailbox: 1
        ),
        NatureCase(
            name: "an answer through a mailing list",
            nature: .followup,
            subject: "Re: votre demande",
            headers: header("list-id", "<technique.client.example>"),
            answersUs: true
        ),
    ]
}
