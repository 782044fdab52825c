// The form of the database, as the sum of its migrations. Tables are named in snake_case, in the
// singular; moments are whole microseconds since 1970; words (states, kinds) are the raw values
// of the core's types.
//
//   mail          one row for each mail that was fetched: where it was found, where its bytes lie,
//                 where it ended and why. A mail whose content was there before points at its
//                 original.
//   pack          how many bytes of each pack count
//   ticket        a cache of what the events add up to, with ticket_participant
//   event         what happened to tickets: only ever added to; a trigger refuses anything else
//   numbering     the last number given out for a prefix and a year
//   ticket_link   which tickets have to do with each other: a cache of the events
//   thread_reference  ids of mails that others refer to and that never came, with their tickets
//   client        the registry of clients, with client_domain, client_person and client_site
//   ticket_timer  when the clocks of a ticket want a look: a cache, marked by every event
//   ticket_promised  when its handler owes something next, as the last look found it
//   staff_load    how many open tickets each person has: a cache that triggers keep
//   staff_closed  how many tickets were closed on each desk: a cache that a trigger keeps
//   clock_mark    what the clocks were reckoned by, and the last morning that was told
//   house_event   what happened to the house: absences, and who was told what; only ever added to
//   outbox        letters and how far they have come; outbox_bytes holds the mails themselves
//   search        full text of subjects, new texts and senders; its rowid is the mail's
//
// To erase one mail: cut its bytes out of the pack, delete its row in search, empty its row in
// mail.

import Foundation

/// The versions of the database that this program knows.
enum Schema {
    /// "Guic", by which a database says whose it is.
    static let applicationID: Int64 = 0x4775_6963
    /// All migrations, oldest first.
    static let migrations: [Migration] = [
        .ticketsAndMail, .clientsAndThreads, .clocks, .houseEvents, .enclosures, .desks,
        .repeats,
    ]
    /// The version that this program reads and writes.
    static var version: Int { migrations.count }

    /// The size of a database page.
    ///
    /// Measured with 16,000 mails: 4, 8 and 16 KiB take the same time
    /// within 3 %, 4 KiB the least memory; a larger cache or a mapped file gain nothing.
    static let pageBytes = 4_096

    /// Whether a database has this program's form; throws where it never can.
    static func isCurrent(_ connection: Connection) throws(StoreError) -> Bool {
        let found = Int(try connection.number("user_version"))
        let application = try connection.number("application_id")
        let hasTables = try !connection.isEmpty()
        guard application == applicationID || found == 0 && !hasTables else {
            throw StoreError(
                .foreign,
                "\(connection.path) belongs to another program: name another folder with --state"
            )
        }
        guard found <= version else {
            throw StoreError(
                .newer,
                "\(connection.path) was written by a newer Guichet (schema \(found), this one "
                    + "knows \(version)): run that one, or restore the folder as it was before"
            )
        }
        return found == version
    }

    /// Brings a database up to date; only for the holder of the write lock.
    static func migrate(
        _ connection: Connection,
        by migrations: [Migration] = Schema.migrations
    ) throws(StoreError) {
        try connection.execute("PRAGMA page_size = \(pageBytes)")
        try connection.execute("PRAGMA journal_mode = WAL")
        let found = Int(try connection.number("user_version"))
        for migration in migrations where migration.number > found {
            try connection.begin()
            do throws(StoreError) {
                for statement in migration.statements { try connection.execute(statement) }
                try connection.execute("PRAGMA application_id = \(applicationID)")
                try connection.execute("PRAGMA user_version = \(migration.number)")
                try connection.commit()
            } catch {
                connection.rollBack()
                throw error
            }
        }
    }
}
