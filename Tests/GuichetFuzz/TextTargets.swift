// What is made of a text once it has been read: new text, bounces, forwards, and the form in which
// a worker hands a mail over.

import Desk

/// What goes into the core.
enum TextTargets {
    static let all = [newText, bounce, forward, compact]

    private static let newText = FuzzTarget("new-text") { input in
        let text = cleanText(input)
        let split = NewText(of: text)
        promise(
            !isBlank(split.new) || isBlank(text),
            "new text is never empty where there was text"
        )
        promise(
            split.new.utf8.count <= text.utf8.count && split.quoted.utf8.count <= text.utf8.count,
            "nothing is added"
        )
    }

    private static let bounce = FuzzTarget("bounce") { input in
        var message = InboundMessage()
        message.from = EmailAddress("mailer-daemon@relay.example").map { NamedAddress($0) }
        message.subject = "Undelivered Mail Returned to Sender"
        message.returnPath = .null
        message.text = cleanText(input)
        HouseUnderFire.explain(message)
    }

    private static let forward = FuzzTarget("forward") { input in
        var message = InboundMessage()
        message.from = EmailAddress("alice.roy@client.example").map { NamedAddress($0) }
        // The subject is a part of the evidence: the first line.
        let text = cleanText(input)
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        message.subject = HeaderValue(flattening: String(lines[0].prefix(200))).text
        message.text = lines.count > 1 ? String(lines[1]) : ""
        HouseUnderFire.explain(message)
    }

    private static let compact = FuzzTarget("compact", bytesMaximum: 2_048) { input in
        guard let message = try? InboundMessage(compact: Array(input)) else { return }
        let copy = try? InboundMessage(compact: message.compact)
        promise(copy == message, "what was read can be written and read again")
    }
}
