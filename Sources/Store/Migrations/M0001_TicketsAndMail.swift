// The first form: mails, tickets with their events, the outbox, the index.

extension Migration {
    /// Version 1.
    static let ticketsAndMail = Migration(
        number: 1,
        statements: mailTables + ticketTables + outboxTables + [searchTable]
    )
}

private let mailTables = [
    "CREATE TABLE pack (number INTEGER PRIMARY KEY, bytes INTEGER NOT NULL) STRICT",
    // uid is a number from IMAP and a name from a Maildir: ANY keeps each as it is. The place in a
    // pack may become NULL, where a mail was erased.
    """
    CREATE TABLE mail (
        id INTEGER PRIMARY KEY,
        mailbox TEXT NOT NULL,
        validity INTEGER NOT NULL,
        uid ANY NOT NULL,
        digest BLOB NOT NULL,
        original INTEGER REFERENCES mail,
        pack INTEGER REFERENCES pack,
        offset INTEGER,
        length INTEGER NOT NULL,
        received_at INTEGER NOT NULL,
        cut INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL,
        released INTEGER NOT NULL DEFAULT 0,
        disposition TEXT,
        filed_at INTEGER,
        reason TEXT NOT NULL DEFAULT '',
        letter_kind TEXT,
        acknowledgement TEXT NOT NULL DEFAULT '',
        ticket INTEGER REFERENCES ticket,
        message_id TEXT,
        sender TEXT COLLATE NOCASE,
        sender_name TEXT NOT NULL DEFAULT '',
        sender_text TEXT NOT NULL DEFAULT '',
        subject TEXT NOT NULL DEFAULT '',
        sent_at INTEGER,
        nature TEXT,
        defects TEXT NOT NULL DEFAULT '',
        findings TEXT NOT NULL DEFAULT '',
        UNIQUE (mailbox, validity, uid)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX mail_digest ON mail (digest) WHERE original IS NULL",
    "CREATE INDEX mail_copy ON mail (original) WHERE original IS NOT NULL",
    "CREATE INDEX mail_message_id ON mail (message_id) WHERE ticket IS NOT NULL",
    "CREATE INDEX mail_ticket ON mail (ticket) WHERE ticket IS NOT NULL",
    // Serves the balance, the quarantine and what waits to be filed.
    "CREATE INDEX mail_end ON mail (disposition, mailbox)",
]

private let ticketTables = [
    """
    CREATE TABLE ticket (
        id INTEGER PRIMARY KEY,
        prefix TEXT NOT NULL,
        year INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        procedure TEXT NOT NULL,
        mailbox TEXT NOT NULL,
        mail INTEGER NOT NULL REFERENCES mail,
        requester TEXT COLLATE NOCASE,
        requester_name TEXT NOT NULL,
        subject TEXT NOT NULL,
        language TEXT NOT NULL,
        quiet INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        criticality TEXT,
        urgent INTEGER NOT NULL,
        handler TEXT COLLATE NOCASE,
        letters_sent INTEGER NOT NULL,
        letters_failed INTEGER NOT NULL,
        impossible_events INTEGER NOT NULL,
        events INTEGER NOT NULL,
        UNIQUE (prefix, year, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE ticket_participant (
        ticket INTEGER NOT NULL REFERENCES ticket,
        place INTEGER NOT NULL,
        address TEXT NOT NULL COLLATE NOCASE,
        PRIMARY KEY (ticket, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE event (
        ticket INTEGER NOT NULL REFERENCES ticket,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL,
        PRIMARY KEY (ticket, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
    """,
    """
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
    """,
    """
    CREATE TABLE numbering (
        prefix TEXT NOT NULL,
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (prefix, year)
    ) STRICT, WITHOUT ROWID
    """,
]

private let outboxTables = [
    // report holds what a delivery report said while the letter was still being handed over.
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL UNIQUE,
        ticket INTEGER NOT NULL REFERENCES ticket,
        kind TEXT NOT NULL,
        mailbox TEXT NOT NULL,
        envelope_sender TEXT NOT NULL,
        recipient TEXT NOT NULL COLLATE NOCASE,
        subject TEXT NOT NULL,
        queued_at INTEGER NOT NULL,
        not_before INTEGER NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        note TEXT NOT NULL,
        report TEXT,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    // Apart, so that a change of state does not write the mail once more.
    """
    CREATE TABLE outbox_bytes (
        letter INTEGER PRIMARY KEY REFERENCES outbox,
        bytes BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX outbox_due ON outbox (id, not_before) WHERE state = 'queued'",
    "CREATE INDEX outbox_state ON outbox (state)",
    "CREATE INDEX outbox_recipient ON outbox (recipient, queued_at)",
    "CREATE INDEX outbox_ticket ON outbox (ticket)",
    // What went to a domain, and what went out at all, within an hour.
    """
    CREATE INDEX outbox_domain ON outbox (
        lower(substr(recipient, instr(recipient, '@') + 1)), queued_at
    )
    """,
    "CREATE INDEX outbox_queued ON outbox (queued_at)",
]

// The text is kept in the index (it is nowhere else), so that one mail can be deleted from it.
// Lists are in the order of time, so the sizes that a ranking needs are left out.
private let searchTable = """
    CREATE VIRTUAL TABLE search USING fts5 (
        subject, body, sender,
        tokenize = "unicode61 remove_diacritics 2", columnsize = 0
    )
    """
