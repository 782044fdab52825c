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

    /// The same letter with its words.
    func write(_ letter: Letter, into sketch: ComposedLetter) -> ComposedLetter {
        var composed = sketch
        composed.isWritten = true
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
