// Files that go with letters, taken out of the mails that brought them in processes of their own,
// as those mails were read: whatever a stranger attached is opened where it can harm nothing.

import Desk
import Host
import MIME

/// Puts files into letters.
struct FileReading: Sendable {
    /// The argument that makes a process a worker for files.
    static let workerWord = "read-files-worker"

    private let pool = WorkerPool(arguments: [workerWord])

    /// Why a letter's files cannot be had.
    struct Failure: WorldFailure {
        let sentence: String
        let isTemporary: Bool
    }

    /// The letter's bytes with its files.
    func enclose(
        _ letter: ComposedLetter,
        _ bytes: (MailID) throws -> [UInt8]
    ) throws -> [UInt8] {
        var contents: [String: [UInt8]] = [:]
        for mail in Set(letter.enclosures.map(\.mail)).sorted() {
            let digests = Set(letter.enclosures.filter { $0.mail == mail }.map(\.sha256)).sorted()
            let question = MailFiles.question(digests, of: try bytes(mail))
            guard case .bytes(let answer) = try pool.answer(to: question) else {
                throw Failure(sentence: "a mail's files cannot be read", isTemporary: true)
            }
            guard let files = MailFiles.files(in: answer, count: digests.count) else {
                throw Failure(
                    sentence: "a file is no longer in the mail that brought it; send it by hand",
                    isTemporary: false
                )
            }
            for (digest, content) in zip(digests, files) { contents[digest] = content }
        }
        let files = letter.enclosures.map { enclosure in
            OutgoingFile(
                name: enclosure.name,
                type: enclosure.type,
                content: contents[enclosure.sha256] ?? []
            )
        }
        return MailWriter.bytes(of: letter.bytes, named: letter.id, with: files)
    }

    /// Serves as a worker until nobody asks any more.
    static func serve() {
        ConfinedWorker.serve { MailFiles.answer(to: $0) }
    }
}
