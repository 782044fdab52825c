// The encoding of mailbox names before IMAP4rev2 (RFC 9051, appendix A; RFC 3501, 5.1.3): ASCII
// stands for itself, "&" is "&-", and everything else is UTF-16 in base64 between "&" and "-".
// Decoding is strict, so that every name has one spelling only: what is decoded and encoded again
// is the same bytes.

/// Encodes and decodes mailbox names in modified UTF-7.
enum ModifiedUTF7 {
    /// The wire form of a name.
    static func encode(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var units: [UInt16] = []
        for scalar in name.unicodeScalars {
            if scalar.value >= 0x20, scalar.value < 0x7F {
                flush(&units, into: &bytes)
                bytes.append(UInt8(scalar.value))
                if scalar == "&" { bytes.append(hyphen) }
            } else {
                units.append(contentsOf: UTF16.encode(scalar).map(Array.init) ?? [])
            }
        }
        flush(&units, into: &bytes)
        return bytes
    }

    /// The name behind a wire form, or nil when the bytes are not modified UTF-7.
    static func decode(_ bytes: [UInt8]) -> String? {
        var name = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x20, byte < 0x7F else { return nil }
            guard byte == ampersand else {
                name.append(Unicode.Scalar(byte))
                index += 1
                continue
            }
            guard let end = bytes[index...].firstIndex(of: hyphen) else { return nil }
            if end == index + 1 {
                name.append("&")
            } else {
                guard let scalars = shifted(bytes[(index + 1)..<end]) else { return nil }
                name.append(contentsOf: scalars)
            }
            index = end + 1
        }
        let text = String(name)
        // One spelling a name: two runs side by side or a run of plain letters are refused here.
        return encode(text) == bytes ? text : nil
    }

    // What stands between "&" and "-": whole UTF-16 units, whole characters, no stray bits.
    private static func shifted(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        var bits: UInt32 = 0
        var bitCount = 0
        var units: [UInt16] = []
        for byte in text {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            bits = (bits << 6 | UInt32(value)) & 0x3F_FFFF
            bitCount += 6
            if bitCount >= 16 {
                bitCount -= 16
                units.append(UInt16(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        guard bitCount < 6, bits & (1 << UInt32(bitCount) - 1) == 0 else { return nil }
        var decoder = UTF16()
        var source = units.makeIterator()
        var scalars: [Unicode.Scalar] = []
        while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar): scalars.append(scalar)
            case .emptyInput: return scalars
            case .error: return nil
            }
        }
    }

    private static func flush(_ units: inout [UInt16], into bytes: inout [UInt8]) {
        guard !units.isEmpty else { return }
        bytes.append(ampersand)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        for unit in units {
            bits = (bits & 0x3F) << 16 | UInt32(unit)
            bitCount += 16
            while bitCount >= 6 {
                bitCount -= 6
                bytes.append(alphabet[Int(bits >> bitCount & 0x3F)])
            }
        }
        if bitCount > 0 { bytes.append(alphabet[Int(bits << (6 - bitCount) & 0x3F)]) }
        bytes.append(hyphen)
        units.removeAll(keepingCapacity: true)
    }

    private static let ampersand = UInt8(ascii: "&")
    private static let hyphen = UInt8(ascii: "-")
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8
    )
}
