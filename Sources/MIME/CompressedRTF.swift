// Rich text as Outlook packs it (MS-OXRTFCP): runs of bytes that were seen before, in a window of
// 4 KB. What comes out is at most nine times what goes in, and never more than the caller's limit.

/// Unpacks rich text.
enum CompressedRTF {
    private static let compressed = 0x7546_5A4C
    private static let uncompressed = 0x414C_454D

    // What the format takes for seen at the beginning.
    private static let beginning = Array(
        (#"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern "#
            + #"\fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier"#
            + #"{\colortbl\red0\green0\blue0"# + "\r\n" + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#)
            .utf8
    )

    /// The rich text; nil where the bytes are none.
    ///
    /// Damage ends it early.
    static func expand(_ bytes: Bytes, bytesMaximum: Int) -> [UInt8]? {
        var reader = LittleEndianReader(bytes)
        guard reader.long() != nil, let size = reader.long(), let kind = reader.long(),
            reader.long() != nil
        else { return nil }
        let maximum = min(size, bytesMaximum)
        switch kind {
        case uncompressed: return Array(reader.rest.prefix(maximum))
        case compressed: return expanded(reader.rest, bytesMaximum: maximum)
        default: return nil
        }
    }

    private static func expanded(_ bytes: Bytes, bytesMaximum: Int) -> [UInt8] {
        var window = beginning + [UInt8](repeating: 0, count: 4096 - beginning.count)
        var place = beginning.count
        var output: [UInt8] = []
        var index = bytes.startIndex
        let write = { (byte: UInt8) in
            output.append(byte)
            window[place] = byte
            place = (place + 1) & 0xFFF
        }
        while index < bytes.endIndex, output.count < bytesMaximum {
            let kinds = bytes[index]
            index += 1
            for bit in 0..<8 where output.count < bytesMaximum {
                if kinds >> UInt8(bit) & 1 == 0 {
                    guard index < bytes.endIndex else { return output }
                    write(bytes[index])
                    index += 1
                    continue
                }
                guard index + 1 < bytes.endIndex else { return output }
                let reference = Int(bytes[index]) << 8 | Int(bytes[index + 1])
                index += 2
                var from = reference >> 4
                // A reference to the place that is written next marks the end.
                guard from != place else { return output }
                for _ in 0..<(reference & 0xF) + 2 {
                    write(window[from])
                    from = (from + 1) & 0xFFF
                }
            }
        }
        return output
    }
}
