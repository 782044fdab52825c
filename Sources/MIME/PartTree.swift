// The structure of a mail as values: what GMime found, and nothing that points into GMime.
//
// One owner holds the library's message; it lives while the tree is copied and is freed in one
// place. The library is asked for structure only: which parts there are and where their content
// lies. It never encodes, never decodes, and is never asked for a boundary of an inbound mail.

import CGMime
import Desk

/// One part of a mail.
struct Part {
    /// What a part is made of.
    indirect enum Kind {
        /// Content of its own.
        case leaf
        /// An enclosed mail; it is not looked into.
        case message
        /// Parts.
        case multipart([Part])
    }

    /// What it is made of.
    var kind: Kind
    /// Its header fields; for the top part those of the mail.
    var header: HeaderBlock
    /// Where its content lies in `PartTree.bytes`, still encoded.
    var content: Range<Int>
}

/// A mail's parts, with the bytes in which their contents lie.
struct PartTree {
    /// What was parsed: the mail, or the guard's shorter copy.
    let bytes: [UInt8]
    /// The top part.
    let root: Part

    /// Parses bounded bytes; nil where the library sees no mail in them.
    init?(
        _ bytes: [UInt8],
        header: HeaderBlock,
        limits: ReadingLimits,
        defects: inout Set<MessageDefect>
    ) {
        var builder = PartBuilder(bytes: bytes, limits: limits)
        let part = unsafe bytes.withUnsafeBytes { buffer in
            let mail = unsafe ParsedMail(buffer)
            return mail.tree(header: header, with: &builder)
        }
        guard let root = part else { return nil }
        if builder.isNestingCut { defects.insert(.nestingCut) }
        if builder.isPartsCut { defects.insert(.partsCut) }
        self.bytes = bytes
        self.root = root
    }
}

// Thread-safe by the language: initialised at most once, on first use.
private let libraryIsReady: Bool = {
    g_mime_init()
    return true
}()

/// Owns what the library makes of one mail: the bytes as its stream, and the message.
// The pointers are borrowed by `tree` alone and freed in deinit, here and nowhere else.
@safe
private struct ParsedMail: ~Copyable {
    private let array: UnsafeMutablePointer<GByteArray>
    private let message: UnsafeMutablePointer<GMimeMessage>?

    /// Parses bytes where they lie: they must not move as long as this lives.
    @unsafe
    init(_ buffer: UnsafeRawBufferPointer) {
        precondition(libraryIsReady, "GMime is initialised before its first use")
        // The library never writes to a stream that it parses.
        let data = unsafe UnsafeMutableRawPointer(mutating: buffer.baseAddress)
        guard
            let array = unsafe g_byte_array_new_take(
                data?.assumingMemoryBound(to: UInt8.self),
                gsize(buffer.count)
            )
        else { preconditionFailure("GLib makes an array or ends the process") }
        unsafe self.array = array
        unsafe message = Self.parse(array)
    }

    deinit {
        if let message = unsafe message { unsafe g_object_unref(message) }
        // The bytes belong to the mail: the array gives them back before it goes.
        unsafe _ = g_byte_array_steal(array, nil)
        unsafe g_byte_array_unref(array)
    }

    // Contents stay places in the stream, so that nothing is copied.
    private static func parse(
        _ array: UnsafeMutablePointer<GByteArray>
    ) -> UnsafeMutablePointer<GMimeMessage>? {
        guard let stream = unsafe g_mime_stream_mem_new_with_byte_array(array) else { return nil }
        defer { unsafe g_object_unref(stream) }
        unsafe guichet_gmime_disown(stream)
        guard let parser = unsafe g_mime_parser_new_with_stream(stream) else { return nil }
        defer { unsafe g_object_unref(parser) }
        unsafe g_mime_parser_set_persist_stream(parser, 1)
        return unsafe g_mime_parser_construct_message(parser, nil)
    }

    /// The parts as values; nil where the library sees no mail.
    borrowing func tree(header: HeaderBlock, with builder: inout PartBuilder) -> Part? {
        guard let message = unsafe message,
            let root = unsafe g_mime_message_get_mime_part(message)
        else { return nil }
        return unsafe builder.part(root, header: header, depth: 0, outer: [])
    }
}

/// Copies the library's tree into values.
private struct PartBuilder {
    let bytes: [UInt8]
    let limits: ReadingLimits
    var isNestingCut = false
    var isPartsCut = false
    private var partCount = 0

