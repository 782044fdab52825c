// Where a mail ends on the SMTP wire: CRLF, a dot, CRLF; and, for a server that is lenient in the
// dangerous way, any mixture with bare LFs, which is how one mail smuggles another.

import Glibc

/// The end of a body.
struct DataEnd {
    /// One past the body's last byte.
    let bodyEnd: Int
    /// Where the next command begins.
    let next: Int
    /// Whether a bare LF stood on either side of the dot.
    let isBare: Bool

    /// The first end from here on; nil while it has not come.
    static func find(
        in input: [UInt8],
        from start: Int,
        bodyStart: Int,
        isLenient: Bool
    ) -> DataEnd? {
        unsafe input.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var offset = start
            while offset < bytes.count,
                let found = unsafe memchr(base.advanced(by: offset), 46, bytes.count - offset)
            {
                let dot = unsafe UnsafeRawPointer(found) - base
                offset = dot + 1
                guard unsafe dot == bodyStart || bytes[dot - 1] == 10 else { continue }
                let isPairBefore =
                    unsafe dot == bodyStart || (dot - 2 >= bodyStart && bytes[dot - 2] == 13)
                let isPairAfter =
                    unsafe dot + 2 < bytes.count && bytes[dot + 1] == 13 && bytes[dot + 2] == 10
                let isBareAfter = unsafe dot + 1 < bytes.count && bytes[dot + 1] == 10
                if isPairBefore, isPairAfter {
                    return DataEnd(bodyEnd: dot, next: dot + 3, isBare: false)
                }
                if isLenient, isPairAfter || isBareAfter {
                    return DataEnd(bodyEnd: dot, next: dot + (isPairAfter ? 3 : 2), isBare: true)
                }
            }
            return nil
        }
    }
}
