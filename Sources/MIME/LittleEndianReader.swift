// Values of Windows programs, lowest byte first. Every read is checked: where the bytes end there
// is no value, and nobody computes with a length that was not looked at.

/// Reads bytes from front to back.
struct LittleEndianReader {
    /// What is not read yet.
    private(set) var rest: Bytes

    /// Begins at the first byte.
    init(_ bytes: Bytes) {
        rest = bytes
    }

    /// So many bytes; nil, and nothing read, where there are not so many.
    mutating func take(_ count: Int) -> Bytes? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// So many bytes, and those that fill them up to a multiple of four.
    mutating func takePadded(_ count: Int) -> Bytes? {
        guard let taken = take(count) else { return nil }
        rest = rest.dropFirst((4 - count % 4) % 4)
        return taken
    }

    /// A number of one byte.
    mutating func byte() -> Int? { number(1) }

    /// A number of two bytes.
    mutating func short() -> Int? { number(2) }

    /// A number of four bytes.
    mutating func long() -> Int? { number(4) }

    private mutating func number(_ count: Int) -> Int? {
        take(count).map { bytes in bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
    }
}
