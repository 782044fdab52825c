// The fifth form: files that go with letters, by reference to the mails that brought them.

extension Migration {
    /// Version 5.
    static let enclosures = Migration(
        number: 5,
        statements: ["ALTER TABLE outbox ADD COLUMN enclosures TEXT NOT NULL DEFAULT ''"]
    )
}
