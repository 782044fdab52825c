// Is the state folder whole? Asked at the start where it is wished, by `guichet check`, and by
// every test that has killed something.

import Foundation

extension Connection {
    /// What is wrong with the database.
    func problems(thorough: Bool) throws(StoreError) -> [String] {
        let pragma = thorough ? "integrity_check" : "quick_check"
        var found = try all("PRAGMA \(pragma)(20)") { $0.text(0) }.filter { $0 != "ok" }
        found += try all("PRAGMA foreign_key_check") {
            "a row of \($0.text(0)) points at nothing in \($0.text(2))"
        }
        found += try all(
            """
            SELECT ticket.id FROM ticket LEFT JOIN event ON event.ticket = ticket.id
            GROUP BY ticket.id HAVING max(event.seq) IS NOT ticket.events
            """
        ) { "ticket row \($0.integer(0)) has not as many events as it counts" }
        return found
    }

    /// Packs that are shorter than the database says.
    func packProblems(in folder: StateFolder) throws(StoreError) -> [String] {
        let packs = try all("SELECT number, bytes FROM pack ORDER BY number") {
            PackPlace(pack: $0.count(0), offset: 0, length: $0.count(1))
        }
        var found: [String] = []
        for pack in packs {
            do throws(StoreError) {
                let length = try OpenFile(pack.path(in: folder), for: .reading).length()
                if length < pack.length {
                    found.append(
                        "\(pack.path(in: folder)) has \(length) bytes of \(pack.length)"
                    )
                }
            } catch {
                found.append(error.sentence)
            }
        }
        return found
    }
}
