// What is wrong with a template: which file, where, what was found, what to do.
//
// Loading gathers all of them, so that one look mends a whole folder. An error quotes names and
// tags of the template only, never a value of a letter.

/// One mistake in one template.
package struct TemplateError: Error, Hashable, Sendable {
    /// The file, as a person can open it.
    package var file: String
    /// Where in the file; nil where the file as a whole is meant.
    package var place: SourcePlace?
    /// What was found.
    package var found: String
    /// What to do about it.
    package var advice: String

    /// Describes a mistake.
    package init(file: String, place: SourcePlace?, found: String, advice: String) {
        self.file = file
        self.place = place
        self.found = found
        self.advice = advice
    }

    /// The whole sentence: `fr/x.md:3:1: section «x» opened at line 3 is never closed; …`.
    package var sentence: String {
        let at = place.map { "\(file):\($0)" } ?? file
        return "\(at): \(found); \(advice)"
    }
}

extension TemplateError: CustomStringConvertible {
    package var description: String { sentence }
}

extension TemplateError: Comparable {
    /// In the order in which a person would mend them.
    package static func < (one: TemplateError, other: TemplateError) -> Bool {
        let start = SourcePlace(line: 0, column: 0)
        return (one.file, one.place ?? start, one.found) < (
            other.file, other.place ?? start, other.found
        )
    }
}

/// Everything that is wrong with a folder of templates.
package struct TemplateErrors: Error, Hashable, Sendable {
    /// The mistakes, by file and place; never empty.
    package let errors: [TemplateError]

    init(_ errors: some Sequence<TemplateError>) {
        self.errors = Set(errors).sorted()
        precondition(!self.errors.isEmpty, "a folder without a mistake has nothing to throw")
    }
}

extension TemplateErrors: CustomStringConvertible {
    package var description: String { errors.map(\.sentence).joined(separator: "\n") }
}
