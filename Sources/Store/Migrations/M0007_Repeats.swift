// The seventh form: what bounds that which is done again. Letters whose end nobody knows, and mails
// at which the program has ended before it was done with them.

extension Migration {
    /// Version 7.
    static let repeats = Migration(
        number: 7,
        statements: [
            "ALTER TABLE outbox ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE mail ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0",
        ]
    )
}
