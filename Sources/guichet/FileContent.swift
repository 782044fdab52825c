// Reading a file that a user names: whatever is wrong with it is one sentence.

import Foundation

/// Reads whole files.
enum FileContent {
    /// Why a file cannot be read.
    struct Problem: Error {
        /// One sentence: which file, what is wrong.
        let sentence: String
    }

    /// The largest file that is read, in bytes.
    static let bytesMaximum = 200_000_000

    /// The bytes of a file.
    static func read(_ path: String) -> Result<[UInt8], Problem> {
        let shown = path.withoutControls
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            return .failure(
                Problem(sentence: "\(shown): there is no such file; check its name and folder.")
            )
        }
        switch attributes[.type] as? FileAttributeType {
        case .typeRegular:
            break
        case .typeDirectory:
            return .failure(
                Problem(sentence: "\(shown): this is a folder; name the files in it.")
            )
        case nil, .some:
            return .failure(Problem(sentence: "\(shown): this is not a regular file."))
        }
        if let size = attributes[.size] as? Int, size > bytesMaximum {
            return .failure(
                Problem(sentence: "\(shown): larger than \(bytesMaximum / 1_000_000) MB.")
            )
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(
                Problem(sentence: "\(shown): it cannot be read; check its permissions.")
            )
        }
        return .success(Array(data))
    }
}
