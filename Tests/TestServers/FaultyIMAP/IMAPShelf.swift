// What the misbehaving server holds: folders of mails, kept in memory.

/// A mail in a folder.
package struct ShelvedMail: Sendable, Equatable {
    /// Its number in the folder.
    package let uid: Int
    /// Its bytes.
    package let bytes: [UInt8]
    /// Its flags and keywords.
    package internal(set) var flags: [String]
    /// As IMAP writes it.
    package let internalDate: String
}

/// A folder.
struct IMAPShelf: Sendable {
    var mails: [ShelvedMail] = []
    var nextUID = 1
    var uidValidity = 7

    /// Puts a mail behind the others and returns its UID.
    @discardableResult
    mutating func add(_ bytes: [UInt8], _ flags: [String], _ internalDate: String) -> Int {
        defer { nextUID += 1 }
        mails.append(
            ShelvedMail(uid: nextUID, bytes: bytes, flags: flags, internalDate: internalDate)
        )
        return nextUID
    }

    /// The places of the mails that a set such as `1,4:*` names, by UID or by number.
    func places(_ set: Substring, byUID: Bool) -> [Int] {
        let largest = byUID ? mails.last?.uid ?? 0 : mails.count
        let ranges = set.split(separator: ",").compactMap { part -> ClosedRange<Int>? in
            let ends = part.split(separator: ":").map { $0 == "*" ? largest : Int($0) ?? 0 }
            guard let first = ends.first, let last = ends.last else { return nil }
            return min(first, last)...max(first, last)
        }
        return mails.indices.filter { place in
            let number = byUID ? mails[place].uid : place + 1
            return ranges.contains { $0.contains(number) }
        }
    }
}
