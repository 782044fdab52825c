// Fills a template: walks its tree with a stack of contexts and appends bytes.
//
// Whatever the values are, it ends: partials within partials, visited nodes and written bytes are
// counted and bounded. What a value becomes is the caller's escape function; this file knows
// neither HTML nor Markdown. A value's text is never read as a template.

/// How far filling a template may go.
package struct MustacheLimits: Hashable, Sendable {
    /// How deep partials may stand in each other.
    package var partialDepthMaximum = 16
    /// How many nodes may be visited.
    package var stepsMaximum = 1_000_000
    /// How many bytes may be written.
    package var bytesMaximum = 1_000_000

    /// The limits that hold where nothing else is said.
    package init() {}
}

/// What becomes of a name that no context has.
package enum MissingName: Hashable, Sendable {
    /// It counts as empty, as the specification says.
    case isEmpty
    /// Filling fails: a letter must not have a hole.
    case isRefused
}

/// Why a template could not be filled.
package enum MustacheFailure: Error, Hashable, Sendable {
    /// A name that no context has, where such names are refused.
    case missing(name: String, file: String, place: SourcePlace)
    /// Partials stand in each other too deep.
    case tooDeep(partial: String)
    /// Too many nodes were visited.
    case tooLong
    /// Too many bytes were written.
    case tooLarge
}

/// Appends a value as the surrounding format needs it.
package typealias MustacheEscape = (_ text: String, _ output: inout [UInt8]) -> Void

/// Appends a value as it is: for plain text only, where no character means anything.
package func escapeNothing(_ text: String, _ output: inout [UInt8]) { output += text.utf8 }

extension MustacheTemplate {
    /// Fills the template; `escape` is applied to every value that is not interpolated unescaped.
    ///
    /// With a mark, each value but a link holds it behind its first character.
    package func render(
        _ context: MustacheValue,
        partials: [String: MustacheTemplate] = [:],
        missing: MissingName = .isEmpty,
        limits: MustacheLimits = MustacheLimits(),
        mark: [UInt8] = [],
        escape: MustacheEscape
    ) throws(MustacheFailure) -> [UInt8] {
        let filled = try fill(
            context,
            partials: partials,
            missing: missing,
            limits: limits,
            mark: mark,
            isTraced: false,
            escape: escape
        )
        return filled.bytes
    }

    /// The same, with the origin of every byte where that is asked for.
    func fill(
        _ context: MustacheValue,
        partials: [String: MustacheTemplate],
        missing: MissingName,
        limits: MustacheLimits = MustacheLimits(),
        mark: [UInt8],
        isTraced: Bool,
        escape: MustacheEscape
    ) throws(MustacheFailure) -> FilledTemplate {
        try withoutActuallyEscaping(escape) { (escape) throws(MustacheFailure) in
            var renderer = MustacheRenderer(
                file: file,
                context: context,
                partials: partials,
                missing: missing,
                limits: limits,
                mark: mark,
                isTraced: isTraced,
                escape: escape
            )
            try renderer.write(nodes, indentation: [])
            return FilledTemplate(bytes: renderer.output, origins: renderer.origins)
        }
    }
}

private struct MustacheRenderer {
    private(set) var output: [UInt8] = []
    private(set) var origins: [FilledTemplate.Origin] = []
    private var file: String
    private var context: MustacheContext
    private let partials: [String: MustacheTemplate]
    private let missing: MissingName
    private let limits: MustacheLimits
    private let mark: [UInt8]
    private let isTraced: Bool
    private let escape: MustacheEscape
    private var steps = 0
    private var partialDepth = 0

    init(
        file: String,
        context: MustacheValue,
        partials: [String: MustacheTemplate],
        missing: MissingName,
        limits: MustacheLimits,
        mark: [UInt8],
        isTraced: Bool,
        escape: @escaping MustacheEscape
    ) {
        self.file = file
        self.context = MustacheContext(context)
        self.partials = partials
        self.missing = missing
        self.limits = limits
        self.mark = mark
        self.isTraced = isTraced
        self.escape = escape
        output.reserveCapacity(4096)
    }

    mutating func write(
        _ nodes: [MustacheNode],
        indentation: [UInt8]
    ) throws(MustacheFailure) {
        for node in nodes {
            steps += 1
            guard steps <= limits.stepsMaximum else { throw .tooLong }
            switch node {
            case .text(let text):
                write(text, indentation: indentation)
            case .value(let name, let isEscaped, let place):
                let value = try value(of: name, at: place)
                if isTraced { note(place) }
                if isEscaped { write(value) } else { escapeNothing(value.shown, &output) }
            case .section(let name, let isInverted, let inside, _):
                if isInverted {
                    guard context.find(name)?.isTruthy != true else { continue }
                    try write(inside, indentation: indentation)
                } else {
                    try writeSection(context.find(name), inside, indentation: indentation)
                }
            case .partial(let name, let own, _):
                try writePartial(name, indentation: own.map { indentation + $0 } ?? [])
            }
            guard output.count <= limits.bytesMaximum else { throw .tooLarge }
        }
    }

    private mutating func write(_ value: MustacheValue) {
        let text = value.shown
        if case .link = value { return escape(text, &output) }
        guard !mark.isEmpty, let first = text.unicodeScalars.first else {
            return escape(text, &output)
        }
        // Within the value, so that what stands beside it sees the same characters as without.
        escape(String(first), &output)
        output += mark
        escape(String(text.unicodeScalars.dropFirst()), &output)
    }

    private mutating func note(_ place: SourcePlace) {
        origins.append(.init(start: output.count, file: file, place: place, isValue: true))
    }

    private mutating func trace(_ text: MustacheText, indentation: [UInt8]) {
        for piece in text.pieces {
            let breaks = text.lineStarts.count { $0 <= piece.start }
            let start = output.count + piece.start + breaks * indentation.count
            origins.append(.init(start: start, file: file, place: piece.place, isValue: false))
        }
    }

    private mutating func write(_ text: MustacheText, indentation: [UInt8]) {
        if isTraced { trace(text, indentation: indentation) }
        guard !indentation.isEmpty else {
            output += text.bytes
            return
        }
        var written = 0
        for start in text.lineStarts {
            output += text.bytes[written..<start]
            output += indentation
            written = start
        }
        output += text.bytes[written...]
    }

    private mutating func writeSection(
        _ value: MustacheValue?,
        _ inside: [MustacheNode],
        indentation: [UInt8]
    ) throws(MustacheFailure) {
        guard let value, value.isTruthy else { return }
        let items: [MustacheValue] = if case .list(let items) = value { items } else { [value] }
        for item in items {
            // An empty inside still takes a step, so that a list of lists stays bounded.
            steps += 1
            guard steps <= limits.stepsMaximum else { throw .tooLong }
            context.push(item)
            try write(inside, indentation: indentation)
            context.pop()
        }
    }

    private mutating func writePartial(
        _ name: String,
        indentation: [UInt8]
    ) throws(MustacheFailure) {
        guard let partial = partials[name] else { return }
        guard partialDepth < limits.partialDepthMaximum else { throw .tooDeep(partial: name) }
        let outer = file
        file = partial.file
        partialDepth += 1
        try write(partial.nodes, indentation: indentation)
        partialDepth -= 1
        file = outer
    }

    // MARK: - Names

    private func value(
        of name: MustacheName,
        at place: SourcePlace
    ) throws(MustacheFailure) -> MustacheValue {
        if let value = context.find(name) { return value }
        switch missing {
        case .isEmpty: return .null
        case .isRefused: throw .missing(name: name.text, file: file, place: place)
        }
    }
}
