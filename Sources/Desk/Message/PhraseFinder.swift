// Many phrases found in one pass over a text (Aho and Corasick, 1975): the cost is that of the text, not
// of the number of phrases. Rules with long lists use it; a rule with three words needs none.

/// A set of phrases, made once, that is found in any text in linear time.
struct PhraseFinder: Sendable {
    // Bytes that occur in no phrase share class 0 and lead back to the root.
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount = 1
    // The automaton: one row of `classCount` cells a state; state 0 is the root.
    private var next: [Int32] = []
    // Which phrase ends at a state, and the nearest shorter state at which another ends; -1: none.
    private var ending: [Int32] = []
    private var shorter: [Int32] = []

    /// Makes a finder; a phrase is known by its place in the list, the first where it stands twice.
    init(_ phrases: [String]) {
        for byte in phrases.flatMap(\.utf8) where classes[Int(byte)] == 0 {
            precondition(classCount < 256, "phrases use fewer than 255 different bytes")
            classes[Int(byte)] = UInt8(classCount)
            classCount += 1
        }
        addState()
        for (place, phrase) in phrases.enumerated() { add(phrase, at: place) }
        linkShorterStates()
    }

    /// The places of the phrases that occur, in the list's order.
    func phrases(in bytes: ArraySlice<UInt8>) -> [Int] {
        var found: Set<Int32> = []
        var state: Int32 = 0
        for byte in bytes {
            state = next[Int(state) * classCount + Int(classes[Int(byte)])]
            var end = ending[Int(state)] >= 0 ? state : shorter[Int(state)]
            while end > 0 {
                found.insert(ending[Int(end)])
                end = shorter[Int(end)]
            }
        }
        return found.map { Int($0) }.sorted()
    }

    private mutating func addState() {
        next.append(contentsOf: repeatElement(-1, count: classCount))
        ending.append(-1)
        shorter.append(-1)
    }

    private mutating func add(_ phrase: String, at place: Int) {
        var state = 0
        for byte in phrase.utf8 {
            let cell = state * classCount + Int(classes[Int(byte)])
            if next[cell] < 0 {
                next[cell] = Int32(ending.count)
                addState()
            }
            state = Int(next[cell])
        }
        if state > 0, ending[state] < 0 { ending[state] = Int32(place) }
    }

    // Level by level: a missing step is the step that the longest proper suffix would take.
    private mutating func linkShorterStates() {
        var suffix = [Int32](repeating: 0, count: ending.count)
        var queue: [Int] = []
        for cell in 0..<classCount {
            if next[cell] < 0 {
                next[cell] = 0
            } else {
                queue.append(Int(next[cell]))
            }
        }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            let fallback = Int(suffix[state])
            shorter[state] = ending[fallback] >= 0 ? Int32(fallback) : shorter[fallback]
            for letter in 0..<classCount {
                let cell = state * classCount + letter
                let step = next[fallback * classCount + letter]
                if next[cell] < 0 {
                    next[cell] = step
                } else {
                    suffix[Int(next[cell])] = step
                    queue.append(Int(next[cell]))
                }
            }
        }
    }
}
