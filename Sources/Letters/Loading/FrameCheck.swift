// Looks at the HTML of the frame: does it show or fetch anything from elsewhere, and does a value
// stand where it could do more than be read?
//
// Separate from StructureCheck because the frame is HTML of the house's own, which is sent as it
// is. It reads tags as mail programs do, in one pass; it judges no style beyond what fetches.

struct FrameCheck {
    /// Elements that show, fetch or run something, or take a reader elsewhere by themselves.
    private static let refusedElements: Set<String> = [
        "applet", "audio", "base", "embed", "form", "frame", "iframe", "image", "img", "input",
        "link", "object", "picture", "script", "source", "svg", "track", "video",
    ]
    /// Attributes whose value is fetched.
    private static let refusedAttributes: Set<String> = [
        "background", "data", "lowsrc", "poster", "src", "srcset",
    ]
    /// What fetches within a style.
    private static let refusedStyles = ["url(", "@import"]
    /// The one value that may stand in a tag, because it is one of our own two words.
    private static let allowedInTags = LetterTemplate.FrameName.language.rawValue

    private enum Mode {
        case text
        /// Within a tag; with the quote that is open.
        case tag(quote: UInt8?)
        case comment
    }

    private let file: String
    private var mode = Mode.text
    /// The tag in hand, or the style sheet, from where it begins.
    private var piece: [UInt8] = []
    private var pieceStart = SourcePlace(line: 1, column: 1)
    private var isInStyle = false
    private(set) var errors: [TemplateError] = []

    /// Checks the whole of a frame.
    static func errors(of frame: MustacheTemplate) -> [TemplateError] {
        var check = FrameCheck(file: frame.file)
        check.read(frame.nodes)
        check.endPiece()
        return check.errors
    }

    private init(file: String) { self.file = file }

    // MARK: - Reading

    private mutating func read(_ nodes: [MustacheNode]) {
        for node in nodes {
            switch node {
            case .text(let text): read(text)
            case .value(let name, _, let place): read(name, at: place)
            case .section(_, _, let inside, _): read(inside)
            case .partial: break
            }
        }
    }

    private mutating func read(_ name: MustacheName, at place: SourcePlace) {
        let isInTag = if case .tag = mode { true } else { isInStyle }
        guard isInTag, name.text != Self.allowedInTags else { return }
        report(
            place,
            "«\(name.text)» stands within a tag or a style, where it could do more than be read",
            "write it between two tags"
        )
    }

    private mutating func read(_ text: MustacheText) {
        for (index, part) in text.pieces.enumerated() {
            let end =
                index + 1 < text.pieces.count ? text.pieces[index + 1].start : text.bytes.count
            var place = part.place
            for offset in part.start..<end {
                read(text.bytes[offset], at: place)
                place.advance(over: text.bytes[offset...offset])
            }
        }
    }

    private mutating func read(_ byte: UInt8, at place: SourcePlace) {
        switch mode {
        case .text:
            guard byte == UInt8(ascii: "<") else {
                if isInStyle { piece.append(byte) }
                return
            }
            endPiece()
            pieceStart = place
            piece = [byte]
            mode = .tag(quote: nil)
        case .comment:
            piece.append(byte)
            guard piece.suffix(3).elementsEqual("-->".utf8) else { return }
            piece = []
            mode = .text
        case .tag(let quote):
            piece.append(byte)
            if let quote {
                if byte == quote { mode = .tag(quote: nil) }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                mode = .tag(quote: byte)
            } else if byte == UInt8(ascii: ">") {
                endPiece()
                mode = .text
            } else if piece.elementsEqual("<!--".utf8) {
                mode = .comment
            }
        }
    }

    // MARK: - Judging

    private mutating func endPiece() {
        defer { piece = [] }
        guard !piece.isEmpty else { return }
        let text = String(decoding: piece, as: UTF8.self).lowercased()
        if text.hasPrefix("<") {
            judge(tag: text)
        } else if isInStyle {
            judge(style: text)
        }
    }

    private mutating func judge(tag: String) {
        let words = tag.dropFirst().split { !($0.isLetter || $0.isNumber || "/!-:".contains($0)) }
        guard let name = words.first.map(String.init) else { return }
        if name == "style" { isInStyle = true }
        if name == "/style" { isInStyle = false }
        guard !Self.refusedElements.contains(name) else { return refuse("<\(name)>") }
        for attribute in Self.attributes(of: tag) where Self.refusedAttributes.contains(attribute) {
            refuse("\(attribute)=")
        }
        judge(style: tag)
    }

    private mutating func judge(style: String) {
        for word in Self.refusedStyles where style.contains(word) { refuse(word) }
    }

    /// The names that stand before a «=» outside quotes.
    private static func attributes(of tag: String) -> [String] {
        var names: [String] = []
        var word = ""
        var quote: Character?
        for character in tag {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "=" {
                names.append(word)
            } else if character.isWhitespace || character == "/" {
                word = ""
                continue
            }
            word.append(character)
            if character == "=" { word = "" }
        }
        return names
    }

    private mutating func refuse(_ what: String) {
        report(
            pieceStart,
            "«\(what)» shows or fetches something from elsewhere",
            "remove it: a letter is text and styles on its elements"
        )
    }

    private mutating func report(_ place: SourcePlace, _ found: String, _ advice: String) {
        errors.append(TemplateError(file: file, place: place, found: found, advice: advice))
    }
}
