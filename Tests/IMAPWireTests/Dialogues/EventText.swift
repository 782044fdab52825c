// Events as the fixtures write them: a word or a few, without what the server says to people. The
// content of a mail is compared with the mail of its name, and is shown only where it is short or
// wrong.

import IMAPWire

extension Event {
    /// The event as a line of a dialogue.
    var line: String {
        switch self {
        case .write(let bytes): "write \(bytes.count)"
        case .capabilities(let set): "capabilities \(set)"
        case .selected(let mailbox): "selected \(mailbox.line)"
        case .exists(let count): "exists \(count)"
        case .expunged(let number): "expunged \(number)"
        case .vanished(let uids): "vanished \(uids)"
        case .flags(let uid, let flags): "flags \(uid) (\(flags.line))"
        case .metadata(let mail): mail.line
        case .fetched(let mail):
            "fetched \(mail.uid)/\(mail.uidValidity)" + content(mail.uid, mail.bytes, \.text)
        case .header(let mail):
            "header \(mail.uid)/\(mail.uidValidity) of \(mail.size)"
                + content(mail.uid, mail.bytes, \.header)
        case .held(let uid, let reason): "held \(uid) \(reason.line)"
        case .gone(let uids): "gone \(uids)"
        case .postponed(let uids, let reason): "postponed \(uids) \(reason.line)"
        case .found(_, let result): "found \(result.uids)\(result.isStated ? "" : " unstated")"
        case .listed(let listing):
            "listed \(listing.name)\(listing.holdsMails ? "" : " (holds no mails)")"
        case .idling: "idling"
        case .notice(let status): "notice \(status.line)"
        case .uidValidityChanged(let value): "uidvalidity changed to \(value)"
        case .completed(let completion):
            "completed \(completion.command) \(completion.response.line)"
                + (completion.copied.map { " copied \($0.source) to \($0.destination)" } ?? "")
        case .unanswered(_, let name): "unanswered \(name)"
        case .bye(let status): "bye \(status.line)"
        case .protocolError(let error): "protocol error \(error.code)"
        }
    }

    private func content(
        _ uid: UID,
        _ bytes: [UInt8],
        _ part: KeyPath<SampleMail, String>
    ) -> String {
        if bytes == SampleMail(uid: uid.number)[keyPath: part].bytes { return "" }
        return bytes.count < 40 ? " \"\(String(decoding: bytes, as: UTF8.self))\"" : " WRONG"
    }
}

extension [Flag] {
    fileprivate var line: String { map(\.text).joined(separator: " ") }
}

extension SelectedMailbox {
    fileprivate var line: String {
        "\(name)/\(uidValidity) exists \(exists)" + (uidNext.map { " next \($0)" } ?? "")
            + (highestModSeq.map { " modseq \($0)" } ?? "") + (isReadOnly ? " read-only" : "")
            + (areUIDsSticky ? "" : " not sticky")
            + (permanentFlags?.acceptsNewKeywords == true ? " takes keywords" : "")
    }
}

extension MailMetadata {
    fileprivate var line: String {
        "metadata \(uid) size \(size) date \(internalDate.map { "\($0.secondsSince1970)" } ?? "-")"
            + " (\(flags.line))" + (modSeq.map { " modseq \($0)" } ?? "")
    }
}

extension StatusResponse {
    fileprivate var line: String { code.map { "\(status) [\($0.line)]" } ?? "\(status)" }
}

extension ResponseCode {
    fileprivate var line: String {
        switch self {
        case .appendUID(let value): "appendUID \(value.uid)/\(value.uidValidity)"
        case .modified(let uids): "modified \(uids)"
        case .copyUID: "copyUID"
        case .other(let name): name
        case .alert, .alreadyExists, .authenticationFailed, .authorizationFailed, .badCharset,
            .cannot, .capability, .clientBug, .closed, .contactAdmin, .corruption, .expired,
            .expungeIssued, .highestModSeq, .inUse, .limit, .noModSeq, .noPermission,
            .nonExistent, .overQuota, .parse, .permanentFlags, .privacyRequired, .readOnly,
            .readWrite, .serverBug, .throttled, .tooBig, .tryCreate, .uidNext, .uidNotSticky,
            .uidValidity, .unavailable:
            "\(self)"
        }
    }
}

extension HoldReason {
    fileprivate var line: String {
        switch self {
        case .commandRefused(let status): "commandRefused \(status.line)"
        case .sizeDisagrees(let stated, let received): "sizeDisagrees \(stated) \(received)"
        case .tooLarge(let length): "tooLarge \(length)"
        case .notAsked, .answeredTwice, .noBody, .piece, .sizeMissing, .cutShort, .incomplete,
            .bodyWithoutUID, .uidValidityChanged:
            "\(self)"
        }
    }
}

extension PostponeReason {
    fileprivate var line: String {
        switch self {
        case .refused(let status): "refused \(status.line)"
        case .bye(let status): "bye \(status.line)"
        case .connectionLost: "connection lost"
        case .protocolError(let error): "protocol error \(error.code)"
        }
    }
}
