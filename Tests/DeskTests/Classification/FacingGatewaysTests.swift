// Two gateways that face each other, with every automatic field lost on the way: the letters of the
// other house, worded like ours, are no person's answers.

import Testing

@testable import Desk

@Suite("Facing gateways")
struct FacingGatewaysTests {
    private static let letters = [
        """
        Bonjour SAV Mileo,

        Nous avons bien reçu votre demande « [SAV-2026-000014] Accusé de réception : Caméra » et \
        nous vous en remercions. Elle porte le numéro **SAV-2026-000014**.

        D’après votre description, elle relève de la catégorie « Informatif » : vous souhaitez un \
        conseil, un réglage ou une formation.

        Un technicien prendra votre demande en charge dans un délai de 4 heures ouvrées. Si cette \
        catégorie ne correspond pas à votre situation, dites-le-nous : nous la reverrons aussitôt.

        Votre message nous est parvenu en dehors de nos heures d’ouverture : les heures et les \
        jours ouvrés se comptent à partir de la prochaine ouverture. Voici nos horaires :

        - du lundi au vendredi : 8 h 30 – 12 h 30 et 13 h 30 – 18 h

        Pour ajouter une précision, une photo ou un document, il vous suffit de répondre à ce \
        message en conservant le numéro dans l’objet. En cas d’urgence, appelez-nous au \
        01 99 00 10 00.

        Cordialement,

        SAV Autre
        sav@autre.example
        """,
        """
        Hello SAV Mileo,

        Thank you for your request “Camera”. It is registered under the number **SAV-2026-000014**.

        From your description, it falls into the class “Critical”: all or part of your system is \
        out of service, an area is no longer monitored, or the situation is urgent.

        A technician will attend to your request within 4 hours. If this class does not match \
        your situation, please tell us and we will review it at once.

        To add a detail, a photo or a document, simply reply to this message and keep the number \
        in the subject line. In an emergency, please call us on 01 99 00 10 00.

        Kind regards,

        Autre Support
        """,
        """
        Bonjour,

        Nous avons bien reçu votre réclamation « Retard ». Nous regrettons la situation que vous \
        nous décrivez et lui accordons toute notre attention. Votre dossier porte le numéro \
        **REC-2026-000014**.

        Nora Petit est responsable de votre dossier et vous écrira personnellement.

        Pour compléter votre dossier, il vous suffit de répondre à ce message en conservant le \
        numéro dans l’objet.
        """,
        """
        Dear SAV Mileo,

        We have received your complaint “Delay”. We are sorry about the situation you describe and \
        are giving it our full attention. Your file number is **REC-2026-000014**.

        Nora Petit is in charge of your file and will write to you personally.

        To add to your file, simply reply to this message and keep the number in the subject line.
        """,
        """
        Bonjour,

        Nous avons bien reçu votre message et l’avons joint à votre dossier **SAV-2026-000014**.

        L’équipe qui suit votre dossier en prendra connaissance et vous répondra.

        En cas d’urgence, appelez-nous au 01 99 00 10 00.
        """,
        """
        Hello,

        Thank you for your message. We have added it to your file **SAV-2026-000014**.

        The team in charge of your file will read it and answer you.
        """,
    ]

    @Test(
        "an acknowledgement worded like ours is a machine's, whatever fields were lost",
        arguments: letters
    )
    func acknowledgements(text: String) throws {
        var mail = try DeskWorld.mail(
            from: "sav@autre.example",
            subject: "[SAV-2026-000014] Accusé de réception",
            text: text
        )
        mail.inReplyTo = [try #require(MessageID("x.1@mileo.example"))]
        let found = classify(try DeskWorld.reading(mail))
        #expect(found.nature == .autoreply, "\(found.reasons)")
    }
}
