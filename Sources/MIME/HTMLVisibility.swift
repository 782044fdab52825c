// What an HTML text shows to nobody: elements that their own style hides or makes nothing of.
//
// Programs hide previews of newsletters and texts for filters; nobody has written them to us. Only
// the element's own style is read. A size of nothing alone hides no block: programs write it around
// blocks whose inner elements have a size of their own.

/// Tells whether a style hides an element.
enum HTMLVisibility {
    /// Whether nobody sees the element, by one of its attributes.
    static func isHidden(element: Bytes, attribute: Bytes, value: Bytes) -> Bool {
        guard attribute.equalsIgnoringCase("style") else { return false }
        var isNothing = false
        var isSmall = false
        var isCut = false
        for declaration in value.split(separator: UInt8(ascii: ";")) {
            let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard parts.count == 2 else { continue }
            let word = parts[1].trimmed.prefix { !$0.isBlankOrLineEnd && $0 != UInt8(ascii: "!") }
            switch parts[0].trimmed {
            case let name where name.equalsIgnoringCase("display"):
                isNothing = isNothing || word.equalsIgnoringCase("none")
            case let name where name.equalsIgnoringCase("visibility"):
                isNothing = isNothing || word.equalsIgnoringCase("hidden")
            case let name where name.equalsIgnoringCase("mso-hide"):
                isNothing = isNothing || word.equalsIgnoringCase("all")
            case let name where name.equalsIgnoringCase("overflow"):
                isCut = word.equalsIgnoringCase("hidden")
            case let name where sizes.contains(where: name.equalsIgnoringCase):
                isSmall = isSmall || isZero(word)
            case let name where name.equalsIgnoringCase("font-size") && isZero(word):
                isSmall = true
                isNothing = isNothing || textual.contains(where: element.equalsIgnoringCase)
            default:
                continue
            }
        }
        return isNothing || isSmall && isCut
    }

    private static let sizes = ["max-height", "height", "max-width", "width", "opacity"]
    private static let textual = ["span", "p", "font"]

    // "0", "0px", "0.0em", and not "0.5em".
    private static func isZero(_ word: Bytes) -> Bool {
        let digits = word.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        return digits.contains(UInt8(ascii: "0"))
            && digits.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    }
}
