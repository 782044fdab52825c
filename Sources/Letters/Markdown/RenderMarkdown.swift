// Markdown to HTML, through cmark. The only file that touches it.
//
// cmark is left in its safe mode: raw HTML is replaced by a comment, and dangerous link targets are
// dropped. Line breaks are kept, so that both parts of a letter have the same lines. The C buffer
// lives within this one function.

import CCmark
import Foundation

/// Writes Markdown, in UTF-8, as HTML.
package func renderMarkdown(_ markdown: [UInt8]) -> String {
    let html = unsafe markdown.withUnsafeBytes { bytes in
        let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
        return unsafe cmark_markdown_to_html(
            characters.baseAddress,
            characters.count,
            CMARK_OPT_DEFAULT | CMARK_OPT_HARDBREAKS
        )
    }
    guard let html = unsafe html else { return "" }
    defer { unsafe free(html) }
    return unsafe String(cString: html)
}
