// Columns of text for a terminal.

/// Lays rows out in columns; the last column is not padded.
enum Table {
    /// Lines in which every column is as wide as its widest cell.
    static func lines(_ rows: [[String]], gap: String = "  ") -> [String] {
        let cells = rows.map { $0.map(\.withoutControls) }
        let columns = cells.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return cells.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: gap)
        }
    }
}

extension String {
    /// The text, cut to a number of characters with an ellipsis.
    func cut(to charactersMaximum: Int) -> String {
        count > charactersMaximum ? prefix(charactersMaximum - 1) + "…" : self
    }
}
