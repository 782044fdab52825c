// What a YAML file says, before anybody asks what it means.
//
// Every node knows where it stands, so that every later error can say so. Scalars stay the text
// that was written: whether `no` is a word or a refusal is for the reader of that key to decide.

/// A place in a file, counted as editors count: from 1, columns in characters.
struct YAMLPosition: Hashable, Comparable, Sendable {
    /// The line, from 1.
    let line: Int
    /// The column, from 1.
    let column: Int

    /// The first character of a file.
    static let start = YAMLPosition(line: 1, column: 1)

    static func < (one: YAMLPosition, other: YAMLPosition) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }
}

/// How a scalar was written.
enum YAMLScalarStyle: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
}

/// One pair of a mapping; duplicates are kept, for the reader to complain of.
struct YAMLEntry: Hashable, Sendable {
    /// The key's text.
    let key: String
    /// Where the key stands.
    let keyPosition: YAMLPosition
    /// What it is mapped to.
    let value: YAMLNode
}

/// A value and where it stands.
struct YAMLNode: Hashable, Sendable {
    /// The three shapes of YAML, and one for what was refused.
    enum Content: Hashable, Sendable {
        case scalar(String, YAMLScalarStyle)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
        /// An alias, or nothing but a tag or an anchor: already complained of, so nobody
        /// complains of it a second time.
        case refused
        /// What could not be read any more, because the file breaks off there.
        case unread
    }

    /// Where it begins.
    let position: YAMLPosition
    /// What it is.
    var content: Content
    /// Whether the file breaks off within it or right behind it, so that it may be meant otherwise
    /// and more may belong to it than is known.
    var isCut = false

    /// Whether the key was written and the value was not: `phone:` and `phone: ~`.
    var isNothing: Bool {
        guard case .scalar(let text, .plain) = content else { return false }
        return text.isEmpty || text == "~"
    }
}

/// Something about a file's YAML that is wrong or refused.
struct YAMLFault: Error, Hashable, Sendable {
    /// Where.
    let position: YAMLPosition
    /// What, and what to do; never a word of the file's content.
    let sentence: String
}
