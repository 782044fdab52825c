// HTML to text through libxml2's parser, event by event; no tree is built.
//
// Events instead of a tree, because the tree stops at 256 open elements and loses the rest, and
// costs twice the time. The parser only ever gets clean UTF-8 of a bounded length, tags without the
// attributes that nobody needs (HTMLFence), no network, and it is stopped where elements nest too
// deeply.

import CXML
import Desk

/// Reads HTML as text.
enum HTMLText {
    /// The text of an HTML document; clean UTF-8 in, clean UTF-8 out.
    static func read(
        _ html: [UInt8],
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [UInt8] {
        var session = HTMLSession(limits: limits)
        session.parse(HTMLFence.simplified(html))
        if session.isTooDeep {
            defects.insert(.nestingCut)
            // Once more with the deep tags left out, so that the text within them is kept.
            session = HTMLSession(limits: limits)
            session.parse(HTMLFence.simplified(html, depthMaximum: limits.htmlDepth / 2))
        }
        let text = finished(&session, defects: &defects)
        guard text.isEmpty, session.hasHidden else { return text }
        // Nothing but what nobody sees: better that than nothing.
        session = HTMLSession(limits: limits)
        session.parse(
            HTMLFence.simplified(html, depthMaximum: limits.htmlDepth / 2, isHidingKept: false)
        )
        return finished(&session, defects: &defects)
    }

    private static func finished(
        _ session: inout HTMLSession,
        defects: inout Set<MessageDefect>
    ) -> [UInt8] {
        if session.layout.isFull { defects.insert(.textCut) }
        var ignored: Set<MessageDefect> = []
        return TextCleaning.lines(session.layout.finish(), defects: &ignored)
    }
}

// Thread-safe by the language: initialised at most once, on first use.
private let libraryIsReady: Bool = {
    xmlInitParser()
    return true
}()

/// One run of the parser over one document.
// The parser is made, used and freed within `parse` and never handed out.
@safe
private struct HTMLSession {
    var layout: TextLayout
    var isTooDeep = false
    private(set) var hasHidden = false
    private var depth = 0
    // How many open elements hide what is in them.
    private var hidingCount = 0
    // The marks of the open elements.
    private var marks: [HTMLMark?] = []
    private let depthMaximum: Int
    private var parser: htmlParserCtxtPtr?

    init(limits: ReadingLimits) {
        layout = TextLayout(bytesMaximum: limits.textBytes)
        depthMaximum = limits.htmlDepth
        unsafe parser = nil
    }

    mutating func parse(_ html: [UInt8]) {
        precondition(libraryIsReady, "libxml2 is initialised before its first use")
        guard !html.isEmpty, let parser = unsafe htmlNewParserCtxt() else { return }
        defer { unsafe htmlFreeParserCtxt(parser) }
        unsafe self.parser = parser
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOIMPLIED.rawValue
        unsafe withUnsafeMutablePointer(to: &self) { session in
            unsafe Self.listen(on: parser, for: session)
            unsafe html.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                unsafe base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
                    let document = unsafe htmlCtxtReadMemory(
                        parser,
                        text,
                        Int32(buffer.count),
                        nil,
                        "UTF-8",
                        Int32(options)
                    )
                    if let document = unsafe document { unsafe xmlFreeDoc(document) }
                }
            }
        }
        unsafe self.parser = nil
    }

    // The parser hands the session back with each event, within the call to `parse` only.
    @unsafe
    private static func listen(
        on parser: htmlParserCtxtPtr,
        for session: UnsafeMutablePointer<HTMLSession>
    ) {
        guard let handler = unsafe parser.pointee.sax else { return }
        unsafe handler.pointee = xmlSAXHandler()
        unsafe parser.pointee.userData = UnsafeMutableRawPointer(session)
        unsafe handler.pointee.startElement = { context, name, attributes in
            guard let context = unsafe context, let name = unsafe name else { return }
            let session = unsafe context.assumingMemoryBound(to: HTMLSession.self)
            unsafe session.pointee.start(String(cString: name), attributes)
        }
        unsafe handler.pointee.endElement = { context, name in
            guard let context = unsafe context, let name = unsafe name else { return }
            let session = unsafe context.assumingMemoryBound(to: HTMLSession.self)
            unsafe session.pointee.end(String(cString: name))
        }
        let characters: charactersSAXFunc = { context, text, length in
            guard let context = unsafe context, let text = unsafe text else { return }
            let session = unsafe context.assumingMemoryBound(to: HTMLSession.self)
            let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(length))
            unsafe session.pointee.add(Array(buffer)[...])
        }
        unsafe handler.pointee.characters = characters
        unsafe handler.pointee.ignorableWhitespace = characters
    }

    @unsafe
    private mutating func start(
        _ name: String,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        depth += 1
        if depth > depthMaximum || layout.isFull {
            isTooDeep = isTooDeep || depth > depthMaximum
            if let parser = unsafe parser { unsafe xmlStopParser(parser) }
            return
        }
        let value = unsafe Self.firstValue(of: attributes)
        let known = value.flatMap(HTMLMark.init)
        let mark = name == "a" && known != .unseen ? nil : known
        marks.append(mark)
        if mark == .unseen {
            hidingCount += 1
            hasHidden = true
        }
        guard hidingCount == 0 else { return }
        layout.open(name, attribute: value)
        if let mark { layout.open(mark) }
    }

    private mutating func end(_ name: String) {
        depth -= 1
        let mark = marks.popLast() ?? nil
        guard hidingCount == 0 else {
            if mark == .unseen { hidingCount -= 1 }
            return
        }
        if let mark { layout.close(mark) }
        layout.close(name)
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        if hidingCount == 0 { layout.add(text: text) }
    }

    // Names and values alternate, and HTMLFence leaves one attribute.
    @unsafe
    private static func firstValue(
        of list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> String? {
        guard let list = unsafe list, unsafe list[0] != nil, let value = unsafe list[1] else {
            return nil
        }
        return unsafe String(cString: value)
    }
}
