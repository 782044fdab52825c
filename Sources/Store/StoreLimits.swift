// The sizes at which a store changes its behaviour, each with its default.

/// The limits of a store.
package struct StoreLimits: Hashable, Sendable {
    /// How long a pack may become before the next is begun; a larger mail has a pack of its own.
    package var packBytes = 256 * 1_024 * 1_024
    /// How much the write-ahead log holds before it is copied into the database.
    package var logBytes = 16 * 1_024 * 1_024
    /// How large the log's file may stay after that; a larger one is cut.
    package var logFileBytes = 64 * 1_024 * 1_024
    /// How long a transaction waits for the write lock.
    package var lockWaitMilliseconds = 10_000
    /// How many pages the database may have; nil for as many as the disk holds.
    package var databasePages: Int?

    /// The defaults.
    package init() {}
}
