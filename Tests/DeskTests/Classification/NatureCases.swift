// Machines in the forms in which real programs write, and persons who could be mistaken for them.
// All names and texts are invented.

@testable import Desk

extension NatureCase {
    /// Mails that nobody wrote.
    static let machines: [NatureCase] = reports + receipts + absences + answers + lists + spam

    private static let reports: [NatureCase] = [
        NatureCase(
            name: "Postfix report",
            nature: .bounce,
            from: "MAILER-DAEMON@mx.client.example",
            subject: "Undelivered Mail Returned to Sender",
            headers: header(
                "content-type",
                "multipart/report; report-type=delivery-status; boundary=\"a\""
            ),
            isNullSender: true
        ),
        NatureCase(
            name: "Exchange in French",
            nature: .bounce,
            from: "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@client.example",
            subject: "Non remis : Votre demande",
            text: "La remise a échoué pour ces destinataires ou groupes."
        ),
        NatureCase(
            name: "qmail",
            nature: .bounce,
            from: "MAILER-DAEMON@ns.client.example",
            subject: "failure notice",
            text:
                "Hi. This is the qmail-send program.\nSorry, no mailbox here by that name. (#5.1.1)"
        ),
        NatureCase(
            name: "Exim names the recipients in a field",
            nature: .bounce,
            from: "Mailer-Daemon@relay.client.example",
            subject: "Mail delivery failed: returning message to sender",
            headers: header("x-failed-recipients", "b.gros@client.example"),
            isNullSender: true
        ),
        NatureCase(
            name: "a delay notice",
            nature: .bounce,
            from: "MAILER-DAEMON@mx.client.example",
            subject: "Delayed Mail (still being retried)",
            isNullSender: true
        ),
        NatureCase(
            name: "a provider without any structure",
            nature: .bounce,
            from: "postmaster@webmail.example",
            subject: "Votre message",
            text: "Votre message n'a pas pu être remis : utilisateur inconnu.",
            isNullSender: true
        ),
        NatureCase(
            name: "Domino",
            nature: .bounce,
            from: "postmaster@client.example",
            subject: "DELIVERY FAILURE: User b.gros not listed in Domino Directory",
            isNullSender: true
        ),
    ]

    private static let receipts: [NatureCase] = [
        NatureCase(
            name: "a disposition notification",
            nature: .receipt,
            subject: "Accusé de lecture (affiché) - Votre demande",
            headers: header(
                "content-type",
                "multipart/report; report-type=disposition-notification; boundary=a"
            )
        ),
        NatureCase(
            name: "Outlook's receipt without structure",
            nature: .receipt,
            subject: "Lu : Votre demande",
            text: "Votre message\nÀ : Alice Roy\na été lu le lundi 5 octobre 2026 10:00."
        ),
        NatureCase(
            name: "deleted unread",
            nature: .receipt,
            subject: "Not read: Your request",
            text: "Your message to Alice Roy was deleted without being read on Monday."
        ),
        NatureCase(
            name: "an accepted invitation",
            nature: .receipt,
            subject: "Accepté : Intervention jeudi",
            text: "",
            attachment: "text/calendar",
            answersUs: true
        ),
        NatureCase(
            name: "a declined invitation by its method",
            nature: .receipt,
            subject: "Declined: visit",
            text: "",
            calendar: .reply
        ),
    ]

    private static let absences: [NatureCase] = [
        NatureCase(
            name: "Exchange with its field",
            nature: .autoreply,
            subject: "Réponse automatique : Votre demande",
            text: "Je suis absente jusqu'au 12.",
            headers: header("auto-submitted", "auto-generated")
        ),
        NatureCase(
            name: "Exchange's subject alone",
            nature: .autoreply,
            subject: "Réponse automatique : [SAV] Votre demande",
            text: "De retour lundi."
        ),
        NatureCase(
            name: "English subject alone",
            nature: .autoreply,
            subject: "Automatic reply: your request",
            text: "Back on Monday."
        ),
        NatureCase(
            name: "out of office before the answered subject",
            nature: .autoreply,
            subject: "Out of office: Re: visit on Friday",
            text: "I will be back on the 12th."
        ),
        NatureCase(
            name: "absence du bureau",
            nature: .autoreply,
            subject: "Absence du bureau Re: Votre demande",
            text: "Je serai de retour le mardi 3."
        ),
        NatureCase(
            name: "a vacation program of old",
            nature: .autoreply,
            subject: "En vacances (was: Votre demande)",
            text: "Le secrétariat est fermé le samedi.",
            headers: header("precedence", "bulk"),
            isNullSender: true
        ),
        NatureCase(
            name: "a hint in the subject and a notice in the text",
            nature: .autoreply,
            subject: "Absence",
            text: "Je suis absent du 3 au 14 août inclus et vous répondrai à mon retour."
        ),
        NatureCase(
            name: "a notice in the text that calls itself automatic",
            nature: .autoreply,
            subject: "Re: Votre demande",
            text: "Nos bureaux sont fermés jusqu'au 4 janvier. Ceci est un message automatique.",
            answersUs: true
        ),
        NatureCase(
            name: "a notice through and through",
            nature: .autoreply,
            subject: "Re: Votre demande",
            text: """
                Bonjour, merci pour votre message. Je suis absente jusqu'au 12 mai et le lirai à mon \
                retour. En cas d'urgence, merci de contacter l'accueil. Votre message sera traité.
                """
        ),
        NatureCase(
            name: "X-Autoreply",
            nature: .autoreply,
            subject: "Re: Votre demande",
            headers: header("x-autoreply", "yes")
        ),
        NatureCase(
            name: "Precedence auto_reply",
            nature: .autoreply,
            headers: header("precedence", "auto_reply")
        ),
        NatureCase(
            name: "nothing but an empty Return-Path",
            nature: .autoreply,
            subject: "Re: Votre demande",
            text: "Le magasin est fermé.",
            isNullSender: true
        ),
        NatureCase(
            name: "an absence of two lines in a reply",
            nature: .autoreply,
            subject: "RE: [SAV-2026-000014] Caméra",
            text: """
                Bonjour,
                Je suis en congés jusqu'au 2 décembre et ne consulte pas mes mails.
                Cordialement
                """,
            answersUs: true
        ),
        NatureCase(
            name: "an English absence of one line in a reply",
            nature: .autoreply,
            subject: "Re: [SAV-2026-000014] Camera",
            text: "I am on annual leave until 2 December and will not read my e-mails.",
            answersUs: true
        ),
        NatureCase(
            name: "bulk that answers us",
            nature: .autoreply,
            subject: "Re: Votre demande",
            text: "Fermé cette semaine.",
            headers: header("precedence", "junk"),
            answersUs: true
        ),
    ]

