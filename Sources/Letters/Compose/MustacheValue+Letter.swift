// A letter's values as the engine takes them: cleaned once, before anything is written.
//
// Here is decided what is left of a text (VisibleText), so that conditions are asked of what will
// be seen: a subject of invisible characters is no subject. Text never keeps a line break.

import Desk

extension MustacheValue {
    /// The context of a letter.
    init(_ values: [String: LetterValue]) {
        var group: [String: MustacheValue] = [:]
        group.reserveCapacity(values.count + 4)
        for (name, value) in values {
            group[name] = MustacheValue(value, name: name)
        }
        if let subject = group["subject"] { group["hasSubject"] = .boolean(subject.isTruthy) }
        self = .group(group)
    }

    /// A value by its name, and by its group's or its list's.
    private init(_ value: LetterValue, name: String) {
        self =
            switch value {
            case .text(let text):
                .text(VisibleText.shown(text, of: name))
            case .link(let link):
                .link(link.text)
            case .flag(let flag):
                .boolean(flag)
            case .list(let items):
                .list(items.map { MustacheValue($0, name: name) })
            case .group(let values):
                .group(Self.values(values, of: "\(name.lastPart)."))
            }
    }

    private static func values(
        _ values: [String: LetterValue],
        of group: String
    ) -> [String: MustacheValue] {
        var shown: [String: MustacheValue] = [:]
        shown.reserveCapacity(values.count)
        for (key, value) in values { shown[key] = MustacheValue(value, name: group + key) }
        return shown
    }

    /// The same context with further values at its top.
    func adding(_ others: [String: MustacheValue]) -> MustacheValue {
        guard case .group(let values) = self else { return .group(others) }
        return .group(values.merging(others) { _, other in other })
    }
}

extension VisibleText {
    /// What a letter shows of the text of that name.
    fileprivate static func shown(_ text: String, of name: String) -> String {
        if name.lastPart == "verbatim" { return defused(text, scalarsMaximum: wordsScalarsMaximum) }
        if LetterKind.clientNames.contains(name) { return client(text) }
        return name == "words" ? words(text) : house(text)
    }
}

extension String {
    /// Behind its last dot.
    fileprivate var lastPart: Substring {
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return self[...] }
        return self[utf8.index(after: dot)...]
    }
}
