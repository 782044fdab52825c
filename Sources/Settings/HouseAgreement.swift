// What no single line can be blamed for: that the files agree with each other and with themselves.
//
// Each check answers one question and names both places. A check that needs a part which could not
// be read keeps silent: its answer would be about the mistake that is already reported.

import Desk
import Foundation

/// The drafts of a whole house, ready to be compared.
struct HouseAgreement {
    /// company.yaml, if there was one to read.
    let company: (file: FileReading, draft: CompanyFile)?
    /// The mailbox files, in the order of their names.
    let mailboxes: [(file: FileReading, draft: MailboxFile)]

    /// Complains of every disagreement.
    func check() {
        checkDistinct("name") { draft in
            let names = [draft.name?.value.text, draft.handSentName].compactMap(\.self)
            return names.map { name in draft.name.map { (name, $0.position) } }
        }
        checkDistinct("prefix") { [$0.prefix.map { ($0.value, $0.position) }] }
        checkDistinct("address") { draft in
            ([draft.address] + (draft.aliases ?? [])).map { $0.map { ($0.value.key, $0.position) } }
        }
        checkDistinct("source.maildir", as: Self.folder) { [$0.source.flatMap(Self.maildir)] }
        checkDistinct("source.imap") { [$0.source.flatMap(Self.imapFolder)] }
        checkLettersAreNotFetched()
        checkSentFolders()
        guard let company else { return }
        checkDomains(company.draft)
        checkSenders(company.draft, in: company.file)
        if let staff = company.draft.staff {
            checkStaffAddresses(staff, in: company.file)
            checkDeputies(staff, in: company.file)
            checkHandlers(staff, at: company.draft.staffPosition, in: company.file)
        }
    }

    private typealias Written = (value: String, position: YAMLPosition)

    private func checkDistinct(
        _ key: String,
        as identity: (String) -> String = { $0 },
        _ values: (MailboxFile) -> [Written?]
    ) {
        var owners: [String: String] = [:]
        for (file, draft) in mailboxes {
            for case let written? in values(draft) {
                let position = written.position
                let value = identity(written.value)
                if let owner = owners[value] {
                    file.complain(
                        .conflict,
                        at: position,
                        "\(shown(key)): found \(shown(written.value)), which \(owner) has too; "
                            + "allowed: one of its own for each mailbox"
                    )
                } else {
                    owners[value] = "\(file.label):\(position.line):\(position.column)"
                }
            }
        }
    }

    private static func maildir(_ source: Located<MailSource>) -> Written? {
        guard case .maildir(let path) = source.value else { return nil }
        return (path, source.position)
    }

    // One folder has many spellings: what it is on its disk tells, where it is there already.
    private static func folder(_ path: String) -> String {
        let whole = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
        guard let found = try? FileManager.default.attributesOfItem(atPath: "\(path)/."),
            let disk = found[.systemNumber] as? Int, let file = found[.systemFileNumber] as? Int
        else { return whole.count > 1 && whole.hasSuffix("/") ? String(whole.dropLast()) : whole }
        return "\(disk):\(file)"
    }

    private static func imapFolder(_ source: Located<MailSource>) -> Written? {
        guard case .imap(let imap) = source.value else { return nil }
        let user = imap.login.user ?? ""
        return ("\(user) on \(imap.server.host), \(imap.folder)", source.position)
    }

    // Letters that are fetched again would be answered again.
    private func checkLettersAreNotFetched() {
        for (file, draft) in mailboxes {
            guard let letters = draft.letters, case .maildir(let path) = letters.value else {
                continue
            }
            for (other, source) in mailboxes.map({ ($0.file, $0.draft.source) }) {
                guard let source, case .maildir(let read) = source.value,
                    Self.folder(read) == Self.folder(path)
                else { continue }
                let place = "\(other.label):\(source.position.line):\(source.position.column)"
                file.complain(
                    .conflict,
                    at: letters.position,
                    "\"letters.maildir\": this is the source at \(place), so Guichet would answer "
                        + "its own letters; allowed: a Maildir that no mailbox reads"
                )
            }
        }
    }

