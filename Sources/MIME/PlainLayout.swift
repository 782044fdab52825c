// How a plain text is to be shown: lines that a program broke are joined, line ends that a program
// doubled are halved, the armour of a signature goes.
//
// Flowed text (RFC 3676) with DelSp and quote depth. Outlook doubles line ends where it makes plain
// text of HTML: then every gap between two lines has an odd number of empty ones, and some gap
// three; nobody writes so. One pass each.

import Desk

/// Lays out plain text; clean UTF-8 with LF in and out.
enum PlainLayout {
    private static let quoteDepthMaximum = 20

    /// Joins the lines of a flowed text.
    static func unflowed(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var position = 0
        // The depth of the paragraph that goes on in the next line; nil where none does.
        var openDepth: Int?
        while position < text.count {
            let end = text.lineEnd(from: position, before: text.count)
            var line = text[position..<end]
            position = end
            if line.last == .lineFeed { line.removeLast() }
            let marks = line.prefix { $0 == UInt8(ascii: ">") }
            line = line.dropFirst(marks.count)
            let isStuffed = line.first == .space
            if isStuffed { line = line.dropFirst() }
            let isSignature = line.elementsEqual("-- ".utf8)
            if openDepth != marks.count || isSignature {
                if openDepth != nil { output.append(.lineFeed) }
                let depth = min(marks.count, quoteDepthMaximum)
                output += repeatElement(UInt8(ascii: ">"), count: depth)
                if depth > 0, !line.isEmpty { output.append(.space) }
            }
            let isFlowed = line.last == .space && !isSignature
            output += isFlowed && deletesSpace ? line.dropLast() : line
            openDepth = isFlowed ? marks.count : nil
            if !isFlowed { output.append(.lineFeed) }
        }
        if openDepth != nil { output.append(.lineFeed) }
        return output
    }

    // How long a command and a parameter of text/enriched may be.
    private static let commandBytesMaximum = 62
    private static let parameterBytesMaximum = 500

    /// Takes the commands out of text/enriched (RFC 1896): one line end is a blank there, and of
    /// several the first counts for nothing.
    static func withoutMarkup(_ text: [UInt8]) -> [UInt8] {
        let less = UInt8(ascii: "<")
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == less, index + 1 < text.count, text[index + 1] == less {
                output.append(less)
                index += 2
            } else if text[index] == less, let end = commandEnd(in: text, from: index) {
                index = end
            } else if text[index] == .lineFeed {
                let ends = text[index...].prefix { $0 == .lineFeed }.count
                let byte: UInt8 = ends == 1 ? .space : .lineFeed
                output += repeatElement(byte, count: max(1, ends - 1))
                index += ends
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }

    // Behind the command that begins here, and behind what belongs to it.
    private static func commandEnd(in text: [UInt8], from start: Int) -> Int? {
        let limit = min(text.count, start + commandBytesMaximum)
        guard let end = text.firstIndex(of: UInt8(ascii: ">"), in: start..<limit) else {
            return nil
        }
        guard text[(start + 1)..<end].equalsIgnoringCase("param") else { return end + 1 }
        let close = Array("</param>".utf8)
        let further = min(text.count, end + parameterBytesMaximum)
        let found = text.firstIndex(of: close, in: end..<further)
        return found.map { $0 + close.count } ?? end + 1
    }

    /// Halves the line ends where a program doubled all of them.
    static func withoutDoubledLines(_ text: [UInt8]) -> [UInt8] {
        guard isDoubled(text) else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var emptyLines = 0
        forEachLine(of: text) { line in
            guard line.allSatisfy(isEmptyByte) else {
                if !output.isEmpty {
                    output += repeatElement(.lineFeed, count: 1 + (emptyLines - 1) / 2)
                }
                output += line
                emptyLines = 0
                return true
            }
            emptyLines += 1
            return true
        }
        return output + [.lineFeed]
    }

    private static func isDoubled(_ text: [UInt8]) -> Bool {
        var lines = 0
        var emptyLines = 0
        var wideGaps = 0
        var isRegular = true
        forEachLine(of: text) { line in
            if line.allSatisfy(isEmptyByte) {
                emptyLines += 1
                return true
            }
            if lines > 0 {
                isRegular = emptyLines % 2 == 1
                if emptyLines >= 3 { wideGaps += 1 }
            }
            lines += 1
            emptyLines = 0
            return isRegular
        }
        return isRegular && lines >= 4 && wideGaps >= 1
    }

    // Blanks, and the two bytes of a no-break space.
    private static func isEmptyByte(_ byte: UInt8) -> Bool {
        byte.isBlankOrLineEnd || byte == 0xC2 || byte == 0xA0
    }

    // Lines without their line feeds, until the work answers false.
    private static func forEachLine(of text: [UInt8], _ work: (Bytes) -> Bool) {
        var position = 0
        while position < text.count {
            let end = text.lineEnd(from: position, before: text.count)
            let hasLineFeed = text[end - 1] == .lineFeed
            guard work(text[position..<(hasLineFeed ? end - 1 : end)]) else { return }
            position = end
        }
    }

    // MARK: - Armour

    private static let signedBeginning = Array("-----BEGIN PGP SIGNED MESSAGE-----".utf8)
    private static let signature = Array("\n-----BEGIN PGP SIGNATURE-----".utf8)
    private static let encrypted = Array("-----BEGIN PGP MESSAGE-----".utf8)
    private static let emptyLine = [UInt8.lineFeed, .lineFeed]

    /// Takes away the armour of a signature; an encrypted text is a defect, and stays as it is.
    static func withoutArmour(_ text: [UInt8], defects: inout Set<MessageDefect>) -> [UInt8] {
        guard let start = text.firstIndex(of: Array("-----BEGIN PGP ".utf8), in: 0..<text.count),
            start == 0 || text[start - 1] == .lineFeed
        else { return text }
        if text[start...].starts(with: encrypted) {
            defects.insert(.encrypted)
            return text
        }
        guard text[start...].starts(with: signedBeginning),
            let head = text.firstIndex(of: emptyLine, in: start..<text.count),
            let end = text.firstIndex(of: signature, in: head..<text.count)
        else { return text }
        return Array(text[..<start]) + text[(head + 2)..<max(head + 2, end + 1)]
    }
}
