// Where a simulation keeps its database: in memory where the machine has a place for that, for what
// is thrown away at the end need not survive a power cut.

import Foundation
import Host

/// A folder that lives as long as a simulation.
struct SimulationFolder {
    /// Its path.
    let path: String

    /// Makes it.
    init() throws {
        let manager = FileManager.default
        let memory = "/dev/shm"
        let parent =
            manager.isWritableFile(atPath: memory) ? memory : manager.temporaryDirectory.path
        var generator = SystemRandomNumberGenerator()
        let number = UInt64.random(in: .min ... .max, using: &generator)
        let name = "guichet-simulation-\(number)"
        path = "\(parent)/\(name)"
        do {
            try manager.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CommandFailure(
                .unavailable,
                "\(path): the simulation's folder cannot be made: \(error.systemReason). "
                    + "Make room there, or name a folder for it in TMPDIR."
            )
        }
    }

    /// Removes it with all that is in it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
