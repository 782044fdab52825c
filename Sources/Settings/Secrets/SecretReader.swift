// Follows a reference to the secret that it stands for, at the moment the secret is needed.
//
// The environment is an argument; nothing is asked globally and nothing is kept. A secret is the
// first line of what is found, without its line end. Errors say where and what to do, and never
// show the secret.

package import Desk
import Foundation

/// Reads secrets from where the settings say they lie.
package struct SecretReader: Sendable {
    /// The largest secret file or command output, in bytes.
    package static let bytesMaximum = 65_536

    private let environment: [String: String]
    private let credentialsFolder: String?
    private let commandMillisecondsMaximum: Int

    /// A reader for an environment, which commands inherit.
    ///
    /// Credentials lie where its `CREDENTIALS_DIRECTORY` says, unless another folder is given.
    package init(
        environment: [String: String],
        credentialsFolder: String? = nil,
        commandMillisecondsMaximum: Int = 10_000
    ) {
        self.environment = environment
        self.credentialsFolder = credentialsFolder ?? environment["CREDENTIALS_DIRECTORY"]
        self.commandMillisecondsMaximum = commandMillisecondsMaximum
    }

    /// The secret; a command may block for as long as its time limit.
    package func secret(at reference: SecretReference) throws(SecretError) -> Secret {
        do throws(SecretError) {
            return try secret(in: reference.source)
        } catch {
            guard let place = reference.writtenAt else { throw error }
            throw SecretError(code: error.code, sentence: "\(place): \(error.sentence)")
        }
    }

    private func secret(in source: SecretReference.Source) throws(SecretError) -> Secret {
        switch source {
        case .environment(let name): try variable(name)
        case .file(let path): try file(path)
        case .credential(let name): try credential(name)
        case .command(let words): try command(words)
        }
    }

    private func variable(_ name: String) throws(SecretError) -> Secret {
        guard let value = environment[name] else {
            throw SecretError(
                code: .missing,
                sentence: "the environment variable \(shown(name)) is not set; set it, or change "
                    + "the reference in the settings"
            )
        }
        return try firstLine(
            of: Array(value.utf8),
            from: "the environment variable \(shown(name))"
        )
    }

    private func file(_ path: String) throws(SecretError) -> Secret {
        let content = try content(of: path, called: "the secret file \(shown(path))")
        guard content.mode & 0o077 == 0 else {
            throw SecretError(
                code: .unprotected,
                sentence: "the secret file \(shown(path)) is open to other accounts; run: "
                    + "chmod 600 \(quotedForShell(path))"
            )
        }
        return try firstLine(of: content.bytes, from: "the secret file \(shown(path))")
    }

    // systemd guards its folder itself, with access lists that show as group permissions: the
    // bits of these files say nothing, so they are not judged.
    private func credential(_ name: String) throws(SecretError) -> Secret {
        guard let credentialsFolder, !credentialsFolder.isEmpty else {
            throw SecretError(
                code: .missing,
                sentence: "the credential \(shown(name)) cannot be read without "
                    + "$CREDENTIALS_DIRECTORY; start Guichet through systemd with "
                    + "LoadCredential=\(shownWithoutQuotes(name)):PATH"
            )
        }
        guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
            throw SecretError(
                code: .missing,
                sentence: "\(shown(name)) is not a credential's name; use one without \"/\""
            )
        }
        let called = "the credential \(shown(name))"
        return try firstLine(
            of: content(of: "\(credentialsFolder)/\(name)", called: called).bytes,
            from: called
        )
    }

    private func command(_ words: [String]) throws(SecretError) -> Secret {
        let name = shown(words.first ?? "")
        let output: [UInt8]
        do throws(SecretCommand.Trouble) {
            output = try SecretCommand(
                words: words,
                environment: environment,
                bytesMaximum: Self.bytesMaximum,
                millisecondsMaximum: commandMillisecondsMaximum
            )
            .output()
        } catch {
            throw SecretError(
                code: error == .isLate ? .commandTimedOut : .commandFailed,
                sentence: "the secret command \(name) \(error.reason)"
            )
        }
        return try firstLine(of: output, from: "the secret command \(name)")
    }

    private func content(
        of path: String,
        called name: String
    ) throws(SecretError) -> FileContent {
        do throws(FileTrouble) {
            return try FileContent(path: path, bytesMaximum: Self.bytesMaximum)
        } catch {
            throw SecretError(
                code: .missing,
                sentence: "\(name) cannot be read: \(error.reason)"
            )
        }
    }

    private func firstLine(of bytes: [UInt8], from place: String) throws(SecretError) -> Secret {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let secret = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard !secret.isEmpty else {
            throw SecretError(
                code: .unusable,
                sentence: "the first line of \(place) is empty; put the secret there"
            )
        }
        guard !secret.contains(0), let text = String(validating: secret, as: UTF8.self) else {
            throw SecretError(
                code: .unusable,
                sentence: "the first line of \(place) is not text in UTF-8; put a text there"
            )
        }
        return Secret(text)
    }

    // A word for the shell line that the sentence proposes.
    private func quotedForShell(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
                || Character(Unicode.Scalar(byte)).isNumber || "/._-+,".utf8.contains(byte)
        }
        return isPlain ? path : "'\(path.replacingOccurrences(of: "'", with: "'\\''"))'"
    }
}
