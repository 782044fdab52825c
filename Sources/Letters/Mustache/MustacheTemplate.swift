// A template after reading: a tree of plain values, ready to be filled again and again.
//
// Reading (MustacheParser) and filling (MustacheRenderer) are separate, because a template is read
// once and filled for every letter. A tree never refers back to its file except by places.

/// A name in a tag, split at its dots.
package struct MustacheName: Hashable, Sendable {
    /// The parts; empty for `.`, the value in hand.
    package let parts: [String]

    /// `.`: the value in hand.
    static let itself = MustacheName(parts: [])

    /// The name as it is written.
    package var text: String { parts.isEmpty ? "." : parts.joined(separator: ".") }

    private init(parts: [String]) { self.parts = parts }

    init?(_ text: String) {
        if text == "." {
            self = .itself
            return
        }
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else {
            return nil
        }
        self.init(parts: pieces.map(String.init))
    }
}

/// One node of a template's tree.
package enum MustacheNode: Hashable, Sendable {
    /// Text that stands as it is.
    case text(MustacheText)
    /// `{{name}}`, or `{{{name}}}` and `{{&name}}` where it is not escaped.
    case value(MustacheName, isEscaped: Bool, place: SourcePlace)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` where it is inverted.
    case section(MustacheName, isInverted: Bool, inside: [MustacheNode], place: SourcePlace)
    /// `{{>name}}`; alone on its line it has an indentation, within a line it has none.
    case partial(String, indentation: [UInt8]?, place: SourcePlace)
}

/// A stretch of a template's own text, which knows where its lines begin.
package struct MustacheText: Hashable, Sendable {
    /// The text in UTF-8.
    package internal(set) var bytes: [UInt8] = []
    /// Where a line of the template begins; a partial's indentation goes there.
    package internal(set) var lineStarts: [Int] = []
    /// Where its pieces stand in the file: no piece goes on behind a line break or a tag.
    var pieces: [Piece] = []

    /// A stretch of bytes that stand together in the file.
    struct Piece: Hashable, Sendable {
        var start: Int
        var place: SourcePlace
    }

    mutating func append(_ more: ArraySlice<UInt8>, from place: SourcePlace) {
        pieces.append(Piece(start: bytes.count, place: place))
        bytes += more
    }
}

/// A template that was read without a mistake.
package struct MustacheTemplate: Hashable, Sendable {
    /// The file that it came from, for errors.
    package let file: String
    /// Where it begins in that file.
    let start: SourcePlace
    /// The tree.
    package let nodes: [MustacheNode]

    init(
        file: String,
        nodes: [MustacheNode],
        from start: SourcePlace = SourcePlace(line: 1, column: 1)
    ) {
        self.file = file
        self.start = start
        self.nodes = nodes
    }

    /// Reads a template; what is wrong with it is said completely.
    package init(
        _ source: String,
        file: String,
        from place: SourcePlace = SourcePlace(line: 1, column: 1)
    ) throws(TemplateErrors) {
        let (template, errors) = MustacheParser.parse(source, file: file, from: place)
        guard errors.isEmpty else { throw TemplateErrors(errors) }
        self = template
    }
}

extension MustacheTemplate {
    /// The first part of every name that filling it may look up, its partials' included.
    func firstNames(partials: [String: MustacheTemplate]) -> Set<String> {
        var names: Set<String> = []
        var seen: Set<String> = []
        var open = nodes
        while let node = open.popLast() {
            switch node {
            case .text: break
            case .value(let name, _, _):
                names.formUnion(name.parts.prefix(1))
            case .section(let name, _, let inside, _):
                names.formUnion(name.parts.prefix(1))
                open += inside
            case .partial(let name, _, _):
                if seen.insert(name).inserted { open += partials[name]?.nodes ?? [] }
            }
        }
        return names
    }
}
