// The escape function of HTML: for the frame of the HTML part, and for the specification's cases.
// What it writes is text wherever HTML has text or a quoted attribute, and nothing else.

/// Appends a text with the characters that mean something in HTML as references; safe in text and
/// between quotes.
package func escapeHTML(_ text: String, _ output: inout [UInt8]) {
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): output += "&amp;".utf8
        case UInt8(ascii: "<"): output += "&lt;".utf8
        case UInt8(ascii: ">"): output += "&gt;".utf8
        case UInt8(ascii: "\""): output += "&quot;".utf8
        case UInt8(ascii: "'"): output += "&#39;".utf8
        default: output.append(byte)
        }
    }
}
