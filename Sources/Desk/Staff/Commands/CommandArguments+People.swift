// Whom a command names. Every word of a name must be the person's: a dossier that goes to a
// namesake of the right colleague is lost to both.

import Foundation

extension CommandArguments {
    // The longest run of words that names one person.
    mutating func person() throws(Cause) -> StaffMember {
        while used < words.count, ["a", "à", "par", "to", "by"].contains(words[used]) { used += 1 }
        guard used < words.count else { throw missing("le nom d’un collègue") }
        if let author = parser.author, ["moi", "me", "myself"].contains(left[0]) {
            used += 1
            return author
        }
        try refuseInitial()
        for length in stride(from: min(4, words.count - used), through: 1, by: -1) {
            let named = words[used..<(used + length)].joined(separator: " ")
            // "@Léa": a mention, as mail programs make them.
            let text = named.hasPrefix("@") ? String(named.dropFirst()) : named
            if case .one(let person) = parser.names.find(text) {
                if length == 1 { try refuseOtherName(behind: text) }
                try refuseSecond(behind: length, named: text)
                used += length
                return person
            }
        }
        let word = words[used].trimmedMarks.cut(toBytes: 60)
        switch parser.names.find(word) {
        case .one(let person): return person
        case .several(let people):
            let named = people.map { "\($0.name) (\($0.address.localPart))" }
            throw Cause("« \(word) » peut être \(named.joined(separator: " ou ")) : précisez.")
        case .nobody(let near?):
            throw Cause("« \(word) » n’est pas dans l’équipe ; vouliez-vous dire « \(near) » ?")
        case .nobody(nil):
            throw Cause("« \(word) » n’est pas dans l’équipe.")
        }
    }

    // "#assigner L": a slip of the finger is nobody's name.
    private func refuseInitial() throws(Cause) {
        let word = words[used].trimmedMarks
        let next = used + 1 < words.count ? words[used + 1] : ""
        guard word.filter({ $0.isLetter || $0.isNumber }).count == 1, !word.hasSuffix("."),
            next.isEmpty || parser.names.near([Folding.text(of: next).trimmedMarks]).isEmpty
        else { return }
        throw Cause(
            "« \(word) » ne suffit pas à nommer un collègue : écrivez son prénom ou son nom."
        )
    }

    // "Léa et Hugo": one person, and nobody is dropped in silence.
    private func refuseSecond(behind length: Int, named first: String) throws(Cause) {
        let rest = folded.dropFirst(length).prefix(2).map(\.trimmedMarks)
        guard rest.count == 2, ["et", "ou", "and", "or", "&", "+", "puis", "/"].contains(rest[0]),
            !parser.names.near([rest[1]]).isEmpty
        else { return }
        let second = words[used + length + 1].trimmedMarks
        throw Cause(
            "Un seul collègue à la fois : « \(first.trimmedMarks) » ou « \(second) » ?"
        )
    }

    // "Martin Dupont" is not Léa Martin: what stands behind one name is another, or a reason.
    private func refuseOtherName(behind name: String) throws(Cause) {
        guard used + 1 < words.count, !name.hasSuffix(","), !name.hasSuffix(":"),
            !name.hasSuffix(";"), !name.contains("@")
        else { return }
        let next = words[used + 1].trimmedMarks
        let word = Folding.text(of: next)
        let isOther = next.first?.isUppercase == true || !parser.names.near([word]).isEmpty
        let isReason = entry.verb != .assign || Self.beginsReason.contains(word)
        guard isOther || !isReason, word.contains(where: \.isLetter) else { return }
        let shown = "\(name) \(next)".cut(toBytes: 80)
        let near = parser.names.near([Folding.text(of: name).trimmedMarks, word]).map(\.name)
        throw Cause(
            "« \(shown) » n’est pas dans l’équipe ; vouliez-vous dire "
                + "\(near.map { "« \($0) »" }.joined(separator: " ou ")) ? "
                + "Un motif se met derrière une virgule."
        )
    }

    private static let beginsReason: Set = [
        "il", "elle", "on", "car", "parce", "puisque", "comme", "pour", "qui", "suite", "en",
        "a", "au", "aux", "avec", "apres", "avant", "pendant", "des", "du", "de", "dans", "sur",
        "le", "la", "les", "l'", "ce", "cette", "c'est", "son", "sa", "sera", "est", "et", "il",
        "because", "since", "as", "for", "he", "she", "who", "the", "is", "and", "to", "with",
        "plus", "deja", "connait", "merci", "svp", "stp", "je", "j'ai", "urgent", "absence",
    ]
}
