// Lists in a settings file: of scalars, and of maps.
//
// Entries are counted from 1 in errors (`staff[2]`), as a person counts them.

extension MapReader {
    /// A list of scalars: empty where the key is not there, nil once it has been complained of.
    mutating func list<Value>(
        _ key: String,
        of kind: ScalarKind<Value>,
        fallback: String = "none"
    ) -> [Located<Value>]? {
        note(key, type: "list: \(kind.type)", fallback: fallback)
        let isMandatory = fallback == "mandatory"
        guard let node = node(key) else {
            if isMandatory {
                complainOfMissing(key, allowed: "a list; each entry: \(kind.allowed)")
            }
            return isMandatory ? nil : []
        }
        guard case .sequence(let nodes) = node.content, !(nodes.isEmpty && isMandatory) else {
            complainOfList(node, key, allowed: "a list; each entry: \(kind.allowed)")
            return nil
        }
        let values = nodes.enumerated().map { index, node in
            scalar(node, of: kind, at: "\(full(key))[\(index + 1)]")
        }
        let found = values.compactMap(\.self)
        return found.count == values.count ? found : nil
    }

    /// A list of scalars in which nothing may stand twice.
    mutating func distinctList<Value: Hashable>(
        _ key: String,
        of kind: ScalarKind<Value>,
        fallback: String = "none"
    ) -> [Located<Value>]? {
        guard let values = list(key, of: kind, fallback: fallback) else { return nil }
        var seen: [Value: YAMLPosition] = [:]
        for value in values {
            if let first = seen[value.value] {
                file.complain(
                    .conflict,
                    at: value.position,
                    "\(shown(full(key))): this stands twice in the list, first at "
                        + "\(first.line):\(first.column); keep one"
                )
            } else {
                seen[value.value] = value.position
            }
        }
        return seen.count == values.count ? values : nil
    }

    /// A mandatory list of maps with at least one entry; nil once it has been complained of.
    mutating func maps<Result>(
        _ key: String,
        _ read: (inout MapReader) -> Result
    ) -> [Result]? {
        let allowed = allowedMaps(key, read)
        guard let node = node(key) else {
            complainOfMissing(key, allowed: allowed)
            return nil
        }
        guard case .sequence(let nodes) = node.content, !nodes.isEmpty else {
            complainOfList(node, key, allowed: allowed)
            return nil
        }
        return entries(nodes, key, read).map(\.value)
    }

    /// A list of maps that may be missing or empty, each with its place; nil once something in it
    /// has been complained of.
    mutating func optionalMaps<Result>(
        _ key: String,
        _ read: (inout MapReader) -> Result?
    ) -> [Located<Result>]? {
        let allowed = allowedMaps(key, read)
        guard let node = node(key) else { return [] }
        guard case .sequence(let nodes) = node.content else {
            complainOfList(node, key, allowed: allowed)
            return nil
        }
        let errorsBefore = file.errors.count
        let found = entries(nodes, key, read).compactMap { entry in
            entry.value.map { Located(value: $0, position: entry.position) }
        }
        return file.errors.count == errorsBefore ? found : nil
    }

    // A silent pass over the readers of an entry lists their keys.
    private func allowedMaps<Result>(
        _ key: String,
        _ read: (inout MapReader) -> Result
    ) -> String {
        let pattern = fullPattern(key) + "[]"
        var silent = MapReader(nil, at: position, path: full(key), pattern: pattern, in: file)
        _ = read(&silent)
        return "a list of maps, each with \(silent.keysInWords)"
    }

    private func entries<Result>(
        _ nodes: [YAMLNode],
        _ key: String,
        _ read: (inout MapReader) -> Result
    ) -> [Located<Result>] {
        nodes.enumerated().compactMap { index, node in
            let path = "\(full(key))[\(index + 1)]"
            let pattern = fullPattern(key) + "[]"
            guard case .mapping(let entries) = node.content else {
                var silent = MapReader(nil, at: position, path: path, pattern: pattern, in: file)
                _ = read(&silent)
                complainOfShape(node, at: path, allowed: "a map with \(silent.keysInWords)")
                return nil
            }
            var reader = MapReader(
                entries,
                at: node.position,
                path: path,
                pattern: pattern,
                isCut: node.isCut,
                in: file
            )
            let result = read(&reader)
            reader.finish()
            return Located(value: result, position: node.position)
        }
    }

    /// The keys that have been asked for, as errors list them.
    var keysInWords: String { asked.joined(separator: ", ") }

    private func complainOfList(_ node: YAMLNode, _ key: String, allowed: String) {
        guard case .sequence = node.content else {
            complainOfShape(node, at: full(key), allowed: allowed)
            return
        }
        guard !node.isCut else { return }
        file.complain(
            .wrongValue,
            at: node.position,
            "\(shown(full(key))): found an empty list; allowed: \(allowed)"
        )
    }
}
