// The machine's word in a server's answer. It is the only thing an answer is judged by: the text
// behind it is for people, and "quota" in a sentence decides nothing. A known code whose argument
// is broken counts as unknown; the answer itself still stands.

/// The bracketed code of a status response (RFC 9051, 7.1; RFC 5530; RFC 4315; RFC 7162).
package enum ResponseCode: Hashable, Sendable {
    case alert
    case alreadyExists
    case appendUID(AppendUID)
    case authenticationFailed
    case authorizationFailed
    case badCharset
    case cannot
    case capability(CapabilitySet)
    case clientBug
    case closed
    case contactAdmin
    case copyUID(CopyUID)
    case corruption
    case expired
    case expungeIssued
    case highestModSeq(ModSeq)
    case inUse
    case limit
    case modified(UIDSet)
    case noModSeq
    case noPermission
    case nonExistent
    case overQuota
    case parse
    case permanentFlags(PermanentFlags)
    case privacyRequired
    case readOnly
    case readWrite
    case serverBug
    case throttled
    case tooBig
    case tryCreate
    case uidNext(UID)
    case uidNotSticky
    case uidValidity(UIDValidity)
    case unavailable
    /// A code that changes nothing here, or a known one whose argument breaks its grammar.
    case other(String)

    /// Reads what stands between the brackets; nil when it does not begin with an atom.
    package init?(parsing text: some Collection<UInt8>) {
        let words = Array(text)
        let end = words.firstIndex(of: ASCII.space) ?? words.endIndex
        let atom = words[..<end]
        guard !atom.isEmpty, atom.count <= 100, atom.allSatisfy(ASCII.isAtom) else { return nil }
        let name = ASCII.uppercased(atom)
        let argument = words[min(end + 1, words.endIndex)...]
        self = Self.bare[name] ?? Self.withArgument(name, argument) ?? .other(name)
    }

    /// Whether the same command may succeed later although nobody changes anything on our side.
    package var isTemporary: Bool {
        switch self {
        case .overQuota, .throttled, .unavailable, .limit, .inUse, .serverBug:
            true
        case .alert, .alreadyExists, .appendUID, .authenticationFailed, .authorizationFailed,
            .badCharset, .cannot, .capability, .clientBug, .closed, .contactAdmin, .copyUID,
            .corruption, .expired, .expungeIssued, .highestModSeq, .modified, .noModSeq,
            .noPermission, .nonExistent, .parse, .permanentFlags, .privacyRequired, .readOnly,
            .readWrite, .tooBig, .tryCreate, .uidNext, .uidNotSticky, .uidValidity, .other:
            false
        }
    }

    private static func withArgument(_ name: String, _ text: ArraySlice<UInt8>) -> ResponseCode? {
        switch name {
        case "APPENDUID": AppendUID(parsing: text).map(Self.appendUID)
        case "BADCHARSET": .badCharset
        case "CAPABILITY": .capability(CapabilitySet(parsing: text))
        case "COPYUID": CopyUID(parsing: text).map(Self.copyUID)
        case "HIGHESTMODSEQ": ModSeq(parsing: text).map(Self.highestModSeq)
        case "MODIFIED": UIDSet(parsing: text).map(Self.modified)
        case "PERMANENTFLAGS": PermanentFlags(parsing: text).map(Self.permanentFlags)
        case "UIDNEXT": UID(parsing: text).map(Self.uidNext)
        case "UIDVALIDITY": UIDValidity(parsing: text).map(Self.uidValidity)
        default: nil
        }
    }

    private static let bare: [String: ResponseCode] = [
        "ALERT": .alert, "ALREADYEXISTS": .alreadyExists,
        "AUTHENTICATIONFAILED": .authenticationFailed,
        "AUTHORIZATIONFAILED": .authorizationFailed, "CANNOT": .cannot, "CLIENTBUG": .clientBug,
        "CLOSED": .closed, "CONTACTADMIN": .contactAdmin, "CORRUPTION": .corruption,
        "EXPIRED": .expired, "EXPUNGEISSUED": .expungeIssued, "INUSE": .inUse, "LIMIT": .limit,
        "NOMODSEQ": .noModSeq, "NONEXISTENT": .nonExistent, "NOPERM": .noPermission,
        "OVERQUOTA": .overQuota, "PARSE": .parse, "PRIVACYREQUIRED": .privacyRequired,
        "READ-ONLY": .readOnly, "READ-WRITE": .readWrite, "SERVERBUG": .serverBug,
        "THROTTLED": .throttled, "TOOBIG": .tooBig, "TRYCREATE": .tryCreate,
        "UIDNOTSTICKY": .uidNotSticky, "UNAVAILABLE": .unavailable,
    ]
}
