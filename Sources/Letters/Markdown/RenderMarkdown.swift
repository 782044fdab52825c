// Markdown to HTML, through cmark. The only file that touches it.
//
// cmark is left in its safe mode: raw HTML is replaced by a comment, and dangerous link targets are
// dropped. No image comes out, and no link whose target was made from a value: what stood between
// their brackets stays as text. Line breaks are kept, so that both parts of a letter have the same
// lines. The tree lives within this file's one initializer.

import CCmark
import Foundation

/// Writes Markdown, in UTF-8, as HTML.
package func renderMarkdown(_ markdown: [UInt8]) -> String { MarkdownPage(markdown).html }

/// A piece of Markdown as HTML, and what in it deserves an error when it stands in a template.
struct MarkdownPage {
    /// Something that a letter does not send, or must not hold.
    struct Finding: Hashable {
        enum Sort: Hashable {
            /// An image; left out.
            case image
            /// A link to where a value says; left out.
            case target
            /// HTML; left out.
            case markup
            /// A value within code; it stays.
            case code
        }

        var sort: Sort
        /// Where it begins in the Markdown: lines and columns from 1, columns in bytes.
        var line: Int
        var column: Int
    }

    let html: String
    /// In the order of the text.
    private(set) var findings: [Finding] = []

    init(_ markdown: [UInt8]) {
        let options = CMARK_OPT_DEFAULT | CMARK_OPT_HARDBREAKS
        let root = unsafe markdown.withUnsafeBytes { bytes in
            let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
            return unsafe cmark_parse_document(
                characters.baseAddress,
                characters.count,
                options
            )
        }
        guard let root = unsafe root else {
            html = ""
            return
        }
        defer { unsafe cmark_node_free(root) }
        findings = unsafe Self.cleaned(root)
        guard let written = unsafe cmark_render_html(root, options) else {
            html = ""
            return
        }
        defer { unsafe free(written) }
        html = unsafe Self.unmarked(UnsafeRawBufferPointer(start: written, count: strlen(written)))
    }

    // MARK: - The tree

    /// Takes out of a tree what no letter sends, and tells of it.
    private static func cleaned(_ root: OpaquePointer) -> [Finding] {
        var findings: [Finding] = []
        guard let walk = unsafe cmark_iter_new(root) else { return [] }
        defer { unsafe cmark_iter_free(walk) }
        while true {
            let event = unsafe cmark_iter_next(walk)
            guard event != CMARK_EVENT_DONE else { return findings }
            guard let node = unsafe cmark_iter_get_node(walk),
                let sort = unsafe sort(of: node)
            else { continue }
            let mustGo = sort == .image || sort == .target
            // A node that holds others may only go once the walk has left it.
            guard mustGo == (event == CMARK_EVENT_EXIT) else { continue }
            let line = Int(unsafe cmark_node_get_start_line(node))
            let column = Int(unsafe cmark_node_get_start_column(node))
            findings.append(Finding(sort: sort, line: line, column: column))
            if mustGo { unsafe unwrap(node) }
        }
    }

    private static func sort(of node: OpaquePointer) -> Finding.Sort? {
        switch unsafe cmark_node_get_type(node) {
        case CMARK_NODE_IMAGE:
            .image
        case CMARK_NODE_LINK:
            unsafe isMarked(cmark_node_get_url(node)) ? .target : nil
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
            .markup
        case CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
            unsafe isMarked(cmark_node_get_literal(node)) ? .code : nil
        default:
            nil
        }
    }

    private static func isMarked(_ text: UnsafePointer<CChar>?) -> Bool {
        guard let text = unsafe text else { return false }
        var rest = unsafe String(cString: text).utf8[...]
        while let found = rest.firstIndex(of: valueMark[0]) {
            rest = rest[found...]
            if rest.starts(with: valueMark) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    private static func unwrap(_ node: OpaquePointer) {
        while let child = unsafe cmark_node_first_child(node) {
            // A child that may not stand there goes with its parent.
            guard unsafe cmark_node_insert_before(node, child) == 1 else { break }
        }
        unsafe cmark_node_unlink(node)
        unsafe cmark_node_free(node)
    }

    private static func unmarked(_ html: UnsafeRawBufferPointer) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(html.count)
        var rest = unsafe Array(html)[...]
        while let found = rest.firstIndex(of: valueMark[0]) {
            bytes += rest[..<found]
            rest = rest[found...]
            let isMark = rest.starts(with: valueMark)
            if !isMark { bytes.append(valueMark[0]) }
            rest = rest.dropFirst(isMark ? valueMark.count : 1)
        }
        bytes += rest
        return String(decoding: bytes, as: UTF8.self)
    }
}
