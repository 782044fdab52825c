// Reading mail in processes of its own: what a stranger wrote is taken apart where it can harm
// nothing. The same binary is the worker, started with one word that no command has.
//
// A mail that kills its reader, keeps it busy or makes it talk too much comes back as what it is:
// bytes, with the defect that says so.

import Desk
import Host
import MIME

/// Reads mails through workers.
struct MailReading: Sendable {
    /// The argument that makes a process a worker.
    static let workerWord = "read-mail-worker"

    private let pool = WorkerPool(arguments: [workerWord])

    /// Reads a mail; throws where no process can be started.
    func read(_ bytes: [UInt8]) throws(HostError) -> InboundMessage {
        switch try pool.answer(to: bytes) {
        case .bytes(let answer):
            do {
                return try InboundMessage(compact: answer)
            } catch {
                return .unread(bytes)
            }
        case .died, .late, .tooMuch:
            return .unread(bytes)
        }
    }

    /// Serves as a worker until nobody asks any more.
    static func serve() {
        MailReader.prepare()
        ConfinedWorker.serve { MailReader.read($0).compact }
    }
}
