// Looks at every tag of a template: does it name something that letters have, and may it be so?
//
// It walks the tree with the catalogue's sample in the place of a letter's values, by the same rule
// of names as filling does. It reports names and tags, never values.

import Desk

struct PlaceholderCheck {
    private let partials: [String: MustacheTemplate]
    /// The one name that is HTML already and must not be escaped; nil in letters.
    private let unescapedName: String?
    private(set) var errors: [TemplateError] = []
    private(set) var usedPartials: Set<String> = []
    private(set) var sawUnescaped = false

    init(partials: [String: MustacheTemplate], unescapedName: String?) {
        self.partials = partials
        self.unescapedName = unescapedName
    }

    /// Checks a template and the partials that it uses.
    mutating func check(_ template: MustacheTemplate, names: MustacheValue) {
        let catalogue = Self.names(of: names, prefix: "")
        var walk = Walk(context: MustacheContext(names), catalogue: catalogue)
        check(template, &walk)
    }

    private struct Walk {
        var context: MustacheContext
        let catalogue: [String]
        var trail: [String] = []
        var file = ""
    }

    private mutating func check(_ template: MustacheTemplate, _ walk: inout Walk) {
        let outer = walk.file
        walk.file = template.file
        check(template.nodes, &walk)
        walk.file = outer
    }

    private mutating func check(_ nodes: [MustacheNode], _ walk: inout Walk) {
        for node in nodes {
            switch node {
            case .text:
                break
            case .value(let name, let isEscaped, let place):
                checkEscape(of: name, isEscaped: isEscaped, place, walk)
                checkValue(name, place, walk)
            case .section(let name, let isInverted, let inside, let place):
                guard let value = walk.context.find(name) else {
                    reportUnknown(name, place, walk)
                    continue
                }
                if isInverted {
                    check(inside, &walk)
                } else {
                    walk.context.push(Self.item(of: value))
                    check(inside, &walk)
                    walk.context.pop()
                }
            case .partial(let name, _, let place):
                checkPartial(name, place, &walk)
            }
        }
    }

    // MARK: - Tags

    private mutating func checkEscape(
        of name: MustacheName,
        isEscaped: Bool,
        _ place: SourcePlace,
        _ walk: Walk
    ) {
        if name.text == unescapedName {
            if isEscaped {
                report(
                    walk,
                    place,
                    "{{\(name.text)}} would show the letter's HTML as text",
                    "write {{{\(name.text)}}}"
                )
            } else {
                sawUnescaped = true
            }
        } else if !isEscaped {
            report(
                walk,
                place,
                "«\(name.text)» would be written unescaped",
                "write {{\(name.text)}}"
            )
        }
    }

    private mutating func checkValue(_ name: MustacheName, _ place: SourcePlace, _ walk: Walk) {
        switch walk.context.find(name) {
        case nil:
            reportUnknown(name, place, walk)
        case .boolean:
            report(
                walk,
                place,
                "«\(name.text)» is a condition, not a text",
                "write {{#\(name.text)}}…{{/\(name.text)}} around what depends on it"
            )
        case .list:
            report(
                walk,
                place,
                "«\(name.text)» is a list, not a text",
                "write {{#\(name.text)}}…{{/\(name.text)}} around one row"
            )
        case .group(let values):
            let inner = values.keys.sorted().joined(separator: ", ")
            report(walk, place, "«\(name.text)» is a group, not a text", "name one of \(inner)")
        case .null, .number, .text, .link:
            break
        }
    }

    private mutating func checkPartial(
        _ name: String,
        _ place: SourcePlace,
        _ walk: inout Walk
    ) {
        usedPartials.insert(name)
        guard let partial = partials[name] else {
            let meant = NearMiss.of(name, among: partials.keys.sorted())
            report(
                walk,
                place,
                "the partial «\(name)» does not exist",
                meant.map { "did you mean «\($0)»?" } ?? "write \(name).md beside the letters"
            )
            return
        }
        guard !walk.trail.contains(name) else {
            report(walk, place, "the partial «\(name)» contains itself", "remove one of the two")
            return
        }
        walk.trail.append(name)
        check(partial, &walk)
        walk.trail.removeLast()
    }

    // MARK: - Names

    private mutating func reportUnknown(
        _ name: MustacheName,
        _ place: SourcePlace,
        _ walk: Walk
    ) {
        let found = "the placeholder «\(name.text)» is unknown"
        if let first = name.parts.first.flatMap({ MustacheName($0) }), name.parts.count > 1,
            case .list? = walk.context.find(first)
        {
            let row = name.parts.dropFirst().joined(separator: ".")
            let advice = "write {{#\(first.text)}}…{{\(row)}}…{{/\(first.text)}}"
            report(walk, place, found, advice)
            return
        }
        let meant = NearMiss.of(name.text, among: walk.catalogue)
        report(
            walk,
            place,
            found,
            meant.map { "did you mean «\($0)»?" }
                ?? "use one of \(walk.catalogue.joined(separator: ", "))"
        )
    }

    /// What a section pushes for this value.
    private static func item(of value: MustacheValue) -> MustacheValue {
        switch value {
        case .list(let items): items.first ?? .null
        case .null, .boolean, .number, .text, .link, .group: value
        }
    }

    /// The dotted names of all that can be written or asked for.
    static func names(of value: MustacheValue, prefix: String) -> [String] {
        switch value {
        case .null, .boolean, .number, .text, .link:
            prefix.isEmpty ? [] : [prefix]
        case .list(let items):
            items.first.map { names(of: $0, prefix: prefix) } ?? [prefix]
        case .group(let values):
            values.keys.sorted().flatMap { key in
                names(of: values[key] ?? .null, prefix: prefix.isEmpty ? key : "\(prefix).\(key)")
            }
        }
    }

    private mutating func report(
        _ walk: Walk,
        _ place: SourcePlace,
        _ found: String,
        _ advice: String
    ) {
        errors.append(TemplateError(file: walk.file, place: place, found: found, advice: advice))
    }
}
