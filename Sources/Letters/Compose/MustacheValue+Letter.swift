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
            let isClients = LetterKind.clientNames.contains(name)
            group[name] = MustacheValue(value, isClients: isClients)
        }
        if let subject = group["subject"] { group["hasSubject"] = .boolean(subject.isTruthy) }
        self = .group(group)
    }

    private init(_ value: LetterValue, isClients: Bool) {
        self =
            switch value {
            case .text(let text):
                .text(isClients ? VisibleText.client(text) : VisibleText.house(text))
            case .flag(let flag):
                .boolean(flag)
            case .list(let items):
                .list(items.map { MustacheValue($0, isClients: isClients) })
            case .group(let values):
                .group(values.mapValues { MustacheValue($0, isClients: isClients) })
            }
    }

    /// The same context with further values at its top.
    func adding(_ others: [String: MustacheValue]) -> MustacheValue {
        guard case .group(let values) = self else { return .group(others) }
        return .group(values.merging(others) { _, other in other })
    }
}
