// A letter that was decided becomes a letter that can be sent.

import Desk
import Foundation

extension World {
    /// Writes a letter out by its template.
    ///
    /// One that cannot be written is queued as failed, for a person to see: what caused it happens
    /// all the same.
    func write(
        _ letter: Letter,
        from mailbox: MailboxSettings,
        notBefore: Date
    ) -> ComposedLetter {
        write(letter, into: sketch(letter, from: mailbox, notBefore: notBefore))
    }

    /// A letter without its words, which take most of the time.
    func sketch(
        _ letter: Letter,
        from mailbox: MailboxSettings,
        notBefore: Date
    ) -> ComposedLetter {
        var composed = ComposedLetter(
            kind: letter.kind,
            id: letter.id,
            ticket: letter.ticket,
            mailbox: mailbox.name,
            sender: letter.envelopeSender,
            recipient: letter.copyFor ?? letter.to.address,
            subject: "",
            queuedAt: letter.date,
            notBefore: notBefore,
            bytes: []
        )
        composed.enclosures = letter.enclosures
        composed.isWritten = false
        return composed
    }

    /// The letters of one plan with their words; a transcript among them shows what the clients
    /// receive, word for word.
    func write(_ letters: [Letter], into sketches: [ComposedLetter]) -> [ComposedLetter] {
        var written = zip(letters, sketches).map { letter, sketch in
            letter.kind == .transcript ? sketch : write(letter, into: sketch)
        }
        guard letters.contains(where: { $0.kind == .transcript }) else { return written }
        let copies = zip(letters, written).compactMap(exactCopy)
        for (place, letter) in letters.enumerated() where letter.kind == .transcript {
            written[place] = write(letter.showing(copies), into: sketches[place])
        }
        return written
    }

    /// What a letter to a client says; nil for others, and where it could not be written.
    func exactCopy(of letter: Letter, written: ComposedLetter) -> ExactCopy? {
        guard letter.kind.isForClient, letter.copyFor == nil, written.failure == nil,
            let message = try? read(written.bytes)
        else { return nil }
        return ExactCopy(of: letter, subject: written.subject, text: message.text)
    }

    /// The same letter with its words.
    func write(_ letter: Letter, into sketch: ComposedLetter) -> ComposedLetter {
        var composed = sketch
        composed.isWritten = true
        // What waits is dated when it leaves, so that its reader finds it among the mail of then.
        var letter = letter
        letter.date = max(letter.date, sketch.notBefore)
        do {
            (composed.subject, composed.bytes) = try compose(letter)
        } catch let failure as any WorldFailure {
            composed.failure = failure.sentence
        } catch {
            composed.failure = "the letter could not be written: \(error)"
        }
        return composed
    }
}
