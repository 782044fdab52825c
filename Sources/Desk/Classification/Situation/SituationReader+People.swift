// What is said of people and of their time, in the words that are said of apparatus: "et puis plus
// rien" of an answer that did not come, "I lost half a day", "aucune alarme déclenchée" of a quiet
// night, "the holes were left open" of work that was not finished.
//
// None of it tells of a fault; each is told from the fault by what stands beside it.

extension SituationReader {
    /// "Vous deviez me rappeler, et puis plus rien": silence, where nothing of the trade was named.
    func isSilence(at place: Int, _ clause: Clause) -> Bool {
        guard lastThing == nil else { return false }
        let sentence = words.sentence(around: place)
        return (sentence.lowerBound..<place).contains { Self.contact.contains(words.words[$0]) }
    }

    /// "Aucune alarme déclenchée, tout marche": a quiet night, where all is said to be well.
    func isQuietReport(at place: Int, _ clause: Clause) -> Bool {
        guard place >= clause.range.lowerBound + 2,
            words.words[place - 1].senses.contains(.alarm),
            words.words[place - 2].senses.contains(.none),
            place - 2 == clause.range.lowerBound
                || !words.words[place - 3].senses.contains(.plus)
        else { return false }
        return words.clauses.contains { other in
            let said = words.senses(in: other.range)
            return said.contains(.whole) && said.intersects(Senses(.works, .fine))
                && !said.intersects(.negating) && !said.contains(.plus) && !other.isQuestion
                && other.imaginedFrom >= other.range.upperBound
        }
    }

    /// "The holes were left open", where no entrance is spoken of.
    func isUnfinishedWork(before place: Int, _ clause: Clause) -> Bool {
        words.firstPlace(of: Senses(.opening, .place), in: clause.range) == nil
            && (clause.range.lowerBound..<place).contains { Self.made.contains(words.words[$0]) }
    }

    private static let contact = WordList(
        """
        appele appelle appels appel rappele rappelle rappeler rappel recontacte recontacter \
        contacte contacter mail mails courriel courriels message messages courrier courriers \
        lettre reponse repondu ecrit promis promet promettez relance relances devis avoir called calls call email \
        emails letter reply replied wrote
        """
    )
    private static let made = WordList(
        """
        hole holes trou trous saignee saignees goulotte goulottes gaine gaines plafond ceiling \
        ceilings trunking duct ducts cloison saignees
        """
    )
}

extension Words {
    /// "I lost half a day", "perdu toute la matinée": time is no thing of the trade.
    func isLostTime(_ place: Int, in clause: Range<Int>) -> Bool {
        let end = place + Int(max(1, words[place].count))
        guard end < clause.upperBound, firstThing(in: clause) == nil,
            (end..<min(end + 3, clause.upperBound)).contains(where: {
                Self.hours.contains(words[$0])
            })
        else { return false }
        let said = text(of: place..<end)
        return said.hasPrefix("lost") || said.hasPrefix("perdu")
    }

    private static let hours = WordList(
        """
        day days morning afternoon evening hour hours week weeks time jour jours journee matinee \
        matin heure heures semaine semaines temps midi soiree
        """
    )
}
