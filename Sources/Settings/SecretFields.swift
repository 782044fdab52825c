// Reads where a secret lies, and refuses a secret.
//
// Whatever stands in a secret's place may be the secret itself, so no error here quotes it: not a
// plain text, not the value of a reference, not a stray key.

import Desk

extension MapReader {
    /// A reference to a secret; nil where the key is not there or has been complained of.
    mutating func secret(
        _ key: String,
        in places: SettingsPlaces,
        otherwise: String
    ) -> SecretReference? {
        note(key, type: "secret", fallback: otherwise)
        var silent = MapReader(
            nil,
            at: position,
            path: full(key),
            pattern: fullPattern(key),
            in: file
        )
        _ = silent.references(in: places)
        guard let node = node(key) else { return nil }
        if case .mapping(let entries) = node.content {
            return inside(
                key,
                entries,
                at: node.position,
                isCut: node.isCut,
                isConfidential: true
            ) { $0.oneReference(in: places) }
        }
        guard !node.isCut else { return nil }
        let found = node.isNothing ? "found nothing" : "a secret must not stand in this file"
        file.complain(
            node.isNothing ? .wrongValue : .exposedSecret,
            at: node.position,
            "\(shown(full(key))): \(found); allowed: a map that says where it lies, with one of "
                + silent.keysInWords
        )
        return nil
    }

    private mutating func oneReference(in places: SettingsPlaces) -> SecretReference? {
        let errorsBefore = file.errors.count
        let found = references(in: places)
        guard found.count != 1 else {
            return found.first.map { found in
                let place = "\(file.label):\(found.position.line):\(found.position.column)"
                return SecretReference(found.value, writtenAt: "\(place): \(shown(path))")
            }
        }
        if file.errors.count == errorsBefore, !hasUnknownKeys, !mayLack {
            let count = found.isEmpty ? "no place" : "\(found.count) places"
            file.complain(
                .wrongValue,
                at: position,
                "\(shown(path)): found \(count) where the secret lies; allowed: one of "
                    + keysInWords
            )
        }
        return nil
    }

    private mutating func references(
        in places: SettingsPlaces
    ) -> [Located<SecretReference.Source>] {
        let environment = optional("environment", .variable.hidden)
        let path = optional("file", places.kind.hidden)
        let credential = optional("credential", .credential.hidden)
        let command = list("command", of: .argument.hidden)
        var found: [Located<SecretReference.Source>] = []
        func add<Value>(_ written: Located<Value>?, _ source: (Value) -> SecretReference.Source) {
            if let written {
                found.append(Located(value: source(written.value), position: written.position))
            }
        }
        add(environment, SecretReference.Source.environment)
        add(path, SecretReference.Source.file)
        add(credential, SecretReference.Source.credential)
        if let command, let words = words(of: command, under: "command", in: places) {
            found.append(Located(value: .command(words), position: place(of: "command")))
        }
        return found
    }

    /// A command by its whole path, with its arguments; nil where there is none, or a wrong one.
    mutating func command(_ key: String, in places: SettingsPlaces) -> [String]? {
        let written = list(key, of: .argument)
        return written.flatMap { words(of: $0, under: key, in: places) }
    }

    // No shell and no search path stand between this list and what is run.
    private func words(
        of command: [Located<String>],
        under key: String,
        in places: SettingsPlaces
    ) -> [String]? {
        guard let program = command.first else {
            if has(key), !mayLack { complainOfCommand(key, at: place(of: key)) }
            return nil
        }
        let isRooted = program.value.hasPrefix("/") || program.value.hasPrefix("~/")
        guard isRooted, let path = places.resolved(program.value) else {
            complainOfCommand(key, at: program.position)
            return nil
        }
        return [path] + command.dropFirst().map(\.value)
    }

    private func complainOfCommand(_ key: String, at position: YAMLPosition) {
        let example =
            key == "sendmail" ? "[/usr/sbin/sendmail]" : "[/usr/bin/pass, show, mileo/key]"
        file.complain(
            .wrongValue,
            at: position,
            "\(shown(full(key))): the program is not named by its whole path; allowed: a "
                + "list such as \(example)"
        )
    }
}

extension ScalarKind where Value == String {
    /// The name of an environment variable.
    fileprivate static var variable: ScalarKind {
        ScalarKind(
            type: "variable",
            allowed: "an environment variable's name, such as GUICHET_KEY",
            read: { text in
                let isNameByte = { (byte: UInt8) in
                    switch byte {
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "a")...UInt8(ascii: "z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
                return (1...100).contains(text.utf8.count) && text.utf8.allSatisfy(isNameByte)
                    && text.first?.isNumber == false ? text : nil
            }
        )
    }

    /// The name of a systemd credential: one file name.
    fileprivate static var credential: ScalarKind {
        ScalarKind(
            type: "credential",
            allowed: "a credential's name without \"/\", such as guichet-key",
            read: { text in
                isOneLine(text, lengthMaximum: 200) && !text.contains("/") && text != "."
                    && text != ".." ? text : nil
            }
        )
    }

    /// One word of a command.
    fileprivate static var argument: ScalarKind {
        ScalarKind(
            type: "argument",
            allowed: "one line of 1 to 1000 characters",
            read: { isOneLine($0, lengthMaximum: 1000) ? $0 : nil }
        )
    }
}
