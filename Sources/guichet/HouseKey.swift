// The key of our Message-IDs. It lies in the state folder, or where company.yaml says; it is never
// printed, and a file that others can read is refused.

import Desk
import Foundation
import Host
import MIME
import Settings
import Store

/// Finds the house's key, or makes it at first use.
enum HouseKey {
    /// The key's file in the state folder.
    static let fileName = "message-id.key"

    /// The key for texts that go nowhere (`explain`, previews).
    static let forExplanations = keyedHash([UInt8](repeating: 0, count: 32))

    /// The keyed hash that the settings ask for; without a word of theirs, the state folder's.
    static func find(_ house: HouseSettings, _ invocation: Invocation) throws -> KeyedHash {
        guard let reference = house.company.key else {
            return keyedHash(try ownKey(invocation))
        }
        let secret: String
        do {
            secret = try SecretReader(environment: invocation.surroundings.environment)
                .secret(at: reference).exposedText
        } catch {
            throw CommandFailure(.configuration, error.description)
        }
        guard secret.utf8.count >= 32 else {
            throw CommandFailure(
                .configuration,
                "\(reference.writtenAt ?? "company.key"): the secret is too short; give at "
                    + "least 32 characters of chance, such as `openssl rand -hex 32` prints."
            )
        }
        return keyedHash(Array(secret.utf8))
    }

    private static func keyedHash(_ key: [UInt8]) -> KeyedHash {
        KeyedHash { Hashes.hmac(key: key, $0) }
    }

    // A new key beside old tickets would make strangers of all letters that clients have.
    private static func ownKey(_ invocation: Invocation) throws -> [UInt8] {
        let path = "\(invocation.stateFolder)/\(fileName)"
        if let key = try read(path) { return key }
        var filter = TicketFilter()
        filter.limit = 1
        guard try invocation.openReader().tickets(filter).isEmpty else {
            throw CommandFailure(
                .configuration,
                "\(path): the key is missing, and the tickets' letters were sent with it; restore "
                    + "it from a backup. If it is lost, `umask 077; openssl rand -hex 32 > "
                    + "\(path)` makes another, and answers to older letters are recognised by "
                    + "their numbers only."
            )
        }
        try make(path)
        guard let key = try read(path) else {
            throw CommandFailure(.unavailable, "\(path): the key that was just made is not there.")
        }
        return key
    }

    private static func read(_ path: String) throws -> [UInt8]? {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return nil }
        let attributes = try? manager.attributesOfItem(atPath: path)
        if let mode = attributes?[.posixPermissions] as? Int, mode & 0o077 != 0 {
            throw CommandFailure(
                .configuration,
                "\(path): others can read the key; run `chmod 600 \(path)`."
            )
        }
        guard let data = manager.contents(atPath: path) else {
            throw CommandFailure(.unavailable, "\(path): the key cannot be read.")
        }
        let key = Array(data).prefix { $0 != UInt8(ascii: "\n") }
        guard key.count >= 32 else {
            throw CommandFailure(
                .configuration,
                "\(path): the key is damaged; restore it from a backup, or remove it and accept "
                    + "that answers to older letters are recognised by their numbers only."
            )
        }
        return Array(key)
    }

    // Written beside and linked, so that a crash leaves a whole key or none; linking refuses to
    // replace a key that another process has made in the meantime.
    private static func make(_ path: String) throws {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let manager = FileManager.default
        let process = ProcessInfo.processInfo.processIdentifier
        let temporary = "\(path).\(process)"
        defer { try? manager.removeItem(atPath: temporary) }
        do {
            guard
                manager.createFile(
                    atPath: temporary,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw CocoaError(.fileWriteUnknown) }
            let file = try FileHandle(forWritingTo: URL(filePath: temporary))
            try file.write(contentsOf: Array((bytes.hexadecimal + "\n").utf8))
            try file.synchronize()
            try file.close()
            if !manager.fileExists(atPath: path) {
                try manager.linkItem(atPath: temporary, toPath: path)
            }
        } catch {
            guard !manager.fileExists(atPath: path) else { return }
            throw CommandFailure(
                .unavailable,
                "\(path): the key cannot be written (\(error.systemReason)); "
                    + "make the state folder writable or name another with --state."
            )
        }
    }
}
