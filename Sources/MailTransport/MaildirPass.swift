// One walk through new/, batch by batch: the listing was made once, the mails are read when asked
// for.
//
// So a backlog of 100,000 mails costs one listing, and never more memory than one batch. A file
// that cannot be read is a complaint; it stays where it is and the walk goes on.

package import Desk

/// Some mails of a pass, and what was met on the way to them.
package struct MaildirBatch: Sendable {
    /// The mails, in the order of their delivery; none at the end of the pass.
    package var messages: [RawMessage] = []
    /// What was not read, and stays.
    package var complaints: [MaildirComplaint] = []
    /// How many files somebody took away between the listing and the reading.
    package var vanished = 0
}

/// A walk through new/.
package struct MaildirPass: Sendable {
    private let source: MaildirSource
    private let names: [MaildirName]
    private var position = 0
    private var complaints: [MaildirComplaint] = []
    private var complaintsCount = 0

    /// How many complaints a pass words; a last one tells the number of the others.
    package static let complaintsMaximum = 100
    /// Up to which size a mail that is too large to be handed over is read through.
    static let hashedBytesMaximum = 1_000_000_000

    init(source: MaildirSource, listing: MaildirListing) {
        self.source = source
        names = listing.names
        for complaint in listing.complaints { complain(complaint) }
    }

    /// How many mails are still to be read.
    package var remaining: Int { names.count - position }

    /// The next mails: at most so many and, beyond the first one, at most so many bytes.
    ///
    /// - Returns: a batch without mails only at the end, however often it is asked for.
    /// - Throws: where no file can be read at present; the same mails come when asked again.
    package mutating func next(
        count: Int,
        bytes budget: Int
    ) throws(TransportError) -> MaildirBatch {
        precondition(count > 0 && budget > 0, "a batch must have room for a mail")
        var batch = MaildirBatch()
        guard remaining > 0 else { return closing(batch) }
        let folder = try OpenFolder(path: source.newPath)
        var room = Int.max
        while remaining > 0, batch.messages.count < count {
            do throws(TransportError) {
                switch try read(names[position], in: folder, room: room) {
                case .tooLargeForNow:
                    return closing(batch)
                case .vanished:
                    batch.vanished += 1
                case .mail(let message):
                    room = (batch.messages.isEmpty ? budget : room) - message.bytes.count
                    batch.messages.append(message)
                }
            } catch {
                // Without descriptors or memory the file is not at fault, nor will the next be.
                if error.code == .exhausted {
                    guard batch.messages.isEmpty else { return closing(batch) }
                    throw error
                }
                let name = names[position].text.fitForSentence
                complain(MaildirComplaint(name: name, error: error))
            }
            position += 1
        }
        return closing(batch)
    }

    private mutating func complain(_ complaint: MaildirComplaint) {
        complaintsCount += 1
        if complaintsCount <= Self.complaintsMaximum { complaints.append(complaint) }
    }

    private mutating func closing(_ batch: MaildirBatch) -> MaildirBatch {
        var batch = batch
        let others = complaintsCount - Self.complaintsMaximum
        if remaining == 0, others > 0 {
            let sentence = "\(others) more files in \(source.newPath.fitForSentence) cannot be read"
            let error = TransportError(.notRegular, sentence)
            complaints.append(MaildirComplaint(name: "", error: error))
            complaintsCount = 0
        }
        batch.complaints = complaints
        complaints = []
        return batch
    }

    private enum Reading {
        case mail(RawMessage)
        case vanished
        case tooLargeForNow
    }

    private func read(
        _ name: MaildirName,
        in folder: borrowing OpenFolder,
        room: Int
    ) throws(TransportError) -> Reading {
        guard let file = try folder.open(name.text) else { return .vanished }
        let status = try file.status()
        guard status.isRegular else {
            let place = "\(folder.shownPath)/\(name.text.fitForSentence)"
            throw TransportError(
                .notRegular,
                "\(place) is not a mail; it is not read, move it away"
            )
        }
        let isCut = status.size > source.messageBytesMaximum
        let size = isCut ? min(status.size, RawMessage.headerBytesMaximum) : status.size
        guard size <= room else { return .tooLargeForNow }
        let bytes = try file.bytes(atMost: size)
        let kept = isCut ? RawMessage.header(of: bytes) : bytes
        let identity = MaildirIdentity(name, moment: status.changedNanoseconds)
        let message = RawMessage(
            origin: MailOrigin(mailbox: source.mailbox, validity: 0, uid: .name(identity.text)),
            receivedAt: status.changedAt,
            bytes: kept,
            isCut: isCut,
            bytesLeftOut: isCut ? status.size - kept.count : 0,
            wholeDigest: isCut ? try digest(of: file, size: status.size) : nil
        )
        return .mail(message)
    }

    // Two large mails may have the same header and the same size: what the file holds decides.
    private func digest(of file: OpenFile, size: Int) throws(TransportError) -> ContentDigest? {
        guard size <= Self.hashedBytesMaximum, let digest = source.digest else { return nil }
        return try digest(size) { range throws(TransportError) in try file.bytes(in: range) }
    }
}
