// Reads a folder of templates and gathers everything that is wrong with it.
//
// Reading, naming and checking are told apart here: files first, then the tags within them
// (PlaceholderCheck), then what comes out of them (StructureCheck). Nothing is thrown before all
// of it has been looked at.

import Desk
import Foundation
import Synchronization

struct TemplateLoader {
    /// The largest template.
    static let fileBytesMaximum = 262_144

    /// The name of the frame's file.
    private static let frameFile = "layout.html"

    private let folder: String
    private var errors: [TemplateError] = []
    private(set) var findings: [TemplateError] = []

    init(folder: String) {
        let trimmed = folder.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        self.folder =
            trimmed.isEmpty ? folder : String(Substring(folder.utf8.prefix(trimmed.count)))
    }

    /// Every letter in every language, or every mistake.
    mutating func load() throws(TemplateErrors) -> [LetterKind: [Language: LetterTemplate]] {
        try requireFolder()
        let frame = loadFrame()
        var templates: [LetterKind: [Language: LetterTemplate]] = [:]
        for (language, part) in zip(Language.allCases, loadLanguages(frame: frame)) {
            errors += part.loader.errors
            findings += part.loader.findings
            for (kind, template) in part.letters {
                templates[kind, default: [:]][language] = template
            }
        }
        guard errors.isEmpty else { throw TemplateErrors(errors) }
        return templates
    }

    // The languages know nothing of each other, and the service waits for all of them at its
    // start: they are read side by side.
    private func loadLanguages(
        frame: MustacheTemplate
    ) -> [(loader: TemplateLoader, letters: [(LetterKind, LetterTemplate)])] {
        let languages = Language.allCases
        let folder = folder
        let parts = Mutex<[Int: (TemplateLoader, [(LetterKind, LetterTemplate)])]>([:])
        DispatchQueue.concurrentPerform(iterations: languages.count) { place in
            var loader = TemplateLoader(folder: folder)
            let letters = loader.load(languages[place], frame: frame)
            parts.withLock { $0[place] = (loader, letters) }
        }
        return parts.withLock { parts in languages.indices.compactMap { parts[$0] } }
    }

    // What is missing with the folder is not worth a sentence each.
    private mutating func requireFolder() throws(TemplateErrors) {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        let known = [Self.frameFile] + Language.allCases.map(\.rawValue)
        guard names?.contains(where: known.contains) != true else { return }
        let isThere = FileManager.default.fileExists(atPath: folder)
        let found =
            if names != nil { "there are no templates in this folder" } else if isThere {
                "this is no folder that can be read"
            } else { "there is no such folder" }
        report(folder, nil, found, "name the folder of the templates with --templates")
        throw TemplateErrors(errors)
    }

    // MARK: - The frame

    private mutating func loadFrame() -> MustacheTemplate {
        let file = "\(folder)/\(Self.frameFile)"
        guard let source = read(file) else { return MustacheTemplate(file: file, nodes: []) }
        let frame = parse(source, file: file)
        let isWhole = errors.isEmpty
        let body = LetterTemplate.FrameName.body.rawValue
        var check = PlaceholderCheck(partials: [:], unescapedName: body)
        for kind in LetterKind.allCases {
            var names: [String: MustacheValue] = [:]
            for name in LetterTemplate.FrameName.allCases { names[name.rawValue] = .text("x") }
            for language in Language.allCases {
                let sample = MustacheValue(kind.sampleValues(in: language))
                check.check(frame, names: sample.adding(names))
            }
        }
        add(check.errors)
        add(FrameCheck.errors(of: frame))
        if !check.sawUnescaped, isWhole {
            report(file, frame.start, "{{{\(body)}}} is missing", "add it where the letter belongs")
        }
        return frame
    }

    // MARK: - A language

