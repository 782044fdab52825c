// Builds the tree of a template from its lines, and says everything that is wrong with it.
//
// A line that holds one section, end, comment, partial or delimiter tag and white space disappears
// with its line break; all other lines stay as they are. Reading goes on behind a mistake, so that
// one look finds all of them. The tree that there is then holds what was read, for the sake of the
// names in it; letters are only ever made from one without a mistake.

struct MustacheParser {
    /// How deep sections may stand in each other; bounds the recursion of everything behind.
    static let depthMaximum = 32
    /// How many mistakes of a file are said; nobody reads more at a time.
    static let errorsMaximum = 100

    private struct Frame {
        var tag: MustacheTag
        /// Nil where the tag has none: what stands inside is then nobody's to judge.
        var name: MustacheName?
        var nodes: [MustacheNode] = []
    }

    private let file: String
    private var nodes: [MustacheNode] = []
    private var frames: [Frame] = []
    private var text = MustacheText()
    private var errors: [TemplateError] = []
    private var isTooDeep = false

    private init(file: String) { self.file = file }

    /// Reads a template whose first character stands at a place of its file, as far as it goes.
    static func parse(
        _ source: String,
        file: String,
        from place: SourcePlace
    ) -> (template: MustacheTemplate, errors: [TemplateError]) {
        var scanner = MustacheScanner(source, file: file, from: place)
        var parser = MustacheParser(file: file)
        while !parser.isTooDeep, let pieces = scanner.nextLine() { parser.add(pieces) }
        parser.finish()
        parser.errors += scanner.errors
        let template = MustacheTemplate(file: file, nodes: parser.nodes, from: place)
        return (template, parser.errors)
    }

    private mutating func finish() {
        flushText()
        if !isTooDeep {
            for frame in frames {
                report(
                    "section «\(frame.tag.content)» opened at line \(frame.tag.place.line) "
                        + "is never closed",
                    "add {{/\(frame.tag.content)}} where it ends",
                    at: frame.tag.place
                )
            }
        }
        while let frame = frames.popLast() { add(frame) }
    }

    // MARK: - Lines

    private mutating func add(_ pieces: [MustachePiece]) {
        if let (tag, indentation) = Self.standalone(pieces) {
            add(tag, indentation: indentation)
            return
        }
        text.lineStarts.append(text.bytes.count)
        for piece in pieces {
            switch piece {
            case .text(let bytes, let place): text.append(bytes, from: place)
            case .tag(let tag): add(tag, indentation: nil)
            }
        }
    }

    /// The tag that has the line to itself, and the white space before it.
    private static func standalone(_ pieces: [MustachePiece]) -> (MustacheTag, [UInt8])? {
        guard pieces.count <= 3 else { return nil }
        var found: MustacheTag?
        var indentation: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .text(let bytes, _):
                guard bytes.allSatisfy(MustacheScanner.isBlank) else { return nil }
                if found == nil { indentation = Array(bytes) }
            case .tag(let tag):
                guard found == nil, tag.canStandAlone else { return nil }
                found = tag
            }
        }
        return found.map { ($0, indentation) }
    }

    // MARK: - Tags

    private mutating func add(_ tag: MustacheTag, indentation: [UInt8]?) {
        guard !isTooDeep else { return }
        switch tag.sort {
        case .comment, .delimiters:
            break
        case .partial:
            guard !tag.content.isEmpty, !tag.content.contains(where: \.isWhitespace) else {
                return reportName(of: tag)
            }
            add(.partial(tag.content, indentation: indentation, place: tag.place))
        case .value, .unescapedValue:
            guard let name = MustacheName(tag.content) else { return reportName(of: tag) }
            add(.value(name, isEscaped: tag.sort == .value, place: tag.place))
        case .section, .invertedSection:
            open(tag)
        case .end:
            close(tag)
        }
    }

    private mutating func open(_ tag: MustacheTag) {
        flushText()
        guard frames.count < Self.depthMaximum else {
            isTooDeep = true
            report(
                "section «\(tag.content)» stands within \(Self.depthMaximum) others",
                "nest at most \(Self.depthMaximum) sections",
                at: tag.place
            )
            return
        }
        // A section without a usable name still has an end, which must not be reported too.
        let name = MustacheName(tag.content)
        if name == nil { reportName(of: tag) }
        frames.append(Frame(tag: tag, name: name))
    }

    private mutating func close(_ tag: MustacheTag) {
        flushText()
        guard let match = frames.lastIndex(where: { $0.tag.content == tag.content }) else {
            report(
                "{{/\(tag.content)}} closes a section that is not open",
                "remove it, or open the section by {{#\(tag.content)}}",
                at: tag.place
            )
            return
        }
        while frames.count > match + 1 {
            let inner = frames.removeLast()
            report(
                "{{/\(tag.content)}} stands where section «\(inner.tag.content)», opened at line "
                    + "\(inner.tag.place.line), is still open",
                "write {{/\(inner.tag.content)}} before it",
                at: tag.place
            )
            add(inner)
        }
        add(frames.removeLast())
    }

    /// What a section holds, once it has ended.
    private mutating func add(_ frame: Frame) {
        guard let name = frame.name else { return }
        add(
            .section(
                name,
                isInverted: frame.tag.sort == .invertedSection,
                inside: frame.nodes,
                place: frame.tag.place
            )
        )
    }

    // MARK: - Nodes

    private mutating func add(_ node: MustacheNode) {
        flushText()
        if frames.isEmpty {
            nodes.append(node)
        } else {
            frames[frames.count - 1].nodes.append(node)
        }
    }

    private mutating func flushText() {
        guard !text.bytes.isEmpty || !text.lineStarts.isEmpty else { return }
        let flushed = text
        text = MustacheText()
        add(.text(flushed))
    }

    // MARK: - Mistakes

    private mutating func reportName(of tag: MustacheTag) {
        report(
            tag.content.isEmpty ? "the tag names nothing" : "«\(tag.content)» is no name",
            "write a name such as ticket.number, without a space or an empty part",
            at: tag.place
        )
    }

    private mutating func report(_ found: String, _ advice: String, at place: SourcePlace) {
        guard errors.count < Self.errorsMaximum else { return }
        errors.append(TemplateError(file: file, place: place, found: found, advice: advice))
    }
}
