// What must be true of a file's bytes before libyaml sees them.
//
// libyaml would report bad bytes by their offset; a person needs the line. It also counts some
// rare line separators that editors do not, so those are refused here, and every position that
// is printed later agrees with the editor's.

/// The check of a settings file's bytes.
enum YAMLText {
    /// The bytes without a byte order mark; with the first reason not to read them, those before
    /// its line.
    static func checked(_ bytes: [UInt8]) -> (bytes: [UInt8], fault: YAMLFault?) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let sentence = "the file is UTF-16; save it as UTF-8"
            return ([], YAMLFault(position: .start, sentence: sentence))
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var line = 1
        var column = 1
        var decoder = UTF8()
        var iterator = body.makeIterator()
        let stop = { (position: YAMLPosition, sentence: String) in
            let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let count = lines.prefix(position.line - 1).reduce(0) { $0 + $1.count + 1 }
            return (
                Array(body.prefix(count)),
                YAMLFault(position: position, sentence: sentence) as YAMLFault?
            )
        }
        while true {
            let position = YAMLPosition(line: line, column: column)
            switch decoder.decode(&iterator) {
            case .emptyInput:
                return (body, nil)
            case .error:
                return stop(position, "a byte that is not UTF-8; save the file as UTF-8")
            case .scalarValue(let scalar):
                guard isAllowed(scalar) else {
                    let code = String(scalar.value, radix: 16, uppercase: true)
                    return stop(
                        position,
                        "the invisible character U+\(code) cannot stand here; delete it"
                    )
                }
                (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            }
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
        case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: scalar.value >= 0xA0
        }
    }
}
