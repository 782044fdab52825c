// What goes into a statement and what comes out of a row. Values are always bound, never written
// into the text of a statement: nothing that a mail says can become a command to the database.

import Foundation

/// A value bound to a place in a statement.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
    static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    static func optional(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
    static func moment(_ value: Date) -> SQLValue { .integer(value.microseconds) }
    static func optional(_ value: Date?) -> SQLValue { value.map { .moment($0) } ?? .null }
}

// MARK: - Moments are stored as whole microseconds since 1970

extension Date {
    /// The moment in microseconds since 1970; absurd moments are brought to the edge.
    var microseconds: Int64 {
        let value = (timeIntervalSince1970 * 1_000_000).rounded()
        return value.isNaN ? 0 : Int64(min(max(value, -9e18), 9e18))
    }

    init(microseconds: Int64) {
        self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }
}
