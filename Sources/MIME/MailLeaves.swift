// The parts of a mail with their fields read once and their role decided: text, file or report.
//
// Containers are opened here: the mail within an S/MIME signature becomes part of the tree, the
// contents of a winmail.dat stand with their leaf.

import Desk

/// The leaves of a mail, in order and as a tree.
struct MailLeaves {
    /// One leaf with its role.
    struct Leaf {
        let content: PartContent
        let isFile: Bool
        /// What it holds, where it is a winmail.dat.
        var winmail: TNEF?
    }

    /// The tree as the choice of the text needs it.
    indirect enum Node {
        case leaf(Leaf)
        case multipart(String, [Node])
    }

    /// The top of the tree.
    let root: Node
    /// All leaves in order.
    let all: [Leaf]

    /// Reads the fields of all leaves.
    init(_ tree: PartTree, limits: ReadingLimits, defects: inout Set<MessageDefect>) {
        var collector = LeafCollector(limits: limits)
        root = collector.node(tree.root, isWholeMail: true, of: tree)
        all = collector.leaves
        defects.formUnion(collector.defects)
    }
}

/// Goes through a tree once.
private struct LeafCollector {
    var leaves: [MailLeaves.Leaf] = []
    var defects: Set<MessageDefect> = []
    private let limits: ReadingLimits
    private var openedDepth = 0

    init(limits: ReadingLimits) {
        self.limits = limits
    }

    mutating func node(_ part: Part, isWholeMail: Bool, of tree: PartTree) -> MailLeaves.Node {
        if case .multipart(let parts) = part.kind {
            let type = part.header.first("content-type").map { raw in
                StructuredField(raw, limits: limits).value
            }
            if type == "multipart/encrypted" { defects.insert(.encrypted) }
            let nodes = parts.map { node($0, isWholeMail: false, of: tree) }
            return .multipart(type ?? "multipart/mixed", nodes)
        }
        let content = PartContent(part, of: tree, limits: limits, defects: &defects)
        let isFile = content.isFile(isWholeMail: isWholeMail)
        var leaf = MailLeaves.Leaf(content: content, isFile: isFile)
        if content.isWinmail { leaf.winmail = winmail(content) }
        // Before the file that they come out of, as where a mail is signed in two pieces.
        let signed = content.isSecured ? signedMail(content) : nil
        leaves.append(leaf)
        guard let signed else { return .leaf(leaf) }
        return .multipart("multipart/mixed", [signed, .leaf(leaf)])
    }

    private mutating func winmail(_ content: PartContent) -> TNEF? {
        let bytes = content.decoded(bytesMaximum: limits.openedBytes, defects: &defects)
        let winmail = TNEF(bytes, limits: limits, defects: &defects)
        if winmail?.isBroken != false { defects.insert(.brokenWinmail) }
        return winmail
    }

    // A signature may hold another one.
    private mutating func signedMail(_ content: PartContent) -> MailLeaves.Node? {
        guard openedDepth < limits.openedDepth else {
            defects.insert(.nestingCut)
            return nil
        }
        let bytes = content.decoded(bytesMaximum: limits.openedBytes, defects: &defects)
        switch SecuredContent(bytes) {
        case .encrypted:
            defects.insert(.encrypted)
            return nil
        case .unknown:
            return nil
        case .signed(let mail):
            let copy = StructureGuard.shorterCopy(of: mail, limits: limits, defects: &defects)
            let header = HeaderBlock(copy ?? mail, limits: limits)
            let tree = PartTree(copy ?? mail, header: header, limits: limits, defects: &defects)
            guard let tree else { return nil }
            openedDepth += 1
            defer { openedDepth -= 1 }
            return node(tree.root, isWholeMail: false, of: tree)
        }
    }
}
