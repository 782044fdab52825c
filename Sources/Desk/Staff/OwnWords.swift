// Our own letters to the staff within a colleague's answer, where a program has quoted them without
// any mark: below the answer, indented, or as HTML without a block. What stands in them is for
// colleagues, and must never reach a client.
//
// Our letters are known by their sentences. From the first of them to the last, all lines are ours;
// so are the client's own words above them, which open a notification. What stands below stays the
// colleague's. Every line is looked at once.

/// Our own letter within a text.
struct OwnWords {
    /// The text without it.
    let rest: String
    /// Whether it is not certain where it ends: what is left may still be ours.
    let isDoubtful: Bool

    /// Cuts our letter to a colleague out of a text; `clients` are the client's latest mails, the
    /// latest first.
    init(cutOutOf text: String, to name: String = "", clients: [String] = []) {
        let lines = TextLines(text)
        let kinds = (0..<lines.count).map { index in
            lines.lines[index].depth > 0 ? nil : Self.kind(of: index, in: lines)
        }
        guard let first = kinds.firstIndex(of: .sentence) else {
            rest = text
            isDoubtful = false
            return
        }
        let start = Self.start(above: first, kinds, in: lines, to: name, clients)
        let end = Self.end(below: first, kinds, in: lines)
        rest = (Array(0..<start) + Array(end..<lines.count))
            .map { String(decoding: lines.raw($0), as: UTF8.self) }
            .joined(separator: "\n")
        let isWhole = kinds[first..<end].contains(.end)
        isDoubtful = !isWhole && (end..<lines.count).contains { !lines.lines[$0].isBlank }
    }

    /// The first line of a text that seems to be one of ours; nil for none.
    static func line(in text: String) -> String? {
        let lines = TextLines(text)
        var labels: [Int] = []
        for index in 0..<lines.count {
            let shown = String(decoding: lines.raw(index), as: UTF8.self).cut(toBytes: 120)
            switch kind(of: index, in: lines) {
            case .sentence, .end, .link: return shown
            case .label:
                labels.append(index)
                if labels.count > 1 { return shown }
            case .foot, nil: break
            }
        }
        return nil
    }

    // MARK: - Lines

    private enum Kind {
        // A sentence that only our letters have.
        case sentence
        // A label that others might write.
        case label
        // A link of a command, or its words.
        case link
        // What ends every letter of ours.
        case end
        // The foot of the HTML part.
        case foot
    }

    private static let sentences = PhraseIndex([
        [
            "pour repondre au client, repondez a ce message", "votre texte lui parviendra",
            "voici ce qui vous concerne sur le dossier", "vous saisit au sujet du dossier",
            "vous demande d'intervenir sur le dossier", "asks you to step in on the file",
            "pour annuler : #annuler", "(message sans texte.)",
            "to answer the client, answer this message", "your text will reach them",
            "this concerns you on the file", "(a message without text.)",
        ]
    ])

    private static let headings = [
        "nouveau dossier ", "nouveau message sur le dossier ", "new file ", "new message on file ",
    ]

    private static let labels = [
        "suivi par :", "promis :", "contrat :", "client :", "sites :", "piece jointe :",
        "piece gardee au dossier", "derniers echanges", "etat du dossier :", "de :", "from:",
        "adresse du client :", "handled by:", "promised:", "contract:", "attached:",
        "kept with the file", "latest exchanges", "sites:", "client:", "state of the file:",
    ]

    private static let links: Set = [
        "prendre le dossier", "le classer critique", "attendre le client", "demander la cloture",
        "voir ou il en est", "take the file", "make it critical", "wait for the client",
        "ask to close it", "see where it stands",
    ]

