// A colleague's mail with its command lines: whoever writes one is proven elsewhere; what he writes
// may still be anything.

import Desk
import Foundation

/// What goes to the readers of staff's mail.
enum StaffTargets {
    static let all = [commands]

    private static let commands = FuzzTarget("staff-commands", bytesMaximum: 2_000) { input in
        let text = cleanText(input)
        let parts = StaffText(of: text)
        promise(
            parts.commandLines.allSatisfy { $0.hasPrefix("#") && !$0.utf8.contains(0x0A) },
            "a command line is one line and begins with its mark: \(parts.commandLines)"
        )
        promise(parts.message.utf8.count <= text.utf8.count, "nothing is added to a message")
        // "#critique #rapport": several may stand on one line, each with its mark.
        let marks = parts.commandLines.reduce(0) { $0 + $1.utf8.count { $0 == 0x23 } }
        switch parser.read(parts.commandLines) {
        case .commands(let commands):
            promise(
                commands.count <= min(CommandParser.linesMaximum, marks),
                "no command comes from nowhere"
            )
            promise(
                commands.allSatisfy { command in
                    let words = withoutBlanks(command.line)
                    return parts.commandLines.contains { withoutBlanks($0).contains(words) }
                },
                "every command names its line"
            )
        case .problems(let problems):
            promise(!problems.isEmpty, "what is refused has a problem")
            for problem in problems {
                promise(isOneLine(problem.sentence), "a problem is told on one line: \(problem)")
                promise(problem.line.utf8.count <= 200, "a quoted line has a longest length")
                promise(problem.sentence.utf8.count < 3_000, "a problem is told in few words")
            }
        }
    }

    // Where a line is parted, its words stand one blank apart.
    private static func withoutBlanks(_ line: String) -> String {
        String(decoding: line.utf8.filter { $0 != 0x20 }, as: UTF8.self)
    }

    private static let parser = CommandParser(
        company: HouseUnderFire.house.company,
        at: Date(timeIntervalSince1970: 1_790_000_000)
    )
}
