// The fourth form: what happens to the house and not to one ticket.

extension Migration {
    /// Version 4.
    static let houseEvents = Migration(
        number: 4,
        statements: [
            """
            CREATE TABLE house_event (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                person TEXT NOT NULL COLLATE NOCASE,
                proof TEXT NOT NULL,
                kind TEXT NOT NULL,
                detail TEXT NOT NULL
            ) STRICT
            """,
            // Who is away is asked before every pass.
            """
            CREATE INDEX house_event_absence ON house_event (id)
                WHERE kind IN ('absence', 'presence')
            """,
            """
            CREATE TRIGGER house_event_is_never_changed BEFORE UPDATE ON house_event
            BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
            """,
            """
            CREATE TRIGGER house_event_is_never_deleted BEFORE DELETE ON house_event
            BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
            """,
        ]
    )
}
