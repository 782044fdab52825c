// Values for tests, made where they are needed: a value that cannot be made fails the test that
// wanted it, at the place where it was wanted. Random numbers depend on a seed alone, so that every
// failure can be played again.

import IMAPWire
import Testing

func uid(_ number: UInt32, at place: SourceLocation = #_sourceLocation) throws -> UID {
    try #require(UID(number), sourceLocation: place)
}

func uidSet(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> UIDSet {
    text.isEmpty ? UIDSet() : try #require(UIDSet(parsing: text.utf8), sourceLocation: place)
}

func mailbox(_ name: String, at place: SourceLocation = #_sourceLocation) throws -> MailboxName {
    try #require(MailboxName(name), sourceLocation: place)
}

func limits(
    _ bytes: Int = 100_000,
    at place: SourceLocation = #_sourceLocation
) throws -> Limits {
    try #require(Limits(literalBytesMaximum: bytes), sourceLocation: place)
}

extension String {
    /// The bytes of a text.
    var bytes: [UInt8] { Array(utf8) }
}

/// A generator whose numbers depend on its seed alone.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Seeds that follow each other must not give sequences that follow each other.
    init(seed: UInt64) { state = (seed ^ (seed << 32)) &* 0xD6E8_FEB8_6659_FD93 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Something that a test needed was not there.
struct Miss: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
