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
        _ bytes: (Enclosure) throws -> [UInt8]
    ) throws -> [UInt8] {
        var contents: [String: [UInt8]] = [:]
        let enclosed = letter.enclosures.filter { !$0.isWords && !$0.isWhole }
        let byMail = Dictionary(grouping: enclosed, by: \.mail).sorted { $0.key < $1.key }
        for (_, files) in byMail {
            let digests = Set(files.map(\.sha256)).sorted()
            let question = MailFiles.question(digests, of: try bytes(files[0]))
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
            with: files + words(in: letter, bytes) + whole(in: letter, bytes)
        )
    }

    /// How many bytes of words go with one letter; of more, the rest is said to be missing.
    static let wordsBytesMaximum = 4_000_000

    // What the mails of a dossier say, in one file; a mail that is kept no more says so.
    private func words(
        in letter: ComposedLetter,
        _ bytes: (Enclosure) throws -> [UInt8]
    ) -> [OutgoingFile] {
        let mails = letter.enclosures.filter(\.isWords)
        guard let name = mails.first?.name else { return [] }
        // Its first sign tells programs that no header tells that it is UTF-8.
        var text = "\u{FEFF}"
        for (place, enclosure) in mails.enumerated() {
            if place > 0 { text += "\n\(String(repeating: "-", count: 60))\n\n" }
            guard text.utf8.count < Self.wordsBytesMaximum else {
                text += "(\(mails.count - place) autres messages n’ont pas la place ici.)\n"
                break
            }
            guard let raw = try? bytes(enclosure), !raw.isEmpty,
                let message = try? self.mails.read(raw)
            else {
                text += "(Ce message n’est plus conservé.)\n"
                continue
            }
            text += ExchangeText.text(of: message, in: calendar)
        }
        return [OutgoingFile(name: name, type: "text/plain", content: Array(text.utf8))]
    }

    // Mails as they came; one that is kept no more is left out: the words say so.
    private func whole(
        in letter: ComposedLetter,
        _ bytes: (Enclosure) throws -> [UInt8]
    ) -> [OutgoingFile] {
        letter.enclosures.filter(\.isWhole).compactMap { enclosure in
            guard let raw = try? bytes(enclosure), !raw.isEmpty else { return nil }
            return OutgoingFile(name: enclosure.name, type: enclosure.type, content: raw)
        }
    }

    /// Serves as a worker until nobody asks any more.
    static func serve() {
        ConfinedWorker.serve { MailFiles.answer(to: $0) }
    }
}
