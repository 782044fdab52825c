// What keeps the MIME library from working without end: a pass over the bytes before it sees them.
//
// The library takes 500 MB for a million small fields, 1.3 GB for a million parts, and seconds for
// a thousand open boundaries. The guard follows header blocks and boundaries, which costs a few
// microseconds on an honest mail, and where a mail goes beyond the limits makes a shorter copy. It
// also sees what is broken about a multipart. It never judges content.

import Desk

/// Follows the structure of a mail just far enough to bound it.
struct StructureGuard {
    private let bytes: [UInt8]
    private let limits: ReadingLimits
    // What is copied so far, and up to where in `bytes`; the copy begins where a mail is cut.
    private var copy: [UInt8] = []
    private var copiedUntil = 0
    private var isStopped = false
    // Declared boundaries with the depth of their parts, and those whose end was not yet seen.
    private var boundaries: [Bytes: Int] = [:]
    private var open: Set<Bytes> = []
    private var longestBoundary = 0
    private var partCount = 0
    private var fieldCount = 0
    private var digestSeen = false

    /// A copy of a mail beyond the limits or without its empty lines; nil for an honest one.
    ///
    /// What is left out, and what is broken about the multiparts, becomes a defect.
    static func shorterCopy(
        of bytes: [UInt8],
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) -> [UInt8]? {
        var pass = StructureGuard(bytes: bytes, limits: limits)
        pass.run(defects: &defects)
        guard pass.copiedUntil > 0 else { return nil }
        if !pass.isStopped { pass.copy += bytes[pass.copiedUntil...] }
        return pass.copy
    }

    private init(bytes: [UInt8], limits: ReadingLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    private mutating func run(defects: inout Set<MessageDefect>) {
        var position = headerBlocks(at: 0, depth: 0, defects: &defects)
        while !isStopped, !boundaries.isEmpty, let line = nextBoundaryLine(from: position) {
            position = line.upperBound
            guard let part = match(line), !part.isEnd else { continue }
            partCount += 1
            if partCount > limits.parts {
                defects.insert(.partsCut)
                stop(at: line.lowerBound)
            } else {
                position = headerBlocks(at: position, depth: part.depth, defects: &defects)
            }
        }
        if !isStopped, !open.isEmpty { defects.insert(.brokenMultipart) }
    }

    // MARK: - Boundaries

    private static let dashes = [UInt8(ascii: "-"), UInt8(ascii: "-")]
    private static let lineOfDashes = [.lineFeed] + dashes

    // The next line that begins with "--".
    private func nextBoundaryLine(from start: Int) -> Range<Int>? {
        let lineStart: Int
        if bytes[start...].starts(with: Self.dashes) {
            lineStart = start
        } else if let found = bytes.firstIndex(of: Self.lineOfDashes, in: start..<bytes.count) {
            lineStart = found + 1
        } else {
            return nil
        }
        return lineStart..<bytes.lineEnd(from: lineStart, before: bytes.count)
    }

    private mutating func match(_ line: Range<Int>) -> (depth: Int, isEnd: Bool)? {
        guard line.count <= longestBoundary + 1000 else { return nil }
        var text = bytes[(line.lowerBound + 2)..<line.upperBound]
        while let last = text.last, last.isBlankOrLineEnd { text.removeLast() }
        if let depth = boundaries[text] { return (depth, false) }
        guard text.suffix(2).elementsEqual(Self.dashes) else { return nil }
        let name = text.dropLast(2)
        guard let depth = boundaries[name] else { return nil }
        open.remove(name)
        return (depth, true)
    }

    // MARK: - Header blocks

    private enum Kind {
        case leaf
        case undeclared
        case message
        case multipart
    }

    // Passes one header block, and those of the messages that it encloses; answers where they end.
    private mutating func headerBlocks(
        at start: Int,
        depth firstDepth: Int,
        defects: inout Set<MessageDefect>
    ) -> Int {
        var position = start
        var depth = firstDepth
        while true {
            let block = HeaderBlock(bytes, from: position, limits: limits)
            if depth > 0 { fieldCount += block.fields.count }
            if block.isCut || fieldCount > limits.partFields {
                defects.insert(.headersCut)
                copyContentFields(of: block, from: position)
            } else if let separator = block.oddSeparator {
                copyWithEmptyLine(at: separator)
            }
            position = block.bodyStart
            let kind = declare(block, depth: depth, defects: &defects)
            if depth >= limits.depth, kind == .message || kind == .multipart {
                defects.insert(.nestingCut)
                stop(at: position)
            }
            let isInDigest =
                digestSeen && kind == .undeclared && depth == firstDepth && depth > 0
            guard !isStopped, kind == .message || isInDigest else { return position }
            depth += 1
        }
    }

    private mutating func declare(
        _ block: HeaderBlock,
        depth: Int,
        defects: inout Set<MessageDefect>
    ) -> Kind {
        guard let raw = block.first("content-type") else { return .undeclared }
        let type = raw.trimmed
        if type.startsIgnoringCase(with: "message/") { return .message }
        guard type.startsIgnoringCase(with: "multipart/") else { return .leaf }
        if type.startsIgnoringCase(with: "multipart/digest") { digestSeen = true }
        let field = StructuredField(raw, limits: limits)
        guard let boundary = field.bytes("boundary"), !boundary.isEmpty else {
            defects.insert(.brokenMultipart)
            return .multipart
        }
        // The same boundary within itself is deeper each time.
        boundaries[boundary[...]] = depth + 1
        open.insert(boundary[...])
        longestBoundary = max(longestBoundary, boundary.count)
        return .multipart
    }

    // MARK: - The copy

    private mutating func copyContentFields(of block: HeaderBlock, from start: Int) {
        copy += bytes[copiedUntil..<start]
        for name in ["content-type", "content-transfer-encoding", "content-disposition"] {
            guard let value = block.first(name) else { continue }
            copy += Array("\(name):".utf8) + value + [.lineFeed]
        }
        if let separator = block.oddSeparator {
            copy.append(.lineFeed)
            copiedUntil = separator.upperBound
            return
        }
        // The empty line stays with the body.
        var end = block.bodyStart
        if end > start, bytes[end - 1] == .lineFeed { end -= 1 }
        if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
        copiedUntil = max(end, 1)
    }

    // The library ends a header at an empty line, and at nothing else.
    private mutating func copyWithEmptyLine(at separator: Range<Int>) {
        copy += bytes[copiedUntil..<separator.lowerBound]
        copy.append(.lineFeed)
        copiedUntil = max(separator.upperBound, 1)
    }

    private mutating func stop(at place: Int) {
        guard !isStopped else { return }
        isStopped = true
        if place > copiedUntil { copy += bytes[copiedUntil..<place] }
        copiedUntil = max(place, 1)
    }
}
