// The stack of contexts in which a tag's name is looked up.
//
// One place for the rule, because filling a template and checking it must agree on every name.

/// The contexts, the innermost last.
struct MustacheContext {
    private var stack: [MustacheValue]

    init(_ root: MustacheValue) { stack = [root] }

    mutating func push(_ value: MustacheValue) { stack.append(value) }

    mutating func pop() { stack.removeLast() }

    /// The first part is looked up from the innermost context outwards; the others only in what
    /// the part before them is.
    func find(_ name: MustacheName) -> MustacheValue? {
        guard let first = name.parts.first else { return stack.last }
        for context in stack.reversed() {
            guard case .group(let values) = context, let value = values[first] else { continue }
            return name.parts.dropFirst().reduce(value) { found, part in
                guard case .group(let inner)? = found else { return nil }
                return inner[part]
            }
        }
        return nil
    }
}
