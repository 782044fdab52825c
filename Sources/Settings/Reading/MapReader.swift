// Reads one map of a settings file, key by key, and complains of everything at once.
//
// A reader is asked for every key it may hold, whether the key is there or not; what was never
// asked for is unknown. A map that is missing is read by a silent reader, which gives every
// default and complains of nothing: so the readers need no second path, and one silent pass over
// them lists every key there is. Lists are in MapReader+List.

import Desk

/// A map and the keys that have been asked of it.
struct MapReader {
    /// The file it stands in.
    let file: FileReading
    /// Its path from the top with counted entries, such as `staff[2]`; empty at the top.
    let path: String
    /// Its path as the documentation writes it, such as `staff[]`.
    let pattern: String
    /// Where it begins.
    let position: YAMLPosition
    /// Whether it stands where a secret is referred to, so that keys are not quoted either.
    var isConfidential = false

    private let entries: [YAMLEntry]
    /// Whether the map is not there, so that nothing in it can be wrong.
    let isSilent: Bool
    /// Whether more may belong to the map than is known: the file breaks off within it.
    private let isCut: Bool
    private(set) var asked: [String] = []
    private var misplaced: [String: String] = [:]
    private var missing: [(key: String, allowed: String)] = []

    /// A reader over a node; over nil, a silent one.
    init(
        _ entries: [YAMLEntry]?,
        at position: YAMLPosition,
        path: String = "",
        pattern: String = "",
        isCut: Bool = false,
        in file: FileReading
    ) {
        self.file = file
        self.path = path
        self.pattern = pattern
        self.position = position
        self.entries = entries ?? []
        isSilent = entries == nil
        self.isCut = isCut
    }

    // MARK: Scalars

    /// A key that must be there; nil once it has been complained of.
    mutating func required<Value>(
        _ key: String,
        _ kind: ScalarKind<Value>
    ) -> Located<Value>? {
        note(key, type: kind.type, fallback: "mandatory")
        guard let node = node(key) else {
            complainOfMissing(key, allowed: kind.allowed)
            return nil
        }
        return scalar(node, of: kind, at: full(key))
    }

    /// A key that may be there; what applies otherwise is said for the documentation.
    mutating func optional<Value>(
        _ key: String,
        _ kind: ScalarKind<Value>,
        otherwise: String = "none",
        misplaced reason: String? = nil
    ) -> Located<Value>? {
        note(key, type: kind.type, fallback: otherwise)
        guard isAtHome(key, misplaced: reason), let node = node(key) else { return nil }
        return scalar(node, of: kind, at: full(key))
    }

    /// A key with a default, given as one would write it.
    mutating func value<Value>(
        _ key: String,
        _ kind: ScalarKind<Value>,
        default text: String,
        misplaced reason: String? = nil
    ) -> Value {
        let found = optional(key, kind, otherwise: text, misplaced: reason)
        guard let value = found?.value ?? kind.read(text) else {
            preconditionFailure("the default of \(key) must itself be allowed")
        }
        return value
    }

    // MARK: Maps

    /// What a nested map says; where it is missing, what its defaults say.
    mutating func map<Result>(
        _ key: String,
        isMandatory: Bool = false,
        misplaced reason: String? = nil,
        _ read: (inout MapReader) -> Result
    ) -> Result {
        let node = isAtHome(key, misplaced: reason) ? node(key) : nil
        if let node, case .mapping(let entries) = node.content {
            return inside(key, entries, at: node.position, isCut: node.isCut, read)
        }
        var silent = MapReader(
            nil,
            at: position,
            path: full(key),
            pattern: fullPattern(key),
            in: file
        )
        let result = read(&silent)
        let allowed = "a map with \(silent.keysInWords)"
        if let node {
            complainOfShape(node, at: full(key), allowed: allowed)
        } else if isMandatory {
            complainOfMissing(key, allowed: allowed)
        }
        return result
    }

    /// Reads a map that is already known to be one, and reports what it holds beyond its keys.
    func inside<Result>(
        _ key: String,
        _ entries: [YAMLEntry],
        at position: YAMLPosition,
        isCut: Bool = false,
        isConfidential: Bool = false,
        _ read: (inout MapReader) -> Result
    ) -> Result {
        var reader = MapReader(
            entries,
            at: position,
            path: full(key),
            pattern: fullPattern(key),
            isCut: isCut,
            in: file
        )
        reader.isConfidential = isConfidential
        let result = read(&reader)
        reader.finish()
        return result
    }

    // MARK: What the keys are

    /// The value of a key, after noting that the key is known.
    mutating func node(_ key: String) -> YAMLNode? {
        if !asked.contains(key) { asked.append(key) }
        return entries.first { $0.key == key }?.value
    }

    /// Whether a key was written.
    func has(_ key: String) -> Bool {
        entries.contains { $0.key == key }
    }

