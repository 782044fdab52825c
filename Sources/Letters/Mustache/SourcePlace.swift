// Where something stands in a template, as an editor counts: lines and columns from 1.
//
// Kept apart because a place outlives its template's text: it travels in errors. It never refers
// to bytes; columns count Unicode scalars.

/// A line and a column of a template's file.
package struct SourcePlace: Hashable, Sendable, Comparable {
    /// The line, from 1.
    package var line: Int
    /// The column, from 1.
    package var column: Int

    /// Names a place.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// What stands earlier in the file comes first.
    package static func < (one: SourcePlace, other: SourcePlace) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }

    /// Moves over bytes of valid UTF-8; continuation bytes take no column.
    mutating func advance(over bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}

extension SourcePlace: CustomStringConvertible {
    package var description: String { "\(line):\(column)" }
}
