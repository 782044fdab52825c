// SHA-256 in pieces: by the processor's own instructions where it has them, else by GLib.
//
// What is given need not come in blocks of 64 bytes: a rest waits for the next piece, and whole
// blocks are hashed where they lie.

import CGMime
import CSHA

/// Hashes bytes as they come.
// GLib's checksum is made, fed and freed here and never handed out.
@safe
package struct SHA256: ~Copyable {
    private var blocks = BlockHash()
    // Nil where the processor does the work.
    private let library: OpaquePointer?

    private static let isProcessorAble = guichet_sha_is_available() != 0

    /// Begins a hash; both ways give the same.
    package init(byProcessor isByProcessor: Bool = true) {
        guard !(isByProcessor && Self.isProcessorAble) else {
            unsafe library = nil
            return
        }
        guard let checksum = unsafe g_checksum_new(G_CHECKSUM_SHA256) else {
            preconditionFailure("GLib knows SHA-256")
        }
        unsafe library = checksum
    }

    deinit {
        if let library = unsafe library { unsafe g_checksum_free(library) }
    }

    /// Takes more bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe update(buffer)
        }
    }

    /// Takes more bytes from where they lie.
    @unsafe
    mutating func update(_ buffer: UnsafeBufferPointer<UInt8>) {
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
        if let library = unsafe library {
            unsafe g_checksum_update(library, base, gssize(buffer.count))
        } else {
            unsafe blocks.update(buffer)
        }
    }

    /// The 32 bytes.
    package consuming func finish() -> [UInt8] {
        guard let library = unsafe library else { return blocks.finish() }
        var length = gsize(Hashes.byteCount)
        return unsafe [UInt8](unsafeUninitializedCapacity: Hashes.byteCount) { buffer, count in
            unsafe g_checksum_get_digest(library, buffer.baseAddress, &length)
            count = Int(length)
        }
    }
}

/// SHA-256 by the processor.
private struct BlockHash {
    // The first 32 bits of the fractional parts of the square roots of the first eight primes.
    private var state: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
        0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    private var rest: [UInt8] = []
    private var count: UInt64 = 0

    private static let blockBytes = 64

    @unsafe
    mutating func update(_ buffer: UnsafeBufferPointer<UInt8>) {
        count += UInt64(buffer.count)
        var taken = 0
        if !rest.isEmpty {
            taken = min(Self.blockBytes - rest.count, buffer.count)
            unsafe rest.append(contentsOf: buffer[..<taken])
            guard rest.count == Self.blockBytes else { return }
            takeRest()
        }
        let blocks = (buffer.count - taken) / Self.blockBytes
        if blocks > 0, let base = buffer.baseAddress {
            unsafe guichet_sha_blocks(&state, base + taken, blocks)
            taken += blocks * Self.blockBytes
        }
        unsafe rest.append(contentsOf: buffer[taken...])
    }

    // A one, zeros, and the length in bits as the last eight bytes of a block.
    func finish() -> [UInt8] {
        var hash = self
        hash.rest.append(0x80)
        let zeros = (120 - hash.rest.count) % Self.blockBytes
        hash.rest.append(contentsOf: repeatElement(0, count: zeros))
        for shift in stride(from: 56, through: 0, by: -8) {
            hash.rest.append(UInt8(truncatingIfNeeded: (hash.count << 3) >> UInt64(shift)))
        }
        hash.takeRest()
        return hash.state.flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    private mutating func takeRest() {
        unsafe guichet_sha_blocks(&state, rest, rest.count / Self.blockBytes)
        rest.removeAll(keepingCapacity: true)
    }
}
