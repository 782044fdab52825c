// A size in bytes as letters say it: in the units of the settings, which count in thousands.

/// A number of bytes.
struct LetterSize {
    private let bytes: Int

    init(_ bytes: Int) {
        self.bytes = bytes
    }

    /// Such as `25 Mo` and `25 MB`; a tenth where it is not whole.
    func words(in language: Language) -> String {
        let (byte, mark) =
            switch language {
            case .french: ("o", ",")
            case .english: ("B", ".")
            }
        guard bytes >= 1_000_000 else { return "\(bytes / 1000)\u{A0}k\(byte)" }
        let tenths = bytes / 100_000
        let rest = tenths % 10 == 0 ? "" : "\(mark)\(tenths % 10)"
        return "\(tenths / 10)\(rest)\u{A0}M\(byte)"
    }
}
