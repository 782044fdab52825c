// The clocks' part of the store's door.

package import Desk
package import Foundation

extension Store {
    package func nextTickMoment() throws(StoreError) -> Date? {
        try ordered { writer throws(StoreError) in try writer.connection.nextTickMoment() }
    }

    package func mark(_ name: String) throws(StoreError) -> String? {
        try ordered { writer throws(StoreError) in try writer.connection.mark(name) }
    }

    package func reckonClocks(by settings: String) throws(StoreError) {
        try ordered { writer throws(StoreError) in
            guard try writer.connection.mark("settings") != settings else { return }
            try writer.transaction { () throws(StoreError) in
                // Quiet tickets have no clocks, and closed ones may have a survey before them.
                try writer.connection.run(
                    """
                    UPDATE ticket_timer SET due_at = 0
                    WHERE due_at IS NOT NULL
                        OR ticket IN (SELECT id FROM ticket WHERE state <> 'closed' AND NOT quiet)
                    """
                )
                try writer.connection.set(mark: "settings", settings)
            }
        }
    }
}

extension StoreReader {
    /// A ticket with all that its clocks look at; nil where the number was never given out.
    package func clockedTicket(_ number: TicketNumber) throws(StoreError) -> ClockedTicket? {
        try read { connection throws(StoreError) in try connection.clockedTicket(number) }
    }

    /// When each ticket's clocks want the next look, where they were looked at since its latest
    /// event; nil for never.
    package func nextLooks() throws(StoreError) -> [TicketNumber: Date?] {
        try read { connection throws(StoreError) in
            let rows = try connection.all(
                """
                SELECT prefix, year, sequence, due_at FROM ticket_timer
                JOIN ticket ON ticket.id = ticket_timer.ticket WHERE due_at IS NOT 0
                """
            ) { row throws(StoreError) in
                (try row.ticketNumber(from: 0), row.optionalMoment(3))
            }
            var looks: [TicketNumber: Date?] = [:]
            for (number, moment) in rows {
                if let number { looks[number] = .some(moment) }
            }
            return looks
        }
    }

    /// How busy the staff are.
    package func staffLoads() throws(StoreError) -> [EmailAddress: StaffLoad] {
        try read { connection throws(StoreError) in try connection.staffLoads() }
    }
}

extension Connection {
    /// What a clock has noted under a name.
    func mark(_ name: String) throws(StoreError) -> String? {
        try first("SELECT value FROM clock_mark WHERE name = ?", .text(name)) { $0.text(0) }
    }

    /// Notes something for a clock.
    func set(mark name: String, _ value: String) throws(StoreError) {
        try run(
            """
            INSERT INTO clock_mark VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            .text(name),
            .text(value)
        )
    }
}

extension Store {
    package func absences() throws(StoreError) -> [StaffAbsence] {
        try ordered { writer throws(StoreError) in try writer.connection.absences() }
    }
}
