// Whether a mail is courtesy and nothing else: thanks, a greeting, a wish, praise, a receipt, the
// names of people. One reading decides it for all: what neither opens a case again nor begins a
// clock.
//
// The vocabulary is closed. A word that is not in it may matter, and so may a letter of another
// script, a figure, a question mark or an angry face: then the mail is like any other.

import Foundation

/// What a mail of mere courtesy comes to.
package enum Courtesy: Hashable, Sendable {
    /// Thanks, wishes, praise, a receipt.
    case thanks
    /// The same with a word that agrees: "ok, c'est noté, merci". Where something was asked, that
    /// word may be the answer.
    case agreement
}

extension Reading {
    /// What the mail comes to where it is courtesy and nothing else; nil for anything else.
    package var courtesy: Courtesy? {
        guard message.attachments.isEmpty else { return nil }
        return CourtesyWords(newText, isName: isName).courtesy
    }

    // The staff's names, the client's own, and what his address is made of.
    private func isName(_ word: String) -> Bool {
        let own = [message.from?.name, message.from?.address.text].compactMap(\.self)
        let texts = own + house.company.staff.map(\.name)
        return texts.contains { ShortMail.words(of: $0).contains(word) }
    }

    /// Whether the person says thank you and nothing else: nothing begins and nothing ends by it.
    package var isOnlyThanks: Bool { courtesy == .thanks }
}

/// The words of a short text, judged by the closed vocabulary.
struct CourtesyWords {
    /// What they come to; nil where anything else is said.
    let courtesy: Courtesy?

    private static let wordsMaximum = 40

    init(_ text: String, isName: (String) -> Bool) {
        guard ShortMail.isShort(text), let hasGesture = Self.gestures(in: text) else {
            courtesy = nil
            return
        }
        var (all, isMarked, agrees) = (ShortMail.words(of: text)[...], hasGesture, false)
        guard all.count <= Self.wordsMaximum else {
            courtesy = nil
            return
        }
        while let word = all.first {
            if let phrase = Self.phrases.first(where: { all.starts(with: $0) }) {
                all = all.dropFirst(phrase.count)
                isMarked = true
                continue
            }
            let next = all.dropFirst()
            if Self.agreeing.contains(word) || word == "d" && next.first == "accord" {
                agrees = true
                all = word == "d" ? next.dropFirst() : next
                continue
            }
            let isTowards = word == "a" && Self.isTowards(next, isName: isName)
            guard isTowards || Self.fits(word, before: next) || isName(word) else {
                courtesy = nil
                return
            }
            if Self.marks.contains(word) { isMarked = true }
            all = next
        }
        courtesy = isMarked ? agrees ? .agreement : .thanks : nil
    }

    // "Une bonne journée" is a wish, "une réponse rapide" is asked for; and whoever wishes a reply
    // wishes nobody well.
    private static func fits(
        _ word: String,
        before next: ArraySlice<String>
    ) -> Bool {
        if articles.contains(word) { return next.prefix(2).contains(where: good.contains) }
        if wishing.contains(word) { return next.prefix(6).contains(where: good.contains) }
        return marks.contains(word) || good.contains(word) || others.contains(word)
            || ShortMail.courtesies.contains(word)
    }

    // Folded, "à vous", "à toute l'équipe", "à bientôt" and "A+" begin like "a reply".
    private static func isTowards(
        _ next: ArraySlice<String>,
        isName: (String) -> Bool
    ) -> Bool {
        next.first.map { reached.contains($0) || isName($0) } ?? true
    }

    // Whether the signs of a text hold a friendly gesture; nil where they hold what is none: a
    // question, a frown, another script.
    private static func gestures(in text: String) -> Bool? {
        var hasGesture = false
        var before: Unicode.Scalar?
        for sign in Folding.text(of: text).unicodeScalars {
            defer { before = sign }
            if sign == "?" || sign == "(" && before.map(":;-=".unicodeScalars.contains) ?? false {
                return nil
            }
            if sign.isASCII || joiners.contains(sign.value) { continue }
            if kindly.contains(sign) {
                hasGesture = true
            } else if !sign.properties.isWhitespace, !isPunctuation(sign) {
                return nil
            }
        }
        return hasGesture
    }

    private static func isPunctuation(_ sign: Unicode.Scalar) -> Bool {
        switch sign.properties.generalCategory {
        case .dashPunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .openPunctuation, .closePunctuation, .format, .spaceSeparator:
            true
        default: false
        }
    }

    // Between the parts of one gesture: how it is drawn, and the colour of a hand.
    private static let joiners: Set<UInt32> = [
        0x200D, 0xFE0E, 0xFE0F, 0x1F3FB, 0x1F3FC, 0x1F3FD, 0x1F3FE, 0x1F3FF,
    ]
    private static let kindly = Set("👍🙏😊🙂😀😃😄😁😉👌👏🤝❤♥💪🎉🎄🎁🎅🥂✨☺🌟⭐💐🌞☀".unicodeScalars)

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    // One of these at least is said.
    private static let marks = ShortMail.thanks.union(
        set("bravo felicitations congratulations recu noted received cheers")
    )

    private static let phrases = """
        c est note, bien note, bien recu, pas de souci, pas de soucis, pas de probleme, no problem
        no worries, got it, je vous en prie, il n y a pas de quoi, de rien, bonne reception
        bonnes fetes, joyeuses fetes, bonne annee, joyeux noel, joyeuses paques, bonnes vacances
        bonne rentree, bon ete, bon dimanche, bon samedi, bonne nuit, happy new year
        merry christmas, happy holidays, happy easter, season s greetings, meilleurs voeux
        bonne continuation, bon courage, have a, take care, keep up the good work
        you are the best, i appreciate it, we appreciate it, i really appreciate it
        we really appreciate it
        """
        .split { $0 == "," || $0.isNewline }
        .map { $0.split(separator: " ").map(String.init) }

    private static let agreeing = set("ok okay oui yes entendu compris understood agreed")

    private static let articles = set("un une a an")

    private static let reached = set("vous tous toute toutes tout l la votre vos bientot")

    private static let wishing = set("souhaite souhaitons wish wishing")

    private static let good = set(
        """
        bon bonne bons bonnes excellent excellente excellents excellentes beau belle belles joyeux
        joyeuse joyeuses heureux heureuse agreable tres grand grande immense enorme super meilleurs
        meilleures meilleure happy merry nice good great wonderful lovely big lot
        """
    )

    private static let others = set(
        """
        mille milles fois vivement sincerement chaleureusement en j ai avons pris prends prenons
        continuation chance courage apres midi matinee fete fetes nouvel nouvelle an annee prochaine
        noel plaisir voeux mes nos sante bonheur reussite proches famille familles equipes bientot
        collegue collegues collaborateurs techniciens technicien technicienne etes avez ete top
        geniaux genial geniale formidable formidables nickel impeccable impeccables chapeau extra
        magnifique remarquable pros professionnel professionnels professionnalisme gentillesse
        patience disponibilite ecoute competence qualite accueil amabilite serieux ravi ravie
        salut salutations respectueuses distinguees sentiments amicalement amities messieurs
        mesdames mr mme mlle cdt cdlt bav approche approchent notre suis sommes meilleures
        all the team everyone everybody again indeed ever wishes warm warmly day evening afternoon
        morning year new christmas job awesome brilliant fantastic amazing well done really
        prompt fast efficient kindness our to of with
        """
    )
}
