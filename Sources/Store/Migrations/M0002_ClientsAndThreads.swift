// The second form: the registry of clients, links and mergers between tickets, and the ids by which
// mails belong together whose common parent never came.

extension Migration {
    /// Version 2.
    static let clientsAndThreads = Migration(
        number: 2,
        statements: clientTables + ticketChanges + threadTables
    )
}

private let clientTables = [
    // key is the name without case and accents. An import writes a row anew and keeps its id.
    """
    CREATE TABLE client (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        contract TEXT,
        gti TEXT,
        account_manager TEXT NOT NULL,
        technical_referent TEXT NOT NULL,
        language TEXT NOT NULL,
        starts_on TEXT,
        ends_on TEXT,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE client_domain (
        domain TEXT NOT NULL PRIMARY KEY,
        client INTEGER NOT NULL REFERENCES client,
        place INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    // attached: by staff; an import leaves it alone.
    """
    CREATE TABLE client_person (
        address TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
        client INTEGER NOT NULL REFERENCES client,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        attached INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE client_site (
        client INTEGER NOT NULL REFERENCES client,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (client, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX client_domain_client ON client_domain (client)",
    "CREATE INDEX client_person_client ON client_person (client)",
]

private let ticketChanges = [
    "ALTER TABLE ticket ADD COLUMN client TEXT",
    "ALTER TABLE ticket ADD COLUMN client_key TEXT",
    "ALTER TABLE ticket ADD COLUMN contract TEXT",
    "ALTER TABLE ticket ADD COLUMN survivor TEXT",
    // Leads search from a mail to its ticket without the mail's wide row: half the time.
    "CREATE INDEX mail_place ON mail (id, ticket) WHERE ticket IS NOT NULL",
    "CREATE INDEX ticket_requester ON ticket (requester, opened_at)",
    "CREATE INDEX ticket_client ON ticket (client_key) WHERE client_key IS NOT NULL",
]

private let threadTables = [
    """
    CREATE TABLE ticket_link (
        ticket INTEGER NOT NULL REFERENCES ticket,
        other INTEGER NOT NULL REFERENCES ticket,
        relation TEXT NOT NULL,
        PRIMARY KEY (ticket, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ticket_link_other ON ticket_link (other)",
    // Several tickets may claim one id: a stranger who has seen it must not take it from its owner.
    """
    CREATE TABLE thread_reference (
        message_id TEXT NOT NULL,
        ticket INTEGER NOT NULL REFERENCES ticket,
        PRIMARY KEY (message_id, ticket)
    ) STRICT, WITHOUT ROWID
    """,
]
