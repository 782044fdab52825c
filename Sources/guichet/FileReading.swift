// Files that go with letters, taken out of the mails that brought them in processes of their own,
// as those mails were read: whatever a stranger attached is opened where it can harm nothing.

import Desk
import Host
import MIME

/// Puts files into letters.
struct FileReading: Sendable {
    /// The argument that makes a process a worker for files.
    static let workerWord = "read-files-worker"

    /// What reads the mails whose words go with a letter.
    let mails: MailReading
    /// The calendar by which their moments are written.
    let calendar: CompanyCalendar
    private let pool = WorkerPool(arguments: [workerWord])

    init(mails: MailReading, calendar: CompanyCalendar) {
        (self.mails, self.calendar) = (mails, calendar)
    }

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
        let enclosed = letter.enclosures.filter { !$0.isWords }
        for mail in Set(enclosed.map(\.mail)).sorted() {
            let digests = Set(enclosed.filter { $0.mail == mail }.map(\.sha256)).sorted()
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
        let files = enclosed.map { enclosure in
            OutgoingFile(
                name: enclosure.name,
                type: enclosure.type,
                content: contents[enclosure.sha256] ?? []
            )
        }
        return MailWriter.bytes(
            of: letter.bytes,
            named: letter.id,
            with: files + words(in: letter, bytes)
        )
    }

    // What the mails of a dossier say, in one file; a mail that is kept no more says so.
    private func words(
        in letter: ComposedLetter,
        _ bytes: (MailID) throws -> [UInt8]
    ) -> [OutgoingFile] {
        let mails = letter.enclosures.filter(\.isWords)
        guard let name = mails.first?.name else { return [] }
        let texts = mails.map { enclosure in
            guard let raw = try? bytes(enclosure.mail), let message = try? self.mails.read(raw)
            else { return "(Ce message n’est plus conservé.)\n" }
            return ExchangeText.text(of: message, in: calendar)
        }
        // Its first sign tells programs that no header tells that it is UTF-8.
        let text =
            "\u{FEFF}" + texts.joined(separator: "\n\(String(repeating: "-", count: 60))\n\n")
        return [OutgoingFile(name: name, type: "text/plain", content: Array(text.utf8))]
    }

    /// Serves as a worker until nobody asks any more.
    static func serve() {
        ConfinedWorker.serve { MailFiles.answer(to: $0) }
    }
}