    private static let answers: [NatureCase] = [
        NatureCase(
            name: "another firm's ticket system",
            nature: .autoreply,
            from: "support@maker.example",
            subject: "[Maker #8841] Nous avons bien reçu votre demande",
            text: """
                Votre demande a été enregistrée sous la référence 8841. Un conseiller vous répondra sous \
                deux jours ouvrés.
                """
        ),
        NatureCase(
            name: "an English ticket system",
            nature: .autoreply,
            from: "help@maker.example",
            subject: "Ticket received",
            text: "Thank you for contacting us. Your ticket number is 99. We will respond shortly."
        ),
        NatureCase(
            name: "a filter that wants a proof",
            nature: .autoreply,
            from: "check@filter.example",
            subject: "Confirmez votre message",
            text: """
                Vous écrivez à cette adresse pour la première fois. Pour lutter contre le spam, cliquez \
                sur le lien https://filter.example/v/1 et votre message sera remis.
                """
        ),
        NatureCase(
            name: "nobody reads there, says the text",
            nature: .autoreply,
            from: "no-reply@maker.example",
            subject: "Expédition de votre commande",
            text: "Votre commande est partie. Merci de ne pas répondre à ce message automatique."
        ),
        NatureCase(
            name: "nobody reads there, says the address alone",
            nature: .autoreply,
            from: "noreply@carrier.example",
            subject: "Votre colis arrive demain",
            text: "Votre colis 7712 sera livré demain entre 9 h et 12 h."
        ),
    ]

    private static let lists: [NatureCase] = [
        NatureCase(
            name: "a mailing list",
            nature: .bulk,
            subject: "[installateurs] défaut bus",
            headers: header("list-id", "<installateurs.lists.example>")
        ),
        NatureCase(
            name: "a newsletter",
            nature: .bulk,
            from: "lettre@news.example",
            subject: "Les nouveautés de mai",
            headers: header("list-unsubscribe", "<https://news.example/out>")
        ),
        NatureCase(
            name: "Precedence bulk",
            nature: .bulk,
            from: "info@news.example",
            headers: header("precedence", "Bulk")
        ),
        NatureCase(
            name: "a campaign with a way out",
            nature: .bulk,
            from: "promo@news.example",
            subject: "Offre de printemps",
            text: "Tout à moitié prix. Pour vous désinscrire : https://news.example/out",
            headers: header("feedback-id", "1:2:news")
        ),
    ]

    private static let spam: [NatureCase] = [
        NatureCase(name: "flag", nature: .spam, headers: header("x-spam-flag", "YES")),
        NatureCase(
            name: "rspamd's action",
            nature: .spam,
            headers: header("x-rspamd-action", "add header")
        ),
        NatureCase(
            name: "Exchange's report",
            nature: .spam,
            headers: header("x-forefront-antispam-report", "CIP:192.0.2.1;SFV:SPM;CAT:SPM;")
        ),
        NatureCase(
            name: "SpamAssassin's status",
            nature: .spam,
            headers: header("x-spam-status", "Yes, score=9.1 required=5.0 tests=A,B")
        ),
        NatureCase(
            name: "rspamd's result",
            nature: .spam,
            headers: header("x-spamd-result", "default: True [17.20 / 15.00]; A(1.0)")
        ),
        NatureCase(
            name: "Exchange's confidence",
            nature: .spam,
            headers: header("x-ms-exchange-organization-scl", "9")
        ),
        NatureCase(
            name: "an offer of search engines",
            nature: .spam,
            from: "kate@rank.example",
            subject: "Your website",
            text: "Hi there, we bring you to the first page. May I send a free audit, a price list?"
        ),
        NatureCase(
            name: "a trap for passwords",
            nature: .spam,
            from: "security@bank-check.example",
            subject: "Activité inhabituelle",
            text: """
                Cher client, votre accès a été suspendu. Confirmez votre identité sous 24h : \
                https://bank-check.example/login
                """
        ),
        NatureCase(
            name: "riches for nothing",
            nature: .spam,
            from: "lea@gains.example",
            subject: "regarde",
            text: "J'ai gagné 3000 € en crypto sans rien faire, clique vite : https://gains.example"
        ),
    ]
}
