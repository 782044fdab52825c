// A set of UIDs, kept as ranges: a mailbox of 200,000 mails without gaps is one range. It is never
// expanded: union, difference and iteration work on the ranges, and so cost what the gaps cost.
// The empty set is a value here although the wire has no word for it.

/// A set of UIDs as sorted, disjoint, non-adjacent ranges (RFC 9051, 9: `uid-set`).
package struct UIDSet: Hashable, Sendable {
    /// The ranges in ascending order; between two of them at least one UID is missing.
    package private(set) var ranges: [ClosedRange<UID>]

    /// The empty set.
    package init() { ranges = [] }

    /// The set of one UID.
    package init(_ uid: UID) { ranges = [uid...uid] }

    /// The set of all UIDs of a range.
    package init(_ range: ClosedRange<UID>) { ranges = [range] }

    /// The set of these UIDs, in any order, repeated or not.
    package init(_ uids: some Sequence<UID>) {
        self.init(joining: uids.map { $0...$0 })
    }

    /// The union of ranges in any order, overlapping or not.
    package init(joining unordered: [ClosedRange<UID>]) {
        let isOrdered = zip(unordered, unordered.dropFirst())
            .allSatisfy { $0.lowerBound <= $1.lowerBound }
        let sorted =
            isOrdered ? unordered : unordered.sorted { $0.lowerBound < $1.lowerBound }
        ranges = []
        for range in sorted { Self.append(range, to: &ranges) }
    }

    /// Whether no UID is in the set.
    package var isEmpty: Bool { ranges.isEmpty }

    /// The lowest UID.
    package var first: UID? { ranges.first?.lowerBound }

    /// The highest UID.
    package var last: UID? { ranges.last?.upperBound }

    /// How many UIDs are in the set.
    package var count: Int {
        ranges.reduce(0) { $0 + Int($1.upperBound.number - $1.lowerBound.number) + 1 }
    }

    /// Whether a UID is in the set: a binary search over the ranges.
    package func contains(_ uid: UID) -> Bool {
        let index = firstIndex(endingAtOrAfter: uid)
        return index < ranges.count && ranges[index].lowerBound <= uid
    }

    /// Adds one UID.
    package mutating func insert(_ uid: UID) {
        if let last, uid <= last {
            if !contains(uid) { self = union(UIDSet(uid)) }
        } else {
            Self.append(uid...uid, to: &ranges)
        }
    }

    /// Takes one UID out; false when it was not in the set.
    @discardableResult
    package mutating func remove(_ uid: UID) -> Bool {
        let index = firstIndex(endingAtOrAfter: uid)
        guard index < ranges.count, ranges[index].lowerBound <= uid else { return false }
        let range = ranges[index]
        var rest: [ClosedRange<UID>] = []
        if range.lowerBound < uid, let before = UID(uid.number - 1) {
            rest.append(range.lowerBound...before)
        }
        if uid < range.upperBound, let after = UID(uid.number + 1) {
            rest.append(after...range.upperBound)
        }
        ranges.replaceSubrange(index...index, with: rest)
        return true
    }

    /// The UIDs that are in either set.
    package func union(_ other: UIDSet) -> UIDSet {
        guard !other.isEmpty else { return self }
        guard !isEmpty else { return other }
        var joined: [ClosedRange<UID>] = []
        joined.reserveCapacity(ranges.count + other.ranges.count)
        var mine = ranges[...]
        var theirs = other.ranges[...]
        while let one = mine.first, let two = theirs.first {
            if one.lowerBound <= two.lowerBound {
                Self.append(one, to: &joined)
                mine = mine.dropFirst()
            } else {
                Self.append(two, to: &joined)
                theirs = theirs.dropFirst()
            }
        }
        for range in mine { Self.append(range, to: &joined) }
        for range in theirs { Self.append(range, to: &joined) }
        var result = UIDSet()
        result.ranges = joined
        return result
    }

    /// The UIDs that are in both sets.
    package func intersection(_ other: UIDSet) -> UIDSet {
        var result = UIDSet()
        var mine = ranges[...]
        var theirs = other.ranges[...]
        while let one = mine.first, let two = theirs.first {
            let low = Swift.max(one.lowerBound, two.lowerBound)
            let high = Swift.min(one.upperBound, two.upperBound)
            if low <= high { result.ranges.append(low...high) }
            if one.upperBound <= two.upperBound {
                mine = mine.dropFirst()
            } else {
                theirs = theirs.dropFirst()
            }
        }
        return result
    }

    /// The UIDs that are in this set and not in the other.
    package func subtracting(_ other: UIDSet) -> UIDSet {
        intersection(other.complement)
    }

    /// Whether no UID is in both sets.
    package func isDisjoint(with other: UIDSet) -> Bool {
        intersection(other).isEmpty
    }

    // Every UID that is not in the set.
    private var complement: UIDSet {
        var result = UIDSet()
        var next: UInt32 = 1
        for range in ranges {
            if let low = UID(next), let high = UID(range.lowerBound.number - 1), low <= high {
                result.ranges.append(low...high)
            }
            guard range.upperBound.number < UInt32.max else { return result }
            next = range.upperBound.number + 1
        }
        if let low = UID(next), let high = UID(UInt32.max) { result.ranges.append(low...high) }
        return result
    }

    // The index of the first range whose upper bound is not below the UID.
    private func firstIndex(endingAtOrAfter uid: UID) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < uid { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // Adds a range that begins at or after the beginning of the last one.
    private static func append(_ range: ClosedRange<UID>, to ranges: inout [ClosedRange<UID>]) {
        guard let last = ranges.last else {
            ranges.append(range)
            return
        }
        let touches =
            range.lowerBound <= last.upperBound
            || range.lowerBound.number - last.upperBound.number == 1
        if touches {
            ranges[ranges.count - 1] =
                last.lowerBound...Swift.max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }
}

// MARK: - Iteration

extension UIDSet: Sequence {
    /// Hands out the UIDs one by one, in ascending order, without expanding a range.
    package struct Iterator: IteratorProtocol {
        private var rest: ArraySlice<ClosedRange<UID>>
        private var next32: UInt32?

        fileprivate init(_ ranges: [ClosedRange<UID>]) {
            rest = ranges[...]
            next32 = ranges.first?.lowerBound.number
        }

        package mutating func next() -> UID? {
            guard let number = next32, let range = rest.first else { return nil }
            if number < range.upperBound.number {
                next32 = number + 1
            } else {
                rest = rest.dropFirst()
                next32 = rest.first?.lowerBound.number
            }
            return UID(number)
        }
    }

    package func makeIterator() -> Iterator { Iterator(ranges) }

    package var underestimatedCount: Int { 0 }
}
