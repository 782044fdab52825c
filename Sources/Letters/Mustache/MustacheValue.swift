// What a template is filled with: the values of Mustache, and nothing of letters.
//
// Kept apart from LetterValue so that the engine can be held against the public cases of the
// Mustache specification, whose data knows numbers and nulls. It never changes while rendering.

/// A value in the context of a template.
package enum MustacheValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// A condition.
    case boolean(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
    /// A text of the house's making that may stand as the target of a link.
    case link(String)
    /// Values in order.
    case list([MustacheValue])
    /// Values by name.
    case group([String: MustacheValue])

    /// Whether a section shows its inside: false for null, false, an empty text, an empty list.
    package var isTruthy: Bool {
        switch self {
        case .null: false
        case .boolean(let flag): flag
        case .number: true
        case .text(let text), .link(let text): !text.isEmpty
        case .list(let values): !values.isEmpty
        case .group: true
        }
    }

    /// The value as interpolated text; lists and groups have none.
    var shown: String {
        switch self {
        case .null, .list, .group: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .text(let text), .link(let text): text
        }
    }
}
