// Dates and hours as colleagues type them on a Monday at ten: what the client is told is what was
// meant, or the line is refused with a question.

import Foundation
import Testing

@testable import Desk

@Suite("Staff name dates")
struct SpokenDateTests {
    private static func shown(_ line: String) throws -> String {
        let parser = CommandParser(company: try StaffWorld.house().company, at: DeskWorld.monday)
        switch parser.read([line]) {
        case .problems(let problems): return "! " + problems.map(\.sentence).joined(separator: " ")
        case .commands(let commands):
            return StaffWorld.words(try #require(commands.first).command)
        }
    }

    @Test(
        "A clock time without a day is today’s; a delay says « dans »",
        arguments: [
            ("14h", "2026-10-05 14:00"), ("à 14h", "2026-10-05 14:00"),
            ("10h30", "2026-10-05 10:30"), ("15 heures 30", "2026-10-05 15:30"),
            ("3pm", "2026-10-05 15:00"), ("midi", "2026-10-05 12:00"),
            ("14h demain", "2026-10-06 14:00"), ("9 heures demain", "2026-10-06 09:00"),
            ("à 10h vendredi 9", "2026-10-09 10:00"), ("dans 2h", "2026-10-05 12:00"),
            ("in 2 hours", "2026-10-05 12:00"), ("dans 45 min", "2026-10-05 10:45"),
            ("cet après-midi à 15h", "2026-10-05 15:00"),
        ]
    )
    func clockTimes(said: String, expected: String) throws {
        #expect(try Self.shown("#intervention \(said)") == "visit planned \(expected)")
        #expect(try Self.shown("#rappel \(said) vérifier") == "callBack \(expected): vérifier")
    }

    @Test(
        "Hours in words and in English are hours",
        arguments: [
            ("vendredi 9 à 10 heures", "2026-10-09 10:00"),
            ("demain 10 heures", "2026-10-06 10:00"),
            ("demain à 10 heures 30", "2026-10-06 10:30"),
            ("vendredi 3 heures", "2026-10-09 03:00"),
            ("demain à quatorze heures", "2026-10-06 14:00"),
            ("demain à dix heures et demie", "2026-10-06 10:30"),
            ("demain dix-sept heures moins le quart", "2026-10-06 16:45"),
            ("tomorrow 2pm", "2026-10-06 14:00"), ("demain 2 pm", "2026-10-06 14:00"),
            ("friday 3pm", "2026-10-09 15:00"), ("tomorrow at 3 p.m.", "2026-10-06 15:00"),
            ("tomorrow 2:30 pm", "2026-10-06 14:30"), ("tomorrow 12pm", "2026-10-06 12:00"),
            ("demain 3h de l’après-midi", "2026-10-06 15:00"),
            ("demain 8h du matin", "2026-10-06 08:00"),
            ("demain matin à 9h", "2026-10-06 09:00"),
            ("demain après-midi à 3h", "2026-10-06 15:00"),
            ("lundi en huit à 9h", "2026-10-19 09:00"),
            ("vendredi 9 octobre 10h", "2026-10-09 10:00"),
            ("le 26 à 14h", "2026-10-26 14:00"), ("le 2 à 14h", "2026-11-02 14:00"),
            ("dans 2 jours à 10h", "2026-10-07 10:00"),
            (": demain 14h", "2026-10-06 14:00"),
            ("demain 14h avec 2 techniciens", "2026-10-06 14:00"),
        ]
    )
    func words(said: String, expected: String) throws {
        #expect(try Self.shown("#intervention \(said)") == "visit planned \(expected)")
    }

    @Test(
        "Days ahead promise a day, never the minute of closing",
        arguments: [
            ("dans 2 jours", "2026-10-07"), ("in 2 days", "2026-10-07"), ("3j", "2026-10-08"),
            ("vendredi 9", "2026-10-09"), ("mardi prochain", "2026-10-06"),
            ("dans une semaine", "!"), ("dans 1 semaine", "2026-10-12"),
        ]
    )
    func daysAhead(said: String, expected: String) throws {
        let shown = try Self.shown("#intervention \(said)")
        if expected == "!" {
            #expect(shown.hasPrefix("!"))
        } else {
            #expect(shown == "visit planned \(expected) 18:00, day")
        }
    }

    @Test(
        "What was said about time and is not understood is asked about",
        arguments: [
            ("8h30", "il est déjà 10 h"), ("8h30", "« demain 8h30 »"),
            ("lundi 12 ou mardi 13", "« mardi »"), ("demain 14h puis vendredi", "« vendredi »"),
            ("demain 14h puis vendredi", "derrière « demain 14h »"),
            ("vendredi 8 octobre 10h", "le 8 octobre 2026 est un jeudi"),
            ("vendredi 8 octobre 10h", "« vendredi 8 octobre »"),
            ("vendredi 08/10", "le 8 octobre 2026 est un jeudi"),
            ("vendredi 8", "le 8 octobre 2026 est un jeudi"),
            ("demain 10", "une seule heure"), ("demain à 10 avec Hugo", "une seule heure"),
            ("demain 10h-12h", "une seule heure"), ("10h-12h", "une seule heure"),
            ("demain 14pm", "cette heure n’existe pas"), ("25 heures", "cette heure n’existe"),
            ("demain 14h ou 15h", "« 15h »"), ("demain matin 15h", "« 15h »"),
            ("demain 14h ou mercredi", "« mercredi »"), ("vendredi 45", "« 45 »"),
            ("demain 14 heures ou le 12 octobre", "« 12 »"),
            ("entre lundi et mercredi", "« entre »"), ("dans 2 mois", "ne dit pas quel jour"),
        ]
    )
    func asks(said: String, expected: String) throws {
        let shown = try Self.shown("#intervention \(said)")
        #expect(shown.hasPrefix("! ") && shown.contains(expected), "\(shown)")
    }

    @Test(
        "A note behind a date is a note; a second date is not",
        arguments: [
            ("#rappel demain 9h30 avant la réunion de lundi", "callBack 2026-10-06 09:30: avant"),
            ("#rappel demain 14h ou mercredi", "! "), ("#rappel demain puis jeudi", "! "),
            ("#prolonger 15h pièce", "extend by 900 minutes: pièce"),
            ("#prolonger 2h pièce", "extend by 120 minutes: pièce"),
            ("#prolonger 3j pièce", "extend by 3 days: pièce"),
            ("#prolonger vendredi 9 à 10 heures pièce", "extend 2026-10-09 10:00: pièce"),
            ("#prolonger jeudi ou vendredi pièce", "! "),
            ("#prolonger vendredi 8 octobre pièce", "! "),
            ("#prolonger jeudi pièce attendue mercredi", "extend 2026-10-08 18:00: pièce"),
            ("#temps : 1h30", "spend 90"), ("#temps 0,75 h", "spend 45"),
            ("#temps 1,25h", "spend 75"), ("#temps 1.5 heures", "spend 90"),
        ]
    )
    func notes(line: String, expected: String) throws {
        let shown = try Self.shown(line)
        #expect(shown.hasPrefix(expected), "\(shown)")
    }
}
