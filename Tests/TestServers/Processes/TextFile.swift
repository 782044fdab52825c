// Reading a small file whole, where its absence is an answer.

import Foundation

/// A small text file.
enum TextFile {
    /// What stands in it; nil when it is absent.
    static func read(_ path: String) -> String? {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
    }
}
