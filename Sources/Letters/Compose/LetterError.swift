// Why a letter could not be written.
//
// A template that loaded fails only where a letter lacks a value that the template needs, or has
// far too many of them. Sentences name templates and placeholders, never a value.

import Desk

/// A letter that could not be written; trying again changes nothing.
package struct LetterError: WorldFailure {
    /// What kind of failure.
    package enum Code: String, Hashable, Sendable {
        /// The letter has no value for a placeholder that its template uses.
        case missingValue = "missing-value"
        /// Partials stand in each other too deep, or the letter became too large.
        case tooLarge = "too-large"
    }

    /// What kind of failure.
    package let code: Code
    /// What happened, where, and what to do.
    package let sentence: String
    /// Always false: the same letter fails again.
    package var isTemporary: Bool { false }

    init(_ failure: MustacheFailure, letter: String) {
        switch failure {
        case .missing(let name, let file, let place):
            code = .missingValue
            sentence =
                "\(file):\(place): the letter \(letter) has no value for «\(name)»; put the "
                + "placeholder into a section that asks for it"
        case .tooDeep(let partial):
            code = .tooLarge
            sentence =
                "the letter \(letter) nests the partial «\(partial)» too deep; "
                + "a partial must not contain itself"
        case .tooLong, .tooLarge:
            code = .tooLarge
            sentence = "the letter \(letter) became too large; shorten its template or its lists"
        }
    }
}

extension LetterError: Hashable {
    package static func == (one: LetterError, other: LetterError) -> Bool {
        one.code == other.code
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
