// The METHOD of a mail's calendar part: said by its type, else by its own first lines, else by the
// class of an Outlook container.

import Desk

/// Reads calendar parts.
enum CalendarPart {
    private static let bytesMaximum = 16 * 1024
    private static let field = Array("\nMETHOD:".utf8)

    /// The first method that a part says.
    static func method(
        _ leaves: MailLeaves,
        defects: inout Set<MessageDefect>
    ) -> CalendarMethod? {
        for leaf in leaves.all {
            let type = leaf.content.type
            guard type == "text/calendar" || type == "application/ics" else {
                if let method = leaf.winmail?.calendarMethod { return method }
                continue
            }
            let declared = leaf.content.declaredMethod.flatMap(CalendarMethod.init)
            if let method = declared ?? written(in: leaf.content) { return method }
        }
        return nil
    }

    private static func written(in content: PartContent) -> CalendarMethod? {
        var ignored: Set<MessageDefect> = []
        let text = content.decoded(bytesMaximum: bytesMaximum, defects: &ignored)
        guard let place = text.firstIndex(of: field, in: 0..<text.count) else { return nil }
        let word = text[(place + field.count)...].prefix(20).prefix { !$0.isBlankOrLineEnd }
        return CalendarMethod(rawValue: word.lowercasedText)
    }
}
