// libyaml behind glass: bytes in, one Swift value for each parse event out.
//
// The only file that touches the C library. It promises that no pointer leaves it and that what
// was allocated is freed once, whatever happens. It never judges: tags and anchors are reported
// as facts, and what is allowed is decided by YAMLDocument.

import CYAML

/// One step of libyaml's parser.
enum YAMLEvent {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias
    case scalar(String, YAMLScalarStyle, YAMLDecoration)
    case sequenceStart(YAMLDecoration)
    case sequenceEnd
    case mappingStart(YAMLDecoration)
    case mappingEnd
}

/// What stood before a node.
struct YAMLDecoration {
    /// Whether the node carries an anchor (`&name`).
    let isAnchored: Bool
    /// Whether the node carries a tag (`!name`).
    let isTagged: Bool
}

// Safe: the two buffers are made in the initializer, freed in deinit and never handed out.
/// The parser over one file's bytes.
@safe
final class YAMLEvents {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    /// The last quotation that goes over several lines, by its first and its last place.
    private var longQuotation: (start: YAMLPosition, end: YAMLPosition)?

    /// Prepares to read bytes that are known to be UTF-8.
    init(_ bytes: [UInt8]) {
        unsafe parser = .allocate(capacity: 1)
        unsafe input = .allocate(capacity: bytes.count)
        _ = unsafe input.initialize(from: bytes)
        let isReady = unsafe yaml_parser_initialize(parser) == 1
        precondition(isReady, "there is no memory left for reading the settings")
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// The next event and where it begins; throws once where the file is not YAML.
    func next() throws(YAMLFault) -> (event: YAMLEvent, position: YAMLPosition) {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
        defer { unsafe yaml_event_delete(&event) }
        let value = unsafe Self.value(of: event)
        let (start, end) = unsafe (YAMLPosition(event.start_mark), YAMLPosition(event.end_mark))
        if case .scalar(_, .singleQuoted, _) = value { noteQuotation(from: start, to: end) }
        if case .scalar(_, .doubleQuoted, _) = value { noteQuotation(from: start, to: end) }
        return (value, start)
    }

    private static func value(of event: yaml_event_t) -> YAMLEvent {
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let decoration = unsafe YAMLDecoration(
                isAnchored: scalar.anchor != nil,
                isTagged: scalar.tag != nil
            )
            let text = unsafe String(decoding: bytes, as: UTF8.self)
            return unsafe .scalar(text, YAMLScalarStyle(scalar.style), decoration)
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            return unsafe .sequenceStart(
                YAMLDecoration(isAnchored: start.anchor != nil, isTagged: start.tag != nil)
            )
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            return unsafe .mappingStart(
                YAMLDecoration(isAnchored: start.anchor != nil, isTagged: start.tag != nil)
            )
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private func noteQuotation(from start: YAMLPosition, to end: YAMLPosition) {
        if start.line < end.line { longQuotation = (start, end) }
    }

    private func fault() -> YAMLFault {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? ""
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
        let at = unsafe YAMLPosition(parser.pointee.problem_mark)
        let opening = unsafe YAMLPosition(parser.pointee.context_mark)
        let index = unsafe Int(parser.pointee.problem_mark.index)
        // What a forgotten quote has swallowed ends at the next one, and what stands behind that
        // fits nowhere.
        if let quotation = longQuotation, [at.line, opening.line].contains(quotation.end.line) {
            return YAMLSyntax.unclosed(from: quotation.start, to: quotation.end)
        }
        let scalars = unsafe String(decoding: input, as: UTF8.self).unicodeScalars
        return YAMLSyntax.fault(
            problem: problem,
            context: context,
            at: min(at, Self.end(of: scalars)),
            opening: opening,
            character: scalars.dropFirst(index).first
        )
    }

    // At the end of a file libyaml invents a line end; nobody finds the line that follows it.
    private static func end(of scalars: String.UnicodeScalarView) -> YAMLPosition {
        let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
        return YAMLPosition(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    }
}

extension YAMLPosition {
    /// libyaml counts from 0, we count from 1.
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

extension YAMLScalarStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
    }
}
