// HTML with everything taken out that no text comes from, before libxml2 parses it.
//
// Comments, styles, scripts and all attributes go, but for the address of a link, the class of a
// paragraph and the marks of quotes: they are most of what office programs write, and the parser's
// check for repeated attributes takes 15 s for 1 MB of them. What
// is a tag is decided here; every other "<" goes on as a reference, so that the parser sees the
// same tags. Linear: what was not found once is not looked for again.

/// Rewrites HTML to its bare tags and text.
struct HTMLFence {
    private let html: [UInt8]
    private var output: [UInt8] = []
    private var position = 0
    // Closers that do not occur any more.
    private var missing: Set<[UInt8]> = []
    private var isQuotingBroken = false
    // How many elements are open, closed ones that nobody closes counted too.
    private var depth = 0
    private let depthMaximum: Int
    private let isHidingKept: Bool

    /// The same document, simplified; tags of elements that lie too deep are left out and their
    /// text is kept; whether it is said which elements nobody sees can be chosen.
    static func simplified(
        _ html: [UInt8],
        depthMaximum: Int = .max,
        isHidingKept: Bool = true
    ) -> [UInt8] {
        var fence = HTMLFence(html, depthMaximum: depthMaximum, isHidingKept: isHidingKept)
        fence.run()
        return fence.output
    }

    private init(_ html: [UInt8], depthMaximum: Int, isHidingKept: Bool) {
        self.html = html
        self.depthMaximum = depthMaximum
        self.isHidingKept = isHidingKept
        output.reserveCapacity(html.count)
        // Within an element of ours the parser does not make paragraphs of bare text.
        output += "<mail>".utf8
    }

    private mutating func run() {
        while let tag = html.firstIndex(of: UInt8(ascii: "<"), in: position..<html.count) {
            output += html[position..<tag]
            position = tag + 1
            let next = tag + 1 < html.count ? html[tag + 1] : 0
            switch next {
            case UInt8(ascii: "!") where html[(tag + 1)...].starts(with: Self.commentStart):
                skip(behind: Self.commentEnd, from: tag + 4)
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                skip(behind: Self.greater, from: tag + 2)
            case UInt8(ascii: "/"):
                endTag(at: tag)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                startTag(at: tag)
            default:
                output += Self.lessReference
            }
        }
        output += html[position...]
    }

    private static let commentStart = Array("!--".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let greater = [UInt8(ascii: ">")]
    private static let lessReference = Array("&lt;".utf8)

    // The place of a closer, remembered when there is none.
    private mutating func find(_ closer: [UInt8], from start: Int) -> Int? {
        guard start <= html.count, !missing.contains(closer) else { return nil }
        let found =
            closer.count == 1
            ? html.firstIndex(of: closer[0], in: start..<html.count)
            : html.firstIndex(of: closer, in: start..<html.count)
        if found == nil { missing.insert(closer) }
        return found
    }

    // Goes behind a closer; where there is none, only the opener is dropped and the text kept.
    private mutating func skip(behind closer: [UInt8], from start: Int) {
        position = find(closer, from: start).map { $0 + closer.count } ?? min(start, html.count)
    }

    private func name(from start: Int) -> Bytes {
        html[start...].prefix { byte in
            byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte.lowercased)
                || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
        }
    }

    private mutating func endTag(at tag: Int) {
        let name = name(from: tag + 2)
        guard let end = find(Self.greater, from: name.endIndex) else {
            output += Self.lessReference
            return
        }
        let isDeep = depth > depthMaximum
        if !name.isEmpty {
            depth = max(0, depth - 1)
            if isDeep {
                output.append(UInt8(ascii: " "))
            } else {
                output += html[tag..<name.endIndex] + Self.greater
            }
        }
        position = end + 1
    }

