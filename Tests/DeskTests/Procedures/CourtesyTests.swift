// Courtesy and nothing else: what neither opens a case again nor begins a clock.

import Foundation
import Testing

@testable import Desk

@Suite("Courtesies")
struct CourtesyTests {
    @Test(
        "are thanks, wishes, praise, receipts, gestures and names, whatever the subject",
        arguments: [
            "Merci !", "Merci beaucoup, bonne journée.", "Parfait, merci pour votre rapidité",
            "Thank you very much for your help", "Merci beaucoup, bonnes fêtes !",
            "Merci et bonne année !", "Je vous en remercie. Joyeuses fêtes à toute l’équipe.",
            "Noël approche, merci pour tout et joyeux Noël !", "Thank you, happy new year!",
            "Merci et bonne continuation", "Mille mercis, vous êtes au top !",
            "Mille mercis à toute l'équipe", "Bonne réception, merci", "Reçu. Cordialement",
            "👍", "👍🏽 merci !", "Super, merci", "Merci beaucoup, bon week-end à vous et à l'équipe.",
            "Bien reçu, merci.", "Merci, à bientôt", "Pas de souci, merci", "Thanks a lot!",
            "Merci pour votre professionnalisme, excellente fin d’année.",
            "Thanks again, have a great weekend!", "Received, with thanks",
            "Je vous souhaite une excellente année, merci encore", "Merci\n\nAlice Roy",
            "Merci beaucoup, bon week-end à vous et à toute l'équipe.", "Merci, A+",
            "Merci à vous tous, à la prochaine", "Merci à votre équipe",
        ]
    )
    func thanks(text: String) throws {
        #expect(try courtesy(text) == .thanks)
    }

    @Test(
        "may agree, and are the answer where something was asked",
        arguments: [
            "Ok, c'est noté, merci.", "D’accord, merci beaucoup", "Oui merci", "Okay, thank you!",
        ]
    )
    func agreement(text: String) throws {
        #expect(try courtesy(text) == .agreement)
    }

    @Test(
        "are nothing else: a fault, a request, a question, a figure, another script, a frown",
        arguments: [
            "Merci, mais la caméra ne marche toujours pas.", "Merci de me rappeler", "Bonjour", "",
            "Merci. Et la porte du fond ?", "Merci, à lundi 9 h", "Merci pour une réponse rapide",
            "Nous souhaitons votre réponse, merci", "Merci ?", "Merci :(", "👎", "🔥 merci",
            "Merci! Камера не работает", "Merci, pas de réponse", "Oui", "D'accord, parfait.",
            "Merci, la caméra 4 est noire", "Thanks, not yet", "Urgent, merci",
            "Thanks for a quick answer", "Merci, à demain", "Merci, à quelle heure",
        ]
    )
    func matter(text: String) throws {
        #expect(try courtesy(text) == nil)
    }

    private func courtesy(_ text: String) throws -> Courtesy? {
        let house = try DeskWorld.house()
        var message = try DeskWorld.mail(text: text)
        message.subject = "Re: Caméra du hall en panne"
        return Reading(message, mailbox: house.mailboxes[0], house: house, key: DeskWorld.key)
            .courtesy
    }
}
