// What came out of a template, and where in which file each byte of it was written.
//
// Only loading asks for it: a mistake that shows in the outcome alone (an image, a tag, a link's
// target) is then told with the place where a person mends it. Letters are filled without.

struct FilledTemplate {
    /// Where a stretch of the outcome comes from; it ends where the next one begins.
    struct Origin {
        var start: Int
        var file: String
        var place: SourcePlace
        /// Whether a tag wrote it, so that all of it comes from one place.
        var isValue: Bool
    }

    let bytes: [UInt8]
    /// In the order of the bytes.
    let origins: [Origin]

    /// The file and the place that wrote what stands in a line and a column, both from 1 and in
    /// bytes.
    func origin(line: Int, column: Int) -> (file: String, place: SourcePlace)? {
        let offset = self.offset(line: line, column: column)
        guard let index = origins.lastIndex(where: { $0.start <= offset }) ?? origins.indices.first
        else { return nil }
        let origin = origins[index]
        var place = origin.place
        if !origin.isValue, origin.start < offset {
            place.advance(over: bytes[origin.start..<offset])
        }
        return (origin.file, place)
    }

    private func offset(line: Int, column: Int) -> Int {
        var start = 0
        for _ in 1..<max(line, 1) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            start = end + 1
        }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        return min(start + max(column, 1) - 1, end)
    }
}
