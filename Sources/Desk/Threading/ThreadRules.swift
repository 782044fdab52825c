// By what a mail is joined to a dossier, in the order in which `identify` asks: the names that its
// findings bear, each with its one sentence. It decides nothing; `explain --rules` shows it.

/// The rules of threading, for a reader.
package enum ThreadRules {
    /// What they answer.
    package static let question = "Which dossier does it belong to?"

    /// Each rule's name and its sentence; the first that holds wins.
    package static let all: [(name: String, sentence: String)] = [
        (
            "same-content",
            "The same content was filed before: a duplicate, whatever brought it a second time."
        ),
        ("own-mail", "It bears the id of a letter of ours, or comes from one of our mailboxes."),
        (
            "reported-letter",
            "A machine reports on a letter of ours: the bounce goes to its ticket."
        ),
        (
            "sealed-reference",
            "It answers a letter of ours by its sealed Message-ID or a sealed reply address, read "
                + "from right to left; a seal that does not fit is noted and has no effect."
        ),
        (
            "third-party",
            "Whoever answers our sealed letter without being on the ticket is heard, or kept "
                + "apart, as the settings say, and told nothing of it."
        ),
        ("reference", "It refers to a mail of the ticket, and its sender is on that ticket."),
        (
            "sibling",
            "It refers to a mail that never reached us, as a mail of the ticket does, and its "
                + "sender is on that ticket."
        ),
        (
            "number",
            "It names a ticket's number in the subject or on its first lines, and its sender is "
                + "on that ticket; a wrong check digit is reported, and never guessed at."
        ),
        (
            "look-alike",
            "A stranger's address looks like a participant's and is another: a note for staff."
        ),
        (
            "message-id",
            "An earlier mail bears the same Message-ID and says something else: a note."
        ),
        (
            "probable-repeat",
            "The sender opened a ticket shortly before, on the same subject or with one that says "
                + "nothing: offered to staff as a repeat, never merged by itself."
        ),
    ]
}
