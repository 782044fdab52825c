// SHA-256 and HMAC-SHA-256 of whole byte strings. Pieces are hashed by `SHA256`.

import CGMime

/// SHA-256 and HMAC-SHA-256 of whole byte strings.
package enum Hashes {
    /// The bytes of a digest.
    package static let byteCount = 32

    /// SHA-256.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes[...])
        return hash.finish()
    }

    /// HMAC-SHA-256 (RFC 2104).
    package static func hmac(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        precondition(!key.isEmpty, "a keyed hash has a key")
        let made = unsafe key.withUnsafeBufferPointer { buffer in
            unsafe g_hmac_new(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count))
        }
        guard let hmac = unsafe made else { preconditionFailure("GLib knows HMAC-SHA-256") }
        defer { unsafe g_hmac_unref(hmac) }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
            unsafe g_hmac_update(hmac, base, gssize(buffer.count))
        }
        var length = gsize(byteCount)
        return unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            unsafe g_hmac_get_digest(hmac, buffer.baseAddress, &length)
            count = Int(length)
        }
    }
}
