// The package as the tidy rules see it: the texts of its files, by path.
//
// A rule looks at a `House` and at nothing else, so that the same rule reads the real tree and the
// small broken houses by which each rule proves that it would notice.

import Foundation
import TestSupport

/// One Swift file of the house.
struct SwiftFile: Sendable {
    /// Where it lies, from the package's folder.
    let path: String
    /// What stands in it.
    let source: SourceText

    /// `Desk` for Sources/Desk/Time/Delay.swift, `DeskTests` for what lies in Tests/DeskTests.
    var module: String {
        let folders = path.split(separator: "/")
        return folders.count > 2 ? String(folders[1]) : ""
    }

    /// Whether it belongs to the tests.
    var isTest: Bool { path.hasPrefix("Tests/") }
}

/// A place at which a rule is broken.
struct Breach: Sendable, CustomStringConvertible {
    let path: String
    /// From 1; nil where the whole file is meant, or a file that is missing.
    let line: Int?
    let sentence: String

    init(_ path: String, line: Int? = nil, _ sentence: String) {
        self.path = path
        self.line = line
        self.sentence = sentence
    }

    /// A breach at a byte of a file.
    init(_ file: SwiftFile, at offset: Int, _ sentence: String) {
        self.init(file.path, line: file.source.line(at: offset), sentence)
    }

    var description: String {
        line.map { "\(path):\($0): \(sentence)" } ?? "\(path): \(sentence)"
    }
}

/// The files of the package.
struct House: Sendable {
    /// Every file, by its path; a file that is no text, or text of no interest, is empty here.
    let texts: [String: String]
    /// The Swift files of Sources and Tests, by path.
    let swiftFiles: [SwiftFile]

    init(_ texts: [String: String]) {
        self.texts = texts
        swiftFiles =
            texts
            .filter { $0.key.hasSuffix(".swift") && $0.key.contains("/") }
            .sorted { $0.key < $1.key }
            .map { SwiftFile(path: $0.key, source: SourceText($0.value)) }
    }

    /// This package.
    static let ours = House(readTexts(under: PackageRoot.url))

    /// The Swift files of Sources.
    var sources: [SwiftFile] { swiftFiles.filter { $0.path.hasPrefix("Sources/") } }

    /// The folders right under this one, such as `Sources`, by name.
    func folders(under parent: String) -> [String] {
        let names = texts.keys
            .filter { $0.hasPrefix(parent + "/") }
            .map { $0.split(separator: "/") }
            .filter { $0.count > 2 }
            .map { String($0[1]) }
        return Set(names).sorted()
    }

    private static let folders = [
        ".ci", "Benchmarks", "Mailboxes", "Packaging", "Sources", "Templates", "Tests",
    ]
    private static let readableExtensions: Set = ["swift", "h", "modulemap", "md", "sh", "yaml"]
    private static let readableNames: Set = [".swift-format", "LICENSE", "Makefile", "run"]

    private static func readTexts(under root: URL) -> [String: String] {
        var texts: [String: String] = [:]
        for url in contents(of: root) where isFile(url) {
            texts[url.lastPathComponent] = read(url)
        }
        for folder in folders {
            let start = root.appending(path: folder)
            let prefix = start.pathComponents.count
            let below = FileManager.default.enumerator(
                at: start,
                includingPropertiesForKeys: [.isRegularFileKey]
            )
            for case let url as URL in below ?? .init() where isFile(url) {
                let path = [folder] + url.pathComponents.dropFirst(prefix)
                texts[path.joined(separator: "/")] = read(url)
            }
        }
        return texts
    }

    private static func contents(of folder: URL) -> [URL] {
        (try? FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: [.isRegularFileKey]
        )) ?? []
    }

    private static func isFile(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
    }

    private static func read(_ url: URL) -> String {
        guard
            readableExtensions.contains(url.pathExtension)
                || readableNames.contains(url.lastPathComponent)
        else { return "" }
        return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }
}
