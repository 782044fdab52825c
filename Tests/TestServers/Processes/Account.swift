// As whom a server of the tests runs: never as root, so that one set of settings serves a
// developer's machine and a container alike.
//
// Root becomes `nobody` before the server starts, and gives it the folder; anybody else stays who
// he is.

import Foundation
import Glibc

/// The user whom a server runs as.
struct Account: Sendable {
    let user: String
    let group: String
    let userID: Int
    let groupID: Int

    /// Whether the tests run as root, so that the server must become somebody else.
    static var isRoot: Bool { geteuid() == 0 }

    /// The account for servers started by this process.
    static func forServers() throws -> Account {
        let wanted = isRoot ? "nobody" : String(geteuid())
        guard let user = find(wanted, in: "/etc/passwd"), let groupID = Int(user[3]),
            let group = find(user[3], in: "/etc/group"), let userID = Int(user[2])
        else { throw ServerError("The user \(wanted) or its group has no name on this system.") }
        return Account(user: user[0], group: group[0], userID: userID, groupID: groupID)
    }

    /// The command that becomes this user, for root; the command itself for anybody else.
    func command(_ program: String, _ arguments: [String]) -> (String, [String]) {
        guard Self.isRoot, let setpriv = Tool.path("setpriv") else { return (program, arguments) }
        let words = ["--reuid=\(userID)", "--regid=\(groupID)", "--clear-groups", "--", program]
        return (setpriv, words + arguments)
    }

    /// Gives a file, or a folder with all in it, to this user.
    func own(_ path: String) throws {
        guard Self.isRoot else { return }
        try give(path)
        for name in FileManager.default.enumerator(atPath: path) ?? .init() {
            if let name = name as? String { try give("\(path)/\(name)") }
        }
    }

    private func give(_ path: String) throws {
        guard unsafe lchown(path, uid_t(userID), gid_t(groupID)) == 0 else {
            throw ServerError("\(path) cannot be given to \(user): error \(errno).")
        }
    }

    // The fields of the line whose name or number is this one.
    private static func find(_ key: String, in path: String) -> [String]? {
        (TextFile.read(path) ?? "").split(separator: "\n")
            .map { $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
            .first { $0.count > 3 && ($0[0] == key || $0[2] == key) }
    }
}
