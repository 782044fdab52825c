// One settings file as a tree, with everything refused that settings never need.
//
// Anchors, aliases and tags are refused: without aliases a short file cannot unfold into a huge
// one, and without tags a scalar is nothing but its text. Depth is limited by a number. Refusals
// are collected and reading goes on; only broken syntax and depth end it early.

/// The tree of one file, and what is wrong with its YAML.
struct YAMLDocument {
    /// How deep lists and maps may nest.
    static let depthMaximum = 20

    /// The value at the top; nil where the file is empty or cannot be read to its end.
    let root: YAMLNode?
    /// What was refused, in the order of the file.
    let faults: [YAMLFault]
    /// Whether the file was read to its end.
    let isWhole: Bool

    /// Reads a file's bytes.
    init(_ bytes: [UInt8]) {
        let text: [UInt8]
        do throws(YAMLFault) {
            text = try YAMLText.checked(bytes)
        } catch {
            (root, faults, isWhole) = (nil, [error], false)
            return
        }
        var builder = Builder(events: YAMLEvents(text))
        do throws(YAMLFault) {
            (root, isWhole) = (try builder.document(), true)
        } catch {
            builder.faults.append(error)
            (root, isWhole) = (nil, false)
        }
        faults = builder.faults
    }
}

/// Follows the events of one file.
private struct Builder {
    let events: YAMLEvents
    var faults: [YAMLFault] = []

    /// The file's one document; nil where it is empty.
    mutating func document() throws(YAMLFault) -> YAMLNode? {
        var root: YAMLNode?
        var documents = 0
        while true {
            let (event, position) = try events.next()
            switch event {
            case .streamStart, .documentEnd:
                continue
            case .streamEnd:
                return root
            case .documentStart:
                documents += 1
                guard documents == 1 else {
                    throw YAMLFault(
                        position: position,
                        sentence: "a second document begins here; a file holds only one"
                    )
                }
            case .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd:
                root = try node(event, at: position, depth: 1)
            }
        }
    }

    private mutating func node(
        _ event: YAMLEvent,
        at position: YAMLPosition,
        depth: Int
    ) throws(YAMLFault) -> YAMLNode? {
        switch event {
        case .scalar(let text, let style, let decoration):
            let isPlain = refuse(decoration, at: position)
            return YAMLNode(position: position, content: isPlain ? .scalar(text, style) : .refused)
        case .alias:
            fault(position, "an alias (*) is not allowed; write the value out")
            return YAMLNode(position: position, content: .refused)
        case .sequenceStart(let decoration):
            _ = refuse(decoration, at: position)
            return try sequence(at: position, depth: depth)
        case .mappingStart(let decoration):
            _ = refuse(decoration, at: position)
            return try mapping(at: position, depth: depth)
        case .sequenceEnd, .mappingEnd, .streamStart, .streamEnd, .documentStart, .documentEnd:
            return nil
        }
    }

    private mutating func sequence(
        at position: YAMLPosition,
        depth: Int
    ) throws(YAMLFault) -> YAMLNode {
        try checkDepth(depth, at: position)
        var elements: [YAMLNode] = []
        while true {
            let (event, place) = try events.next()
            guard let element = try node(event, at: place, depth: depth + 1) else { break }
            elements.append(element)
        }
        return YAMLNode(position: position, content: .sequence(elements))
    }

    private mutating func mapping(
        at position: YAMLPosition,
        depth: Int
    ) throws(YAMLFault) -> YAMLNode {
        try checkDepth(depth, at: position)
        var entries: [YAMLEntry] = []
        while true {
            let (keyEvent, keyPlace) = try events.next()
            guard let key = try node(keyEvent, at: keyPlace, depth: depth + 1) else { break }
            let (event, place) = try events.next()
            guard let value = try node(event, at: place, depth: depth + 1) else { break }
            switch key.content {
            case .scalar(let text, _):
                entries.append(YAMLEntry(key: text, keyPosition: keyPlace, value: value))
            case .sequence, .mapping:
                fault(keyPlace, "a list or a map cannot be a key; a key is one word")
            case .refused:
                continue
            }
        }
        return YAMLNode(position: position, content: .mapping(entries))
    }

    private func checkDepth(_ depth: Int, at position: YAMLPosition) throws(YAMLFault) {
        guard depth <= YAMLDocument.depthMaximum else {
            throw YAMLFault(
                position: position,
                sentence: "lists and maps nest more than \(YAMLDocument.depthMaximum) deep"
            )
        }
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
