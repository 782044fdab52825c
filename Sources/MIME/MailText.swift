// Which parts of a mail are its text, and which are files.
//
// A plain part wins over its HTML form; texts that stand side by side are joined in their order;
// an enclosed mail is a file. HTML is turned into text only where no plain text says the same.

import Desk

/// Chooses and reads the text of a mail.
struct MailText {
    /// The text that was found.
    struct Found {
        /// The text; LF line ends.
        var text: [UInt8]
        /// Whether it was made from HTML.
        var isFromHTML: Bool
        /// The files that stood in it.
        var files: [OpenedFile] = []
    }

    private let limits: ReadingLimits
    private let leaves: MailLeaves

    /// Looks at leaves that were read before.
    init(_ leaves: MailLeaves, limits: ReadingLimits) {
        self.leaves = leaves
        self.limits = limits
    }

    /// The text of the whole mail.
    func read(defects: inout Set<MessageDefect>) -> Found? {
        let found = text(of: leaves.root, allowsHTML: true, defects: &defects)
        if let found, !Self.isBlank(found) { return found }
        // Outlook may put the text into its container only.
        let enclosed = leaves.all.lazy.compactMap(\.winmail?.text).first { !Self.isBlank($0) }
        guard var enclosed else { return found }
        enclosed.files = found?.files ?? []
        return enclosed
    }

    private func text(
        of node: MailLeaves.Node,
        allowsHTML: Bool,
        defects: inout Set<MessageDefect>
    ) -> Found? {
        switch node {
        case .leaf(let leaf):
            return text(of: leaf, allowsHTML: allowsHTML, defects: &defects)
        case .multipart(let type, let children) where type == "multipart/alternative":
            return alternative(children, allowsHTML: allowsHTML, defects: &defects)
        case .multipart(let type, let children) where type == "multipart/related":
            // The first part is the text; the others are what it shows.
            for child in children {
                let found = text(of: child, allowsHTML: allowsHTML, defects: &defects)
                if let found, !Self.isBlank(found) { return found }
            }
            return nil
        case .multipart(_, let children):
            return joined(children, allowsHTML: allowsHTML, defects: &defects)
        }
    }

    private func text(
        of leaf: MailLeaves.Leaf,
        allowsHTML: Bool,
        defects: inout Set<MessageDefect>
    ) -> Found? {
        guard !leaf.isFile, leaf.content.isText else { return nil }
        guard leaf.content.type == "text/html" else {
            return leaf.content.plainText(limits: limits, defects: &defects)
        }
        guard allowsHTML else { return nil }
        let html = leaf.content.page(bytesMaximum: limits.htmlBytes, defects: &defects)
        let text = HTMLText.read(html, limits: limits, defects: &defects)
        return Found(text: text, isFromHTML: true)
    }

    // First anything plain that is not blank and not a mere excuse, then anything at all.
    private func alternative(
        _ children: [MailLeaves.Node],
        allowsHTML: Bool,
        defects: inout Set<MessageDefect>
    ) -> Found? {
        var blank: Found?
        for child in children {
            let found = text(of: child, allowsHTML: false, defects: &defects)
            if let found, !Self.isBlank(found), !HTMLExcuse.isAll(of: found.text) { return found }
            blank = blank ?? found
        }
        guard allowsHTML else { return blank }
        for child in children {
            let found = text(of: child, allowsHTML: true, defects: &defects)
            if let found, !Self.isBlank(found), !HTMLExcuse.isAll(of: found.text) { return found }
        }
        return blank
    }

    private func joined(
        _ children: [MailLeaves.Node],
        allowsHTML: Bool,
        defects: inout Set<MessageDefect>
    ) -> Found? {
        var whole: Found?
        for child in children {
            guard let found = text(of: child, allowsHTML: allowsHTML, defects: &defects) else {
                continue
            }
            guard var joined = whole.take() else {
                whole = found
                continue
            }
            guard joined.text.count + found.text.count <= limits.textBytes else {
                defects.insert(.textCut)
                return joined
            }
            if let last = joined.text.last, last != .lineFeed { joined.text.append(.lineFeed) }
            joined.text += found.text
            joined.isFromHTML = joined.isFromHTML || found.isFromHTML
            joined.files += found.files
            whole = joined
        }
        return whole
    }

    private static func isBlank(_ found: Found) -> Bool {
        found.text.allSatisfy(\.isBlankOrLineEnd)
    }
}
