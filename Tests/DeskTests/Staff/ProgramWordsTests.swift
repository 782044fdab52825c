// What a mail program writes in a colleague's name is an automatic mail: it never goes to a client.

import Foundation
import Testing

@testable import Desk

@Suite("What a program writes in a colleague’s name")
struct ProgramWordsTests {
    private func nature(_ text: String, subject: String, from: String) throws -> Nature {
        let house = try StaffWorld.house()
        let mail = try DeskWorld.mail(from: from, subject: subject, text: text)
        let reading = Reading(mail, mailbox: house.mailboxes[0], house: house, key: DeskWorld.key)
        return classify(reading).nature
    }

    @Test(
        "is a receipt, with a calendar part or without",
        arguments: [
            "Karim Haddad a accepté cette invitation.",
            "Karim Haddad a refusé l’invitation",
            "Karim Haddad has accepted this invitation.",
            "Karim Haddad a réagi à votre message :\n\n👍\n",
            "Karim Haddad reacted to your message:\n\n👍",
        ]
    )
    func receipt(text: String) throws {
        let subject = "Accepté : Caméra noire"
        let karim = "karim.haddad@mileo.example"
        #expect(try nature(text, subject: subject, from: karim) == .receipt)
    }

    @Test(
        "is a colleague’s own word where he says more, or speaks of another",
        arguments: [
            "Le client a accepté notre devis, nous venons demain.",
            "Le syndic a accepté cette invitation.",
            "Bonjour,\nle syndic a accepté cette invitation à la réunion.\nNous y serons.",
        ]
    )
    func ownWords(text: String) throws {
        let karim = "karim.haddad@mileo.example"
        #expect(!(try nature(text, subject: "Re: Caméra", from: karim)).isAutomatic)
    }

    @Test("is no rule for clients, whose words are read by people")
    func clients() throws {
        let text = "Alice Roy a réagi à votre message :\n\n👍"
        let found = try nature(text, subject: "Re: Caméra", from: "a.roy@client.example")
        #expect(found != .receipt)
    }
}
