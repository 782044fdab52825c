// One settings file as a tree, with everything refused that settings never need.
//
// Anchors, aliases and tags are refused: without aliases a short file cannot unfold into a huge
// one, and without tags a scalar is nothing but its text. Depth is limited by a number. Refusals
// are collected and reading goes on; only broken syntax and depth end it early, and what was read
// before stays, marked where it may lack something.

/// The tree of one file, and what is wrong with its YAML.
struct YAMLDocument {
    /// How deep lists and maps may nest.
    static let depthMaximum = 20

    /// The value at the top, as far as it could be read; nil where there is none.
    let root: YAMLNode?
    /// What was refused, in the order of the file.
    let faults: [YAMLFault]
    /// Whether the file was read to its end.
    let isWhole: Bool

    /// Reads a file's bytes.
    init(_ bytes: [UInt8]) {
        let (text, fault) = YAMLText.checked(bytes)
        var builder = Builder(events: YAMLEvents(text))
        let root = builder.document()
        isWhole = fault == nil && builder.end == nil
        // What is broken by leaving out a line is no mistake of the file's.
        faults = builder.faults + [fault ?? builder.end].compactMap(\.self)
        self.root = isWhole || builder.isAtItsEnd ? root : root?.cutAtItsEnd
    }
}

extension YAMLNode {
    /// The same in a file that breaks off: what stands last, or is open, may lack something or
    /// hold what belongs elsewhere.
    fileprivate var cutAtItsEnd: YAMLNode {
        var cut = self
        cut.isCut = true
        switch content {
        case .mapping(var entries):
            guard let last = entries.popLast() else { break }
            let value = last.value.cutAtItsEnd
            entries.append(YAMLEntry(key: last.key, keyPosition: last.keyPosition, value: value))
            cut.content = .mapping(entries)
        case .sequence(var nodes):
            guard let last = nodes.popLast() else { break }
            cut.content = .sequence(nodes + [last.cutAtItsEnd])
        case .scalar, .refused, .unread:
            cut.content = .unread
        }
        return cut
    }
}

/// Follows the events of one file.
private struct Builder {
    let events: YAMLEvents
    var faults: [YAMLFault] = []
    /// Why reading ended before the file did.
    private(set) var end: YAMLFault?
    /// Whether the one document had ended by then.
    private(set) var isAtItsEnd = false

    /// The file's one document; nil where it is empty.
    mutating func document() -> YAMLNode? {
        var root: YAMLNode?
        var documents = 0
        while let (event, position) = next() {
            switch event {
            case .streamStart, .documentEnd:
                continue
            case .streamEnd:
                return root
            case .documentStart:
                documents += 1
                guard documents == 1 else {
                    isAtItsEnd = true
                    stop(at: position, "a second document begins here; a file holds only one")
                    return root
                }
            case .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd:
                root = node(event, at: position, depth: 1)
            }
        }
        return root
    }

    /// The next event; nil once reading has ended.
    private mutating func next() -> (event: YAMLEvent, position: YAMLPosition)? {
        guard end == nil else { return nil }
        do throws(YAMLFault) {
            return try events.next()
        } catch {
            end = error
            return nil
        }
    }

    /// The node that begins with an event; nil where the event ends what is around it.
    private mutating func node(
        _ event: YAMLEvent,
        at position: YAMLPosition,
        depth: Int
    ) -> YAMLNode? {
        switch event {
        case .scalar(let text, let style, let decoration):
            // A text behind an anchor or a tag is read, so that what is wrong with it is told too.
            let isPlain = refuse(decoration, at: position)
            let isThere = isPlain || !text.isEmpty
            return YAMLNode(position: position, content: isThere ? .scalar(text, style) : .refused)
        case .alias:
            fault(position, "an alias (*) is not allowed; write the value out")
            return YAMLNode(position: position, content: .refused)
        case .sequenceStart(let decoration):
            _ = refuse(decoration, at: position)
            return sequence(at: position, depth: depth)
        case .mappingStart(let decoration):
            _ = refuse(decoration, at: position)
            return mapping(at: position, depth: depth)
        case .sequenceEnd, .mappingEnd, .streamStart, .streamEnd, .documentStart, .documentEnd:
            return nil
        }
    }

    private mutating func sequence(at position: YAMLPosition, depth: Int) -> YAMLNode {
        guard isShallow(depth, at: position) else {
            return YAMLNode(position: position, content: .unread)
        }
        var elements: [YAMLNode] = []
        while let (event, place) = next() {
            guard let element = node(event, at: place, depth: depth + 1) else { break }
            elements.append(element)
        }
        return YAMLNode(position: position, content: .sequence(elements))
    }

    private mutating func mapping(at position: YAMLPosition, depth: Int) -> YAMLNode {
        guard isShallow(depth, at: position) else {
            return YAMLNode(position: position, content: .unread)
        }
        var entries: [YAMLEntry] = []
        while let (keyEvent, keyPlace) = next() {
            guard let key = node(keyEvent, at: keyPlace, depth: depth + 1) else { break }
            let value: YAMLNode
            if let (event, place) = next() {
                guard let found = node(event, at: place, depth: depth + 1) else { break }
                value = found
            } else {
                value = YAMLNode(position: keyPlace, content: .unread)
            }
            switch key.content {
            case .scalar(let text, _):
                entries.append(YAMLEntry(key: text, keyPosition: keyPlace, value: value))
            case .sequence, .mapping:
                guard end == nil else { continue }
                fault(keyPlace, "a list or a map cannot be a key; a key is one word")
            case .refused, .unread:
                continue
            }
        }
        return YAMLNode(position: position, content: .mapping(entries))
    }

    private mutating func isShallow(_ depth: Int, at position: YAMLPosition) -> Bool {
        if depth <= YAMLDocument.depthMaximum { return true }
        stop(at: position, "lists and maps nest more than \(YAMLDocument.depthMaximum) deep")
        return false
    }

    private mutating func stop(at position: YAMLPosition, _ sentence: String) {
        end = end ?? YAMLFault(position: position, sentence: sentence)
    }

    private mutating func refuse(_ decoration: YAMLDecoration, at position: YAMLPosition) -> Bool {
        if decoration.isAnchored {
            fault(position, "an anchor (&) is not allowed; put a value that begins so in quotes")
        }
        if decoration.isTagged {
            fault(position, "a tag (!) is not allowed; put a value that begins so in quotes")
        }
        return !decoration.isAnchored && !decoration.isTagged
    }

    private mutating func fault(_ position: YAMLPosition, _ sentence: String) {
        faults.append(YAMLFault(position: position, sentence: sentence))
    }
}
