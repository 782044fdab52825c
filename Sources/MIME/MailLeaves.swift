// The parts of a mail with their fields read once and their role decided: text, file or report.

import Desk

/// The leaves of a mail, in order and as a tree.
struct MailLeaves {
    /// One leaf with its role.
    struct Leaf {
        let content: PartContent
        let isFile: Bool
    }

    /// The tree as the choice of the text needs it.
    indirect enum Node {
        case leaf(Leaf)
        case multipart(String, [Node])
    }

    /// The top of the tree.
    let root: Node
    /// All leaves in order.
    private(set) var all: [Leaf] = []

    /// Reads the fields of all leaves.
    init(_ tree: PartTree, limits: ReadingLimits, defects: inout Set<MessageDefect>) {
        var leaves: [Leaf] = []
        root = Self.node(
            tree.root,
            isWholeMail: true,
            of: tree,
            limits: limits,
            leaves: &leaves,
            defects: &defects
        )
        all = leaves
    }

    private static func node(
        _ part: Part,
        isWholeMail: Bool,
        of tree: PartTree,
        limits: ReadingLimits,
        leaves: inout [Leaf],
        defects: inout Set<MessageDefect>
    ) -> Node {
        if case .multipart(let parts) = part.kind {
            let type = part.header.first("content-type").map { raw in
                StructuredField(raw, limits: limits).value
            }
            var nodes: [Node] = []
            for child in parts {
                let node = node(
                    child,
                    isWholeMail: false,
                    of: tree,
                    limits: limits,
                    leaves: &leaves,
                    defects: &defects
                )
                nodes.append(node)
            }
            return .multipart(type ?? "multipart/mixed", nodes)
        }
        let content = PartContent(part, of: tree, limits: limits, defects: &defects)
        let leaf = Leaf(content: content, isFile: content.isFile(isWholeMail: isWholeMail))
        leaves.append(leaf)
        return .leaf(leaf)
    }
}