    // Copies of sent letters lie on the server that the mailbox reads, and never where it reads.
    private func checkSentFolders() {
        for (file, draft) in mailboxes {
            guard let letters = draft.letters, let source = draft.source,
                case .smtp(let smtp) = letters.value, let folder = smtp.sentFolder
            else { continue }
            if case .imap(let imap) = source.value, imap.folder != folder { continue }
            file.complain(
                .conflict,
                at: letters.position,
                "\"letters.smtp.sent-folder\": found \(shown(folder)); allowed: a folder of the "
                    + "mailbox's IMAP server (source.imap) other than the one that is read"
            )
        }
    }

    private func checkDomains(_ company: CompanyFile) {
        guard let domain = company.domain, let others = company.otherDomains else { return }
        let own = [domain] + others
        for (file, draft) in mailboxes {
            for case let address? in [draft.address] + (draft.aliases ?? [])
            where !own.contains(address.value.domain) {
                let near = NearMiss.of(address.value.domain, among: own)
                let meant = near.map { "; did you mean \(shown($0))?" } ?? ""
                file.complain(
                    .conflict,
                    at: address.position,
                    "\"address\": found the domain \(shown(address.value.domain)); allowed: "
                        + "\(own.joined(separator: ", ")), or a further one in "
                        + "company.other-domains\(meant)"
                )
            }
        }
    }

    // A sender is banned or allowed, and never one of the house.
    private func checkSenders(_ company: CompanyFile, in file: FileReading) {
        let allowed = Set((company.allowed ?? []).map(\.value))
        let own = ([company.domain].compactMap { $0 } + (company.otherDomains ?? []))
        for pattern in company.banned ?? [] {
            let found = "\"senders.ban\": found \(shown(pattern.value.key))"
            if allowed.contains(pattern.value) {
                let rest = ", which senders.allow has too; allowed: one of the two lists"
                file.complain(.conflict, at: pattern.position, found + rest)
            } else if own.contains(where: pattern.value.covers) {
                let rest = ", which is the company's own; allowed: senders from outside"
                file.complain(.conflict, at: pattern.position, found + rest)
            }
        }
    }

    private func checkStaffAddresses(_ staff: [StaffDraft], in file: FileReading) {
        var owners: [EmailAddress: YAMLPosition] = [:]
        for case let address? in staff.map(\.address) {
            if let first = owners[address.value] {
                file.complain(
                    .conflict,
                    at: address.position,
                    "\(shown(address.value.text)) stands twice in the staff, first at "
                        + "\(first.line):\(first.column); allowed: one address for each person"
                )
            } else {
                owners[address.value] = address.position
            }
            for (mailbox, draft) in mailboxes {
                for case let own? in [draft.address] + (draft.aliases ?? [])
                where own.value == address.value {
                    let place = "\(mailbox.label):\(own.position.line):\(own.position.column)"
                    file.complain(
                        .conflict,
                        at: address.position,
                        "\(shown(address.value.text)) is the mailbox address at \(place); "
                            + "allowed: the person's own address"
                    )
                }
            }
        }
    }

    private func checkDeputies(_ staff: [StaffDraft], in file: FileReading) {
        let addresses = staff.compactMap { $0.address?.value }
        guard addresses.count == staff.count else { return }
        for person in staff {
            guard let deputy = person.deputy else { continue }
            guard deputy.value != person.address?.value else {
                file.complain(
                    .conflict,
                    at: deputy.position,
                    "\"deputy\": nobody is their own deputy; allowed: the address of another "
                        + "person on the staff"
                )
                continue
            }
            guard !addresses.contains(deputy.value) else { continue }
            let near = NearMiss.of(deputy.value.text, among: addresses.map(\.text))
            let meant = near.map { "; did you mean \(shown($0))?" } ?? ""
            file.complain(
                .conflict,
                at: deputy.position,
                "\"deputy\": found \(shown(deputy.value.text)), who is not on the staff; allowed: "
                    + "the address of another person on the staff\(meant)"
            )
        }
    }

    private func checkHandlers(
        _ staff: [StaffDraft],
        at position: YAMLPosition,
        in file: FileReading
    ) {
        let roles = staff.compactMap(\.roles)
        guard roles.count == staff.count,
            !roles.joined().contains(where: { $0.value == .complaintHandler }),
            let mailbox = mailboxes.first(where: { $0.draft.procedure?.value == .complaint })
        else { return }
        file.complain(
            .conflict,
            at: position,
            "\"staff\": nobody has the role complaint-handler, whom the acknowledgements of "
                + "\(mailbox.file.label) must name; allowed: at least one such person"
        )
    }
}
