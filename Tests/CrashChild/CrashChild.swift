// A process for StoreTests: works on a state folder as the gateway would, and dies where it is
// told.
//
//   play FOLDER STEP        the fixed script; killed before writing step STEP, 0 for never
//   fill FOLDER BYTES SIZE  keeps mails of SIZE until a file may not grow beyond BYTES; says how
//                           many mails are safe, the failure, whether it is temporary, the sentence
//   take FOLDER NAME N      keeps and files N mails in a mailbox of its own, one by one
//   serve FOLDER            holds the service lock until its input ends

import Desk
import Foundation
import Store
import TestSupport

@main
struct CrashChild {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { exit(64) }
        let folder = arguments[2]
        switch arguments[1] {
        case "play":
            guard arguments.count == 4, let step = Int(arguments[3]) else { exit(64) }
            try play(folder, dyingAt: step)
        case "fill":
            guard arguments.count == 5, let bytes = UInt(arguments[3]),
                let size = Int(arguments[4])
            else { exit(64) }
            try fill(folder, upTo: bytes, withMailsOf: size)
        case "take":
            guard arguments.count == 5, let mailbox = MailboxName(arguments[3]),
                let count = UInt32(arguments[4])
            else { exit(64) }
            try take(count, as: mailbox, into: folder)
        case "serve":
            let lock = try ServiceLock(folder: folder)
            say("serving\n")
            _ = readLine()
            extendLifetime(lock)
        default:
            exit(64)
        }
    }

    private static func play(_ folder: String, dyingAt step: Int) throws {
        // Small limits, so that the script meets a second pack, checkpoints and a cut log.
        var limits = StoreLimits()
        limits.packBytes = 3_000
        limits.logBytes = 40_960
        limits.logFileBytes = 40_960
        let store = try Store.open(folder: folder, limits: limits) { number, _ in
            if number == step { kill(getpid(), SIGKILL) }
        }
        try Script(store: store, delivered: "\(folder)/delivered").play()
    }

    private static func fill(_ folder: String, upTo bytes: UInt, withMailsOf size: Int) throws {
        let store = try Store.open(folder: folder)
        try FileSizeLimit.set(bytes)
        var safe: UInt32 = 0
        while safe < 10_000 {
            do {
                let mails = (1...5).map { Script.mail("sav", safe + $0, bytesCount: size) }
                let kept = try store.keep(mails)
                safe += 5
                try Script(store: store, delivered: "").file(kept)
            } catch let failure as StoreError {
                say("\(safe) \(failure.code.rawValue) \(failure.isTemporary) \(failure.sentence)\n")
                return
            }
        }
    }

    private static func take(_ count: UInt32, as mailbox: MailboxName, into folder: String) throws {
        let store = try Store.open(folder: folder)
        let script = Script(store: store, delivered: "")
        for uid in 1...count {
            let kept = try store.keep([Script.mail(mailbox.text, uid, bytesCount: 500)])
            try script.file(kept)
        }
    }

    private static func say(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