    init(bytes: [UInt8], limits: ReadingLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Copies a part; `outer` are the boundaries that end it.
    @unsafe
    mutating func part(
        _ object: UnsafeMutablePointer<GMimeObject>,
        header: HeaderBlock?,
        depth: Int,
        outer: [[UInt8]]
    ) -> Part? {
        partCount += 1
        guard partCount <= limits.parts + 1 else {
            isPartsCut = true
            return nil
        }
        guard depth <= limits.depth else {
            isNestingCut = true
            return nil
        }
        let block = unsafe header ?? self.header(of: object)
        switch unsafe guichet_gmime_kind(object) {
        case 1:
            return unsafe multipart(object, block: block, depth: depth, outer: outer)
        case 2:
            let start = unsafe enclosedStart(object, block: block)
            return Part(
                kind: .message,
                header: block,
                content: start..<end(of: start, outer: outer)
            )
        default:
            return Part(kind: .leaf, header: block, content: unsafe content(of: object))
        }
    }

    // A multipart in which no part is found is a leaf: its text is all there is.
    @unsafe
    private mutating func multipart(
        _ object: UnsafeMutablePointer<GMimeObject>,
        block: HeaderBlock,
        depth: Int,
        outer: [[UInt8]]
    ) -> Part {
        let field = block.first("content-type").map { StructuredField($0, limits: limits) }
        let boundaries = outer + [field?.bytes("boundary")].compactMap(\.self)
        var parts: [Part] = []
        for index in 0..<(unsafe guichet_gmime_child_count(object)) {
            guard let child = unsafe guichet_gmime_child(object, index) else { continue }
            let part = unsafe part(child, header: nil, depth: depth + 1, outer: boundaries)
            guard let part else { break }
            parts.append(part)
        }
        let start = min(block.bodyStart, bytes.count)
        guard parts.isEmpty else {
            return Part(kind: .multipart(parts), header: block, content: start..<start)
        }
        return Part(
            kind: .leaf,
            header: block,
            content: start..<end(of: start, outer: boundaries)
        )
    }

    // A part's fields are read again from the bytes: the library's copies end at a NUL.
    @unsafe
    private func header(of object: UnsafeMutablePointer<GMimeObject>) -> HeaderBlock {
        guard let start = unsafe firstFieldOffset(of: object) else {
            return HeaderBlock(bytes, from: bytes.count, limits: limits)
        }
        return HeaderBlock(bytes, from: start, limits: limits)
    }

    @unsafe
    private func firstFieldOffset(of object: UnsafeMutablePointer<GMimeObject>) -> Int? {
        guard let list = unsafe g_mime_object_get_header_list(object),
            unsafe g_mime_header_list_get_count(list) > 0,
            let first = unsafe g_mime_header_list_get_header_at(list, 0)
        else { return nil }
        let offset = unsafe g_mime_header_get_offset(first)
        return (0..<bytes.count).contains(offset) ? offset : nil
    }

    @unsafe
    private func content(of part: UnsafeMutablePointer<GMimeObject>) -> Range<Int> {
        var start = 0
        var end = 0
        guard unsafe guichet_gmime_kind(part) == 3,
            unsafe guichet_gmime_content_bounds(part, &start, &end) != 0,
            0 <= start, start <= end, end <= bytes.count
        else { return 0..<0 }
        return start..<end
    }

    // MARK: - Enclosed messages

    @unsafe
    private func enclosedStart(
        _ part: UnsafeMutablePointer<GMimeObject>,
        block: HeaderBlock
    ) -> Int {
        if let enclosed = unsafe guichet_gmime_enclosed(part),
            let start = unsafe firstFieldOffset(of: enclosed)
        {
            return start
        }
        return min(block.bodyStart, bytes.count)
    }

    // It ends before the line of any boundary around it, as for the library.
    private func end(of start: Int, outer: [[UInt8]]) -> Int {
        let line = [.lineFeed, UInt8(ascii: "-"), UInt8(ascii: "-")]
        var position = max(0, start - 1)
        while let lineFeed = bytes.firstIndex(of: line, in: position..<bytes.count) {
            let rest = bytes[(lineFeed + 3)...]
            if outer.contains(where: { isBoundary(rest, $0) }) {
                let hasReturn = lineFeed > start && bytes[lineFeed - 1] == .carriageReturn
                return max(start, hasReturn ? lineFeed - 1 : lineFeed)
            }
            position = lineFeed + 1
        }
        return bytes.count
    }

    private func isBoundary(_ rest: Bytes, _ boundary: [UInt8]) -> Bool {
        guard rest.starts(with: boundary) else { return false }
        var tail = rest.dropFirst(boundary.count)
        if tail.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) { tail = tail.dropFirst(2) }
        let first = tail.first { !$0.isBlank && $0 != .carriageReturn }
        return first == nil || first == .lineFeed
    }
}