    private mutating func startTag(at tag: Int) {
        let name = name(from: tag + 1)
        var found = isQuotingBroken ? nil : attributes(of: name)
        if found == nil {
            // The quotes run to the end: from here on a tag ends at the next ">", quoted or not.
            isQuotingBroken = true
            found = find(Self.greater, from: name.endIndex).map { Attributes(end: $0 + 1) }
        }
        guard let attributes = found else {
            output += Self.lessReference
            return
        }
        position = attributes.end
        for hidden in ["script", "style"] where name.equalsIgnoringCase(hidden) {
            skipElement(hidden)
            return
        }
        if !Self.void.contains(where: name.equalsIgnoringCase) {
            depth += 1
            guard depth <= depthMaximum else {
                output.append(UInt8(ascii: " "))
                return
            }
        }
        output += html[tag..<name.endIndex]
        // A mark of a quote says more: quotes are told apart anyway.
        let unseen = attributes.isHidden && isHidingKept ? HTMLMark.unseen : nil
        if let mark = attributes.mark ?? unseen {
            output += " class=\"\(mark.rawValue)\"".utf8
        } else if let value = attributes.kept {
            output += name.equalsIgnoringCase("a") ? Self.address : Self.class
            for byte in value {
                switch byte {
                case UInt8(ascii: "\""): output += "&quot;".utf8
                case UInt8(ascii: "<"): output += Self.lessReference
                default: output.append(byte)
                }
            }
            output.append(UInt8(ascii: "\""))
        }
        output += Self.greater
    }

    private static let void = ["br", "img", "hr", "input", "meta", "link", "col", "wbr", "area"]
    private static let address = Array(" href=\"".utf8)
    private static let `class` = Array(" class=\"".utf8)

    // Goes before the end tag; without one the text is kept.
    private mutating func skipElement(_ name: String) {
        let key = Array(name.utf8)
        guard !missing.contains(key) else { return }
        var index = position
        while let end = html.firstIndex(of: UInt8(ascii: "<"), in: index..<html.count) {
            let rest = html[(end + 1)...]
            if rest.first == UInt8(ascii: "/"), rest.dropFirst().startsIgnoringCase(with: name) {
                position = end
                return
            }
            index = end + 1
        }
        missing.insert(key)
    }

    // MARK: - Attributes

    private struct Attributes {
        var end: Int
        var kept: Bytes? = nil
        var mark: HTMLMark? = nil
        var isHidden = false
    }

    private static let valueBytesMaximum = 2000

    // Walks to the ">" that ends a tag, past quoted values; nil where the tag does not end.
    private mutating func attributes(of element: Bytes) -> Attributes? {
        var attributes = Attributes(end: element.endIndex)
        var index = element.endIndex
        // What the layout asks for: the address of a link, the class of a paragraph.
        let wanted =
            element.equalsIgnoringCase("a")
            ? "href" : element.equalsIgnoringCase("p") ? "class" : nil
        while index < html.count {
            let byte = html[index]
            if byte == UInt8(ascii: ">") {
                attributes.end = index + 1
                return attributes
            }
            guard !byte.isBlankOrLineEnd, byte != UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let name = html[index...].prefix {
                !$0.isBlankOrLineEnd && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
            }
            index = max(name.endIndex, index + 1)
            guard let value = value(at: &index) else {
                attributes.isHidden = attributes.isHidden || name.equalsIgnoringCase("hidden")
                continue
            }
            guard value.count <= Self.valueBytesMaximum else { continue }
            if let wanted, attributes.kept == nil, name.equalsIgnoringCase(wanted) {
                attributes.kept = value
            }
            attributes.isHidden =
                attributes.isHidden
                || HTMLVisibility.isHidden(element: element, attribute: name, value: value)
            let mark = attributes.mark
            attributes.mark =
                mark ?? HTMLMark(element: element, attribute: name, value: value)
        }
        return nil
    }

    // The value behind an "="; the index moves behind it.
    private mutating func value(at index: inout Int) -> Bytes? {
        var start = index
        while start < html.count, html[start].isBlankOrLineEnd { start += 1 }
        guard start < html.count, html[start] == UInt8(ascii: "=") else { return nil }
        start += 1
        while start < html.count, html[start].isBlankOrLineEnd { start += 1 }
        guard start < html.count else { return nil }
        let quote = html[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = find([quote], from: start + 1)
        {
            index = end + 1
            return html[(start + 1)..<end]
        }
        let value = html[start...].prefix {
            !$0.isBlankOrLineEnd && $0 != UInt8(ascii: ">")
        }
        index = value.endIndex
        return value
    }
}
