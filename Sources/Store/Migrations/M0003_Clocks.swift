// The third form: when each ticket's clocks want a look, and how busy the staff are.
//
// Both are caches that no writer can forget to keep: triggers follow the events and the tickets.

extension Migration {
    /// Version 3.
    static let clocks = Migration(number: 3, statements: timers + loads)
}

private let timers = [
    // due_at: when the clock must look; 0 for at once, NULL for never.
    """
    CREATE TABLE ticket_timer (
        ticket INTEGER PRIMARY KEY REFERENCES ticket,
        due_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX ticket_timer_due ON ticket_timer (due_at) WHERE due_at IS NOT NULL",
    "INSERT INTO ticket_timer SELECT id, 0 FROM ticket WHERE NOT quiet",
    // Whatever happens to a ticket may move its clocks, so the next tick looks at it.
    """
    CREATE TRIGGER event_asks_for_a_look AFTER INSERT ON event BEGIN
        INSERT INTO ticket_timer VALUES (new.ticket, 0)
            ON CONFLICT (ticket) DO UPDATE SET due_at = 0 WHERE due_at IS NOT 0;
    END
    """,
    """
    CREATE INDEX ticket_on_desk ON ticket (id) WHERE handler IS NOT NULL AND state <> 'closed'
    """,
    // What the clocks of all tickets were last reckoned by, and whom the morning was told.
    "CREATE TABLE clock_mark (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
]

private let loads = [
    """
    CREATE TABLE staff_load (
        person TEXT PRIMARY KEY,
        open INTEGER NOT NULL,
        assigned_at INTEGER
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO staff_load
        SELECT handler, count(*), max(changed_at) FROM ticket
        WHERE handler IS NOT NULL AND state <> 'closed' GROUP BY handler
    """,
    """
    CREATE TRIGGER ticket_begins_on_a_desk AFTER INSERT ON ticket
    WHEN new.handler IS NOT NULL BEGIN
        INSERT INTO staff_load VALUES (new.handler, new.state <> 'closed', new.changed_at)
            ON CONFLICT (person) DO UPDATE SET
                open = open + excluded.open, assigned_at = excluded.assigned_at;
    END
    """,
    """
    CREATE TRIGGER ticket_changes_desks AFTER UPDATE OF handler ON ticket
    WHEN old.handler IS NOT new.handler BEGIN
        UPDATE staff_load SET open = open - (old.state <> 'closed') WHERE person = old.handler;
        INSERT INTO staff_load
            SELECT new.handler, new.state <> 'closed', new.changed_at WHERE new.handler IS NOT NULL
            ON CONFLICT (person) DO UPDATE SET
                open = open + excluded.open, assigned_at = excluded.assigned_at;
    END
    """,
    """
    CREATE TRIGGER ticket_leaves_or_returns AFTER UPDATE OF state ON ticket
    WHEN old.handler IS new.handler AND (old.state = 'closed') <> (new.state = 'closed') BEGIN
        UPDATE staff_load SET open = open + (new.state <> 'closed') - (old.state <> 'closed')
            WHERE person = new.handler;
    END
    """,
]
