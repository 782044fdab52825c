// The sixth form: what the desks of the staff look like each morning, by indexes instead of by
// reading every open ticket.

extension Migration {
    /// Version 6.
    static let desks = Migration(
        number: 6,
        statements: [
            // When the handler of a ticket owes something next, or has owed it since: what the last
            // look found. Nothing owed, no row.
            """
            CREATE TABLE ticket_promised (
                ticket INTEGER PRIMARY KEY REFERENCES ticket,
                promised_at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX ticket_promised_at ON ticket_promised (promised_at)",
            """
            UPDATE ticket_timer SET due_at = 0
                WHERE ticket IN (SELECT id FROM ticket WHERE state <> 'closed' AND NOT quiet)
            """,
            "DROP INDEX ticket_on_desk",
            """
            CREATE INDEX ticket_on_desk ON ticket (handler, state, opened_at)
                WHERE handler IS NOT NULL AND state <> 'closed'
            """,
            // How many tickets were closed on each desk, ever: a morning tells the difference.
            """
            CREATE TABLE staff_closed (
                person TEXT PRIMARY KEY COLLATE NOCASE,
                closed INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TRIGGER ticket_is_closed AFTER UPDATE OF state ON ticket
            WHEN new.state = 'closed' AND old.state <> 'closed' AND new.handler IS NOT NULL BEGIN
                INSERT INTO staff_closed VALUES (new.handler, 1)
                    ON CONFLICT (person) DO UPDATE SET closed = closed + 1;
            END
            """,
        ]
    )
}
