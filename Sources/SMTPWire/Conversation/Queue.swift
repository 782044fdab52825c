// Those who came first go first, without moving the others at each step.

/// A queue; a long one costs no more a step than a short one.
struct Queue<Element: Sendable>: Sendable {
    private var elements: [Element?] = []
    private var gone = 0

    var count: Int { elements.count - gone }
    var isEmpty: Bool { count == 0 }
    var first: Element? { isEmpty ? nil : elements[gone] }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard let first else { return nil }
        elements[gone] = nil
        gone += 1
        // Half of the array is behind us: moving the rest now costs one step for each that went.
        if gone * 2 >= elements.count {
            elements.removeFirst(gone)
            gone = 0
        }
        return first
    }

    mutating func removeAll() -> [Element] {
        defer {
            elements = []
            gone = 0
        }
        return elements[gone...].compactMap(\.self)
    }
}