    private static func kind(of index: Int, in lines: TextLines) -> Kind? {
        let folded = lines.folded(index).bytes.drop { !isLetter($0) && $0 != UInt8(ascii: "(") }
        guard !folded.isEmpty else { return nil }
        let line = FoldedLine(bytes: folded)
        if line.hasPrefix("guichet, pour ") || line.hasPrefix("guichet, for ") { return .end }
        if headings.contains(where: line.hasPrefix), namesTicket(lines.raw(index)) {
            return .sentence
        }
        if sentences.first(in: folded) != nil { return .sentence }
        if labels.contains(where: line.hasPrefix) { return .label }
        if line.contains("mailto:"), line.contains("%23") { return .link }
        if isFoot(lines.raw(index)) { return .foot }
        let words = line.words.map { String(decoding: $0, as: UTF8.self) }
        let isLink = (3...5).contains { links.contains(words.prefix($0).joined(separator: " ")) }
        return isLink && words.count < 8 ? .link : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }

    // "Nouveau dossier SAV-2026-000123 (nouveau)".
    private static func namesTicket(_ line: ArraySlice<UInt8>) -> Bool {
        line.prefix(200).split { byte in
            !(byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80)
        }
        .contains { TicketNumber.Mention(String(decoding: $0, as: UTF8.self)) != nil }
    }

    // The foot of the HTML part: "Mileo Technology · 01 99 00 10 00".
    private static func isFoot(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count < 200, line.count(where: { (0x30...0x39).contains($0) }) >= 8 else {
            return false
        }
        return zip(line, line.dropFirst()).contains { $0 == 0xC2 && $1 == 0xB7 }
    }

    // MARK: - Where it ends

    // Behind our signature, or else behind the last line that is ours for certain, with the links
    // that follow.
    private static func end(below first: Int, _ kinds: [Kind?], in lines: TextLines) -> Int {
        var end = first + 1
        if let last = kinds[first...].lastIndex(of: .end) {
            end = last + 1
        } else if let last = kinds[first...].lastIndex(where: { [.sentence, .link].contains($0) }) {
            end = last + 1
        }
        for index in end..<lines.count {
            if [.link, .foot].contains(kinds[index]) { end = index + 1 }
            guard kinds[index] != nil || isEmptyOrRule(index, in: lines) else { break }
        }
        return end
    }

    // MARK: - The client's words above

    private static func start(
        above first: Int,
        _ kinds: [Kind?],
        in lines: TextLines,
        to name: String,
        _ clients: [String]
    ) -> Int {
        let own = comparable(name)
        let greetings = own.isEmpty ? [] : ["bonjour \(own)", "hello \(own)"]
        var start = first
        while start > 0 {
            let line = comparable(String(decoding: lines.raw(start - 1), as: UTF8.self))
            guard
                isEmptyOrRule(start - 1, in: lines) || kinds[start - 1] != nil
                    || greetings.contains(line)
            else { break }
            start -= 1
        }
        for client in clients {
            let top = top(of: comparable(client), from: start, in: lines)
            if top < start { return top }
        }
        return start
    }

    // Walks up as long as the lines are the end of what the client wrote, however they were broken.
    private static func top(of client: String, from start: Int, in lines: TextLines) -> Int {
        var left = Substring(client)
        var top = start
        var place = start - 1
        var isFirst = true
        while place >= 0, start - place <= linesMaximum, !left.isEmpty {
            defer { place -= 1 }
            guard !isEmptyOrRule(place, in: lines) else { continue }
            let line = comparable(String(decoding: lines.raw(place), as: UTF8.self))
            if left.hasSuffix(line) {
                left = left.dropLast(line.count)
            } else if isFirst, line.count >= 20, let found = left.firstRange(of: line) {
                // The end of a long mail may not have been repeated.
                left = left[..<found.lowerBound]
            } else {
                break
            }
            while left.last == " " { left = left.dropLast() }
            isFirst = false
            top = place
        }
        return top
    }

    private static let linesMaximum = 2000

    private static func comparable(_ text: String) -> String {
        Folding.text(of: text.cut(toBytes: 20_000)).split { !$0.isLetter && !$0.isNumber }
            .joined(separator: " ")
    }

    private static func isEmptyOrRule(_ index: Int, in lines: TextLines) -> Bool {
        !lines.raw(index).contains { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3
        }
    }
}