    private mutating func load(
        _ language: Language,
        frame: MustacheTemplate
    ) -> [(LetterKind, LetterTemplate)] {
        let directory = "\(folder)/\(language.rawValue)"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            report(directory, nil, "the folder cannot be read", "create it with its letters")
            return []
        }
        let stems = names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
        let shared = loadPartials(stems.filter { $0.hasPrefix("_") }, language, in: directory)
        let partials = shared.partials
        let missing = LetterKind.allCases.filter { !stems.contains($0.rawValue) }
        for kind in missing {
            report("\(directory)/\(kind.rawValue).md", nil, "the file is missing", "write it")
        }
        reportUnknown(stems, missing: missing, in: directory)
        var used: Set<String> = []
        var letters: [(LetterKind, LetterTemplate)] = []
        for kind in LetterKind.allCases where stems.contains(kind.rawValue) {
            let file = "\(directory)/\(kind.rawValue).md"
            guard let letter = source(of: file, language) else { continue }
            let template = LetterTemplate(
                file: file,
                language: language,
                subject: letter.subject,
                body: letter.body,
                partials: partials,
                plain: (letter.plainBody, shared.plain),
                frame: frame
            )
            used.formUnion(check(template, kind))
            letters.append((kind, template))
        }
        for name in partials.keys where !used.contains(name) {
            find("\(directory)/\(name).md", "no letter uses this partial", "remove it, or use it")
        }
        return letters
    }

    private mutating func loadPartials(
        _ stems: [String],
        _ language: Language,
        in directory: String
    ) -> (partials: [String: MustacheTemplate], plain: [String: MustacheTemplate]) {
        var partials: [String: MustacheTemplate] = [:]
        var plain: [String: MustacheTemplate] = [:]
        for stem in stems {
            let file = "\(directory)/\(stem).md"
            // One that cannot be read stays known, so that its users are not reported as well.
            let text = read(file)
            partials[stem] =
                text.map { parse($0, file: file) } ?? MustacheTemplate(file: file, nodes: [])
            let source = PlainMarkdown(text ?? "", in: language).source
            let start = SourcePlace(line: 1, column: 1)
            plain[stem] = MustacheParser.parse(source, file: file, from: start).0
        }
        return (partials, plain)
    }

    private mutating func reportUnknown(
        _ stems: [String],
        missing: [LetterKind],
        in directory: String
    ) {
        let kinds = LetterKind.allCases.map(\.rawValue)
        for stem in stems where !stem.hasPrefix("_") && !kinds.contains(stem) {
            let meant = NearMiss.of(stem, among: missing.map(\.rawValue))
            report(
                "\(directory)/\(stem).md",
                nil,
                "no event sends a letter of this name",
                meant.map { "rename it to \($0).md" }
                    ?? "use one of \(kinds.joined(separator: ", ")), or begin its name with «_»"
            )
        }
    }

    // MARK: - A letter

    private mutating func source(of file: String, _ language: Language) -> LetterSource? {
        guard let text = read(file) else { return nil }
        var source = LetterSource(text, file: file, language: language)
        errors += source.takeErrors()
        return source
    }

    /// Looks at a letter's tags, then at what comes out; returns the partials that it uses.
    private mutating func check(_ template: LetterTemplate, _ kind: LetterKind) -> Set<String> {
        let names = MustacheValue(kind.sampleValues(in: template.language))
        var check = PlaceholderCheck(partials: template.partials, unescapedName: nil)
        check.check(template.subject, names: names)
        check.check(template.body, names: names)
        add(check.errors)
        let partials = template.partials.filter { check.usedPartials.contains($0.key) }
        let files = Set([template.file] + partials.values.map(\.file))
        let structure = StructureCheck(template: template, kind: kind)
        if errors.contains(where: { files.contains($0.file) }) {
            add(structure.errorsBesideOthers())
        } else {
            errors += structure.errors()
        }
        return check.usedPartials
    }

    /// A mistake of a partial or of the frame is one, whatever the letters that use it could name
    /// instead.
    private mutating func add(_ found: [TemplateError]) {
        for error in found
        where !errors.contains(where: {
            $0.file == error.file && $0.place == error.place && $0.found == error.found
        }) {
            errors.append(error)
        }
    }

    // MARK: - Files

    private mutating func read(_ file: String) -> String? {
        // One byte more than allowed, so that a file that is too large is never held whole.
        guard let handle = FileHandle(forReadingAtPath: file),
            let data = try? handle.read(upToCount: Self.fileBytesMaximum + 1) ?? Data()
        else {
            let status = try? FileManager.default.attributesOfItem(atPath: file)
            let (found, advice) =
                switch status?[.type] as? FileAttributeType {
                case .typeDirectory?:
                    ("a folder stands in the file's place", "move it away, and write the file")
                case nil: ("the file is missing", "write it")
                default: ("the file cannot be read", "check its rights")
                }
            report(file, nil, found, advice)
            return nil
        }
        guard data.count <= Self.fileBytesMaximum else {
            report(
                file,
                nil,
                "the file is too large",
                "shorten it to at most \(Self.fileBytesMaximum) bytes"
            )
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            report(file, nil, "the file is not in UTF-8", "save it in UTF-8")
            return nil
        }
        return Self.normalized(text)
    }

    /// Without a byte order mark, with plain line feeds; lines keep their numbers.
    private static func normalized(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            bytes.append(byte)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A template as far as it can be read: what is wrong further down is told as well.
    private mutating func parse(_ source: String, file: String) -> MustacheTemplate {
        let start = SourcePlace(line: 1, column: 1)
        let (template, found) = MustacheParser.parse(source, file: file, from: start)
        errors += found
        return template
    }

    private mutating func report(
        _ file: String,
        _ place: SourcePlace?,
        _ found: String,
        _ advice: String
    ) {
        errors.append(TemplateError(file: file, place: place, found: found, advice: advice))
    }

    private mutating func find(_ file: String, _ found: String, _ advice: String) {
        findings.append(TemplateError(file: file, place: nil, found: found, advice: advice))
    }
}
