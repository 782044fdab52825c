// guichet ingest: one mail from stdin, for a mail server that delivers into a pipe.
//
// The exit code is the whole answer: 0 once the mail is durable, 75 while trying again may help
// (broken settings are mended, full disks emptied), 64 and 65 where the server should give up.
// What happens behind the keeping cannot take the mail back: the service files it later.

import Desk
import Foundation
import Gateway
import MIME
import Store

/// Takes one mail in.
enum IngestCommand {
    private static let mailboxOption = Option(
        name: "--mailbox",
        value: "NAME",
        help: "the mailbox that the mail is for (needed where there are several)"
    )
    private static let send = Option(
        name: "--send",
        value: nil,
        help: "send its letter at once, where no service does"
    )

    static let command = Command(
        name: "ingest",
        operands: "",
        operandCount: 0...0,
        summary: "take one mail in from stdin, for a mail server's pipe",
        details: [
            "Keeps and files the mail that is written to its standard input. Its letter is queued:",
            "the service sends it, or --send does. The same mail twice is filed once.",
            "",
            "A mail that is larger than the mailbox reads is kept whole and filed by its header;",
            "the staff are told.",
            "",
            "Exit code 0: the mail is safe here. 75: nothing was kept, try again later. 64, 65:",
            "the call or the mail is at fault (no mail, or larger than 200 MB).",
        ],
        options: [mailboxOption, send, Command.json]
    ) { invocation in
        do {
            return try ingest(invocation)
        } catch let failure as CommandFailure {
            // Whoever pipes mail must not bounce it because of our settings or our disk.
            let isTheirs = failure.code == .usage || failure.code == .badData
            throw CommandFailure(isTheirs ? failure.code : .tryLater, sentences: failure.sentences)
        } catch let failure as any WorldFailure {
            throw CommandFailure(.tryLater, failure.sentence)
        }
    }

    private static func ingest(_ invocation: Invocation) throws -> ExitCode {
        let house = try invocation.loadHouse()
        let mailbox = try mailbox(of: house, invocation)
        let bytes = try read()
        let store = try invocation.openStore()
        let digest = ContentHash.digest(of: bytes)
        let mail = RawMessage(
            origin: MailOrigin(handedInto: mailbox.name, digest: digest),
            receivedAt: Clock.now(),
            bytes: bytes,
            // No mailbox has it but this one, so all of it is kept.
            isCut: bytes.count > mailbox.messageBytesMaximum
        )
        let kept = try store.keep([(mail: mail, digest: digest)])
        // From here on the mail is safe, and the answer is 0 whatever happens.
        do {
            try file(kept.map { ($0, bytes) }, house, store, invocation)
        } catch let failure as CommandFailure {
            for sentence in failure.sentences { complain(sentence, invocation) }
        } catch let failure as any WorldFailure {
            complain(failure.sentence, invocation)
        }
        return .success
    }

    private static func complain(_ sentence: String, _ invocation: Invocation) {
        invocation.output.complain("the mail is kept, and dealt with later: \(sentence)")
    }

    private static func mailbox(
        of house: HouseSettings,
        _ invocation: Invocation
    ) throws -> MailboxSettings {
        if let name = invocation.value(mailboxOption.name) {
            return try invocation.mailbox(named: name, in: house)
        }
        guard let mailbox = house.mailboxes.first, house.mailboxes.count == 1 else {
            let names = house.mailboxes.map(\.name.text).joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "There are several mailboxes (\(names)); say which with --mailbox NAME."
            )
        }
        return mailbox
    }

    private static func read() throws -> [UInt8] {
        let maximum = FileContent.bytesMaximum
        var bytes: [UInt8] = []
        while bytes.count <= maximum {
            let piece: Data?
            do {
                piece = try FileHandle.standardInput.read(upToCount: 1_000_000)
            } catch {
                throw CommandFailure(.tryLater, "The mail on stdin cannot be read to its end.")
            }
            guard let piece, !piece.isEmpty else { break }
            bytes += piece
        }
        guard bytes.count <= maximum else {
            throw CommandFailure(
                .badData,
                "The mail is larger than \(maximum / 1_000_000) MB; nothing was kept."
            )
        }
        guard !bytes.isEmpty else {
            throw CommandFailure(.badData, "There is no mail on stdin: `guichet ingest < mail`.")
        }
        return bytes
    }

    private static func file(
        _ mails: [(kept: KeptMail, bytes: [UInt8])],
        _ house: HouseSettings,
        _ store: Store,
        _ invocation: Invocation
    ) throws {
        let journal = Journal(invocation)
        let world = try invocation.makeWorld(
            house,
            store: store,
            templates: try invocation.loadTemplates()
        ) { journal.note($0) }
        let waiting = mails.filter { $0.kept.disposition == nil || $0.kept.disposition == .hold }
        if !waiting.isEmpty { _ = try FilingDesk(world).file(waiting) }
        guard invocation.has(send) else { return }
        // A service that runs sends by itself, and two must not.
        do {
            let lock = try ServiceLock(folder: invocation.stateFolder)
            defer { lock.release() }
            for failed in try Dispatch(world).run().failures { throw failed.failure }
        } catch let failure as StoreError where failure.code == .served {}
    }
}
