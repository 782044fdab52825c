// What Package.swift says, read from its text: the targets, their dependencies and settings.
//
// Asking the package manager would be exact and slow, and impossible while it runs the tests. The
// manifest of this house is plain enough to be read: one call for each target, names in quotes.

/// The targets of a manifest.
struct Manifest: Sendable {
    /// One target.
    struct Target: Sendable {
        /// `target`, `executableTarget`, `testTarget` or `systemLibrary`.
        let kind: String
        let name: String
        /// Where it lies, when it does not lie where it is expected.
        let path: String?
        let dependencies: [String]
        /// Whether it is built with the list `strict`.
        let isStrict: Bool
        /// The line on which it begins.
        let line: Int

        /// Where it lies.
        var folder: String {
            path ?? (kind == "testTarget" ? "Tests/" : "Sources/") + name
        }
    }

    let targets: [Target]

    private static let kinds: Set = ["executableTarget", "systemLibrary", "target", "testTarget"]

    init(_ text: String) {
        let source = SourceText(text)
        targets = source.words.compactMap { word in
            guard Self.kinds.contains(word.text), source.hasCode(".", at: word.offset - 1),
                source.hasCode("(", at: word.end),
                let end = source.closingBracket(of: word.end)
            else { return nil }
            let range = word.end..<end
            guard let name = Self.texts(labelled: "name", in: range, of: source).first
            else { return nil }
            return Target(
                kind: word.text,
                name: name,
                path: Self.texts(labelled: "path", in: range, of: source).first,
                dependencies: Self.texts(labelled: "dependencies", in: range, of: source),
                isStrict: source.words.contains {
                    range.contains($0.offset) && $0.text == "swiftSettings"
                        && Self.isStrict(at: $0.end, in: source)
                },
                line: source.line(at: word.offset)
            )
        }
    }

    // The list itself, and nothing added to it.
    private static func isStrict(at offset: Int, in source: SourceText) -> Bool {
        let list = ": strict"
        let after = source.codeByte(offset + list.utf8.count)
        return source.hasCode(list, at: offset) && ",)\n".utf8.contains(after)
    }

    // The strings of `label: "…"` or `label: ["…", "…"]`.
    private static func texts(
        labelled label: String,
        in range: Range<Int>,
        of source: SourceText
    ) -> [String] {
        let word = source.words.first { range.contains($0.offset) && $0.text == label }
        guard let word, source.hasCode(": ", at: word.end) else { return [] }
        let start = word.end + 2
        if source.hasCode("[", at: start) {
            return source.texts(in: start..<(source.closingBracket(of: start) ?? range.upperBound))
        }
        return source.texts(in: start..<range.upperBound).prefix(1).map { $0 }
    }
}
