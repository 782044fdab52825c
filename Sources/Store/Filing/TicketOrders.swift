// What a person orders about whole tickets, within one transaction: the shell reads tickets, asks
// the core which events follow, and hands them back. Nothing is decided here.

package import Desk
import Foundation

/// The tickets, while an order is carried out; not to be used after.
package final class TicketOrders {
    private let filing: Filing

    init(_ connection: Connection) { filing = Filing(connection) }

    /// A ticket; nil where its number was never given out.
    package func ticket(_ number: TicketNumber) throws(StoreError) -> Ticket? {
        try filing.shelf.ticket(number)?.ticket
    }

    /// The number that the next ticket of a prefix and a year gets.
    package func nextNumber(prefix: String, year: Int) throws(StoreError) -> TicketNumber {
        try filing.nextNumber(prefix: prefix, year: year)
    }

    /// The ticket that a mail is on.
    package func ticket(of mail: MailID) throws(StoreError) -> TicketNumber? {
        try filing.connection.first(
            """
            SELECT prefix, year, sequence FROM mail JOIN ticket ON ticket.id = mail.ticket
            WHERE mail.id = ?
            """,
            .integer(mail.row)
        ) { row throws(StoreError) in try row.ticketNumber(from: 0) } ?? nil
    }

    /// Adds events to tickets; those that begin with `opened` make one, and its mail goes there.
    package func carryOut(_ orders: [TicketEvents]) throws(StoreError) {
        try filing.carryOut(orders)
    }
}

extension Store {
    /// Carries out what a person ordered about tickets, whole or not at all.
    package func ordering<Value>(_ work: (TicketOrders) throws -> Value) throws -> Value {
        try inTurn { writer in try writer.ordering(work) }
    }
}
