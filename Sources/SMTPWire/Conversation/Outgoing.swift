// The bytes that wait to be written, and the exact knowledge of how far they have gone.
//
// A transport can fail between taking bytes and saying so. Hence three places: what was certainly
// written, what is in the transport's hands, and what it has never seen. A mark (the final dot's
// place in the stream) has been handed over unless it is among the bytes never seen.

/// One piece of output, and its place in the whole stream.
struct Outgoing: Sendable {
    private var bytes: [UInt8] = []
    private var position = 0
    private var base = 0
    private var isOffered = false

    /// Whether the piece is written, so that the next one can be made.
    var isDrained: Bool { position == bytes.count }

    /// Where in the stream the next byte will stand.
    var end: Int { base + bytes.count }

    /// Whether a byte of the stream may have left.
    func mayHaveLeft(_ mark: Int) -> Bool {
        mark < (isOffered ? end : base + position)
    }

    /// Begins the next piece.
    mutating func beginPiece() {
        precondition(isDrained, "A piece was made although the last one is not written.")
        base += bytes.count
        position = 0
        isOffered = false
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds to the piece; only before it is offered, so that its bytes never move.
    mutating func add(_ build: (inout [UInt8]) -> Void) {
        precondition(!isOffered, "Bytes were added to a piece that the transport holds.")
        build(&bytes)
    }

    /// The rest of the piece; from now on the transport may have written all of it.
    mutating func offer() -> ArraySlice<UInt8> {
        isOffered = !isDrained
        return bytes[position...]
    }

    /// The transport wrote so many bytes of the offer and certainly no more.
    mutating func didWrite(_ count: Int) {
        precondition(
            count == 0 || isOffered,
            "Bytes were reported as written that had not been given out."
        )
        precondition(
            count >= 0 && count <= bytes.count - position,
            "More bytes were reported as written than had been given out."
        )
        position += count
        isOffered = false
    }

    /// Forgets what was never written: the session is over.
    mutating func discard() {
        bytes = []
        position = 0
        isOffered = false
    }
}