    /// Where a key's value stands; where the map begins, if the key is not there.
    func place(of key: String) -> YAMLPosition {
        entries.first { $0.key == key }?.value.position ?? position
    }

    /// Whether something was written that nobody asked for.
    var hasUnknownKeys: Bool {
        entries.contains { !asked.contains($0.key) }
    }

    /// Whether nothing can be said of what is not there: no map at all, one within which the file
    /// breaks off, or one that takes more in by `<<`, which is refused and told as such.
    var mayLack: Bool { isSilent || isCut || has("<<") }

    /// Notes that a key must be in this map and is not.
    mutating func complainOfMissing(_ key: String, allowed: String) {
        if !mayLack { missing.append((key, allowed)) }
    }

    /// Reports the keys that nobody asked for, those that stand twice, and those that are missing;
    /// a key that was only mistyped counts as unknown, not as missing too.
    func finish() {
        var seen: [String: YAMLPosition] = [:]
        var meant: Set<String> = []
        for entry in entries {
            if let first = seen[entry.key] {
                complainOfDuplicate(entry, first: first)
                continue
            }
            seen[entry.key] = entry.keyPosition
            guard !asked.contains(entry.key) else { continue }
            let near = NearMiss.of(entry.key, among: asked)
            if let near { meant.insert(near) }
            complainOfUnknown(entry, near: near)
        }
        let home = path.isEmpty ? "at the top level" : "in \(shown(path))"
        for (key, allowed) in missing where !meant.contains(key) {
            file.complain(
                .missingKey,
                at: position,
                "missing key \(shown(key)) \(home); allowed: \(allowed)"
            )
        }
    }

    /// A key's path from the top, for errors.
    func full(_ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// A key's path from the top, for the documentation.
    func fullPattern(_ key: String) -> String {
        pattern.isEmpty ? key : "\(pattern).\(key)"
    }

    /// Notes a key for the documentation.
    func note(_ key: String, type: String, fallback: String) {
        file.note(fullPattern(key), type: type, fallback: fallback)
    }

    private mutating func isAtHome(_ key: String, misplaced reason: String?) -> Bool {
        guard let reason else { return true }
        misplaced[key] = reason
        return false
    }
}

// MARK: - Values and complaints

extension MapReader {
    /// A scalar of the kind that is wanted; nil once it has been complained of.
    func scalar<Value>(
        _ node: YAMLNode,
        of kind: ScalarKind<Value>,
        at path: String
    ) -> Located<Value>? {
        guard case .scalar(let text, _) = node.content, !node.isNothing else {
            complainOfShape(node, at: path, allowed: kind.allowed)
            return nil
        }
        if let value = kind.read(text) { return Located(value: value, position: node.position) }
        let found = kind.isShown ? shown(text) : "a value (not shown here)"
        let meant = kind.suggestion(text).map { "; did you mean \(shown($0))?" } ?? ""
        file.complain(
            .wrongValue,
            at: node.position,
            "\(shown(path)): found \(found); allowed: \(kind.allowed)\(meant)"
        )
        return nil
    }

    /// Complains that a value has the wrong shape.
    func complainOfShape(_ node: YAMLNode, at path: String, allowed: String) {
        // A bracket where the file breaks off may itself be the mistake.
        guard !node.isCut else { return }
        let found =
            switch node.content {
            case .refused, .unread: nil as String?
            case .scalar where node.isNothing: "nothing"
            case .scalar(let text, _): isConfidential ? "a value (not shown here)" : shown(text)
            case .sequence: "a list"
            case .mapping: "a map"
            }
        guard let found else { return }
        file.complain(
            .wrongValue,
            at: node.position,
            "\(shown(path)): found \(found); allowed: \(allowed)"
        )
    }

    private func complainOfUnknown(_ entry: YAMLEntry, near: String?) {
        // In a secret's place a stray key may be the secret; a near miss surely is none.
        let name = isConfidential && near == nil ? "(not shown here)" : shown(entry.key)
        let home = path.isEmpty ? "" : " in \(shown(path))"
        let meant = near.map { "; did you mean \(shown($0))?" } ?? ""
        let reason = misplaced[entry.key].map { "; \($0)" } ?? ""
        file.complain(
            .unknownKey,
            at: entry.keyPosition,
            "unknown key \(name)\(home)\(reason)\(meant)"
                + (meant.isEmpty ? "; allowed" : " Allowed") + ": "
                + (asked.isEmpty ? "no key" : keysInWords)
        )
    }

    private func complainOfDuplicate(_ entry: YAMLEntry, first: YAMLPosition) {
        let isKnown = asked.contains(entry.key)
        let name = isConfidential && !isKnown ? "(not shown here)" : shown(entry.key)
        file.complain(
            .duplicateKey,
            at: entry.keyPosition,
            "the key \(name) stands twice in one map, first at \(first.line):\(first.column); "
                + "keep one"
        )
    }
}
