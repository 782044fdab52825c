// A Maildir to test with, and the moments of its mails. Every test makes its own, in a temporary
// folder that goes with it; the source and the sink look at the same Maildir, so that what one does
// can be seen by the other.

import Desk
import Foundation
import MailTransport
import TestSupport
import Testing

/// A Maildir in a temporary folder of its own.
struct MaildirFixture {
    let folder: TemporaryFolder
    let mailbox: MailboxName
    let source: MaildirSource
    let sink: MaildirSink

    /// Monday 5 October 2026, 08:00 UTC.
    static let monday = Date(timeIntervalSince1970: 1_791_187_200)

    init(messageBytesMaximum: Int = 1_000_000) throws {
        folder = try TemporaryFolder()
        mailbox = try #require(MailboxName("sav"))
        for name in ["tmp", "new", "cur"] { try folder.makeFolder(name) }
        source = MaildirSource(
            path: folder.path,
            mailbox: mailbox,
            messageBytesMaximum: messageBytesMaximum
        )
        sink = MaildirSink(path: folder.path, host: "desk.mileo.example")
    }

    /// Puts a mail into new/ as somebody's mail server would.
    func receive(
        _ name: String,
        _ text: String = "Subject: x\n\nx\n",
        after seconds: Double = 0
    )
        throws
    {
        try folder.write("new/\(name)", text, at: Self.monday + seconds)
    }

    /// Everything that a pass gives, read in batches of one size.
    func readAll(count: Int = 50, bytes: Int = 8_000_000) throws -> [MaildirBatch] {
        var pass = try source.pass()
        var batches: [MaildirBatch] = []
        while true {
            let batch = try pass.next(count: count, bytes: bytes)
            batches.append(batch)
            if batch.messages.isEmpty { return batches }
        }
    }

    /// The origin of a mail with this uid.
    func origin(_ uid: String) -> MailOrigin {
        MailOrigin(mailbox: mailbox, validity: 0, uid: .name(uid))
    }
}

extension RawMessage {
    /// The name under which a Maildir's mail is known; empty for any other.
    var uidText: String {
        switch origin.uid {
        case .name(let name): name
        case .number: ""
        }
    }
}
