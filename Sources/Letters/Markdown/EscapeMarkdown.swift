// The escape function of letters: a value comes out of Markdown as the characters that it is.
//
// CommonMark lets every ASCII punctuation character be written with a backslash before it, and
// every mark of its syntax contains one: escaping all of them leaves nothing that could become a
// link, an image, a tag, an entity, emphasis, code or a block. The one thing that needs no
// punctuation, white space at the edges of a line, is gone before (VisibleText).

/// What every value holds in a letter's Markdown, so that a link's target which was made from one
/// is known from one that the house wrote: U+FDD0, which is no character, and which VisibleText
/// takes out of values.
let valueMark: [UInt8] = [0xEF, 0xB7, 0x90]

/// Appends a text with a backslash before every ASCII punctuation character.
package func escapeMarkdown(_ text: String, _ output: inout [UInt8]) {
    let bytes = text.utf8Span.span
    output.append(addingCapacity: 2 * bytes.count) { room in
        for index in bytes.indices {
            switch bytes[index] {
            case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
                room.append(UInt8(ascii: "\\"))
            default: break
            }
            room.append(bytes[index])
        }
    }
}
