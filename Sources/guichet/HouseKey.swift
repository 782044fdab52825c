// The key of our Message-IDs. It lies in the state folder, or where company.yaml says; it is never
// printed, and a file that others can read is refused.

import Desk
import Foundation
import Glibc
import MIME
import Settings

/// Finds the house's key, or makes it at first use.
enum HouseKey {
    /// The key's file in the state folder.
    static let fileName = "message-id.key"

    /// The key for texts that go nowhere (`explain`, previews).
    static let forExplanations = keyedHash([UInt8](repeating: 0, count: 32))

    /// The keyed hash that the settings ask for; without a word of theirs, the state folder's.
    static func find(_ house: HouseSettings, _ invocation: Invocation) throws -> KeyedHash {
        guard let reference = house.company.key else {
            return keyedHash(try ownKey(in: invocation.stateFolder))
        }
        let secret: String
        do {
            secret = try SecretReader(environment: invocation.surroundings.environment)
                .secret(at: reference).exposedText
        } catch {
            throw CommandFailure(.configuration, "company.key: \(error.description)")
        }
        guard secret.utf8.count >= 32 else {
            throw CommandFailure(
                .configuration,
                "company.key: the secret is too short; give at least 32 characters of chance, "
                    + "such as `openssl rand -hex 32` prints."
            )
        }
        return keyedHash(Array(secret.utf8))
    }

    private static func keyedHash(_ key: [UInt8]) -> KeyedHash {
        KeyedHash { KeyedDigest.hmac(of: $0, key: key) }
    }

    private static func ownKey(in folder: String) throws -> [UInt8] {
        let path = "\(folder)/\(fileName)"
        if let key = try read(path) { return key }
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

    // Written beside and renamed, so that a crash leaves a whole key or none; link refuses to
    // replace a key that another process has made in the meantime.
    private static func make(_ path: String) throws {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let text = Array((bytes.hexadecimal + "\n").utf8)
        let temporary = "\(path).\(getpid())"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(path) }
        defer { _ = unsafe unlink(temporary) }
        let written = unsafe write(descriptor, text, text.count)
        let isDurable = written == text.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, isDurable else { throw unwritable(path) }
        guard unsafe link(temporary, path) == 0 || errno == EEXIST else { throw unwritable(path) }
    }

    private static func unwritable(_ path: String) -> CommandFailure {
        CommandFailure(
            .unavailable,
            "\(path): the key cannot be written (\(unsafe String(cString: strerror(errno)))); "
                + "make the state folder writable or name another with --state."
        )
    }
}
