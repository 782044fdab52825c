// One step of the database's form. A migration that has been released is never changed: the next
// change is a new file.

/// What brings a database from one version of its form to the next.
struct Migration: Sendable {
    /// The version that it leads to, from 1 without a gap.
    let number: Int
    /// Its statements, in order; all of them in one transaction with the new version number.
    let statements: [String]
}
