// The ways in which an IMAP server can be wrong, broken, hostile or tired, by name.
//
// Each has its sentence; a test that walks through all of them shows it when one is not survived.
// Two of them, `bodyHoldsTag` and `unsolicitedFlags`, are no fault of the server at all, only rare.

/// Something the misbehaving server does.
package enum IMAPMisbehaviour: String, CaseIterable, Sendable {
    case mute, muteAtLogin, muteAtSelect, muteAtFetch, stallInMidLiteral
    case byeAtGreeting, byeAtLogin, byeAtSelect, byeDuringFetch, dropInMidLiteral, dropAfterAppend
    case loginUnavailable, overQuota, unavailable, throttled, bad, storeRefused, moveRefused
    case wrongUID, onlyWrongUID, uidZero, duplicateUIDs, searchInvents, searchRepeats, noData
    case emptyLiteral, nilBody, quotedBody, shortLiteral, hugeLiteral, endlessLiteralNumber
    case negativeLiteral, sizeLies, twoBodies, bodyHoldsTag, bodyHoldsNUL
    case unsolicitedFlags, expungeDuringFetch, uidValidityChanges, existsShrinks, existsIsHuge
    case unknownTag, garbage, endlessNoise, endlessLine, slowDrip
    case noStartTLS, plainTextAfterStartTLS

    /// Those whose occasion is the sending of one body.
    static let inBodies: Set<IMAPMisbehaviour> = [
        .wrongUID, .onlyWrongUID, .uidZero, .duplicateUIDs, .twoBodies, .emptyLiteral, .nilBody,
        .quotedBody, .shortLiteral, .hugeLiteral, .endlessLiteralNumber, .negativeLiteral,
        .bodyHoldsTag, .bodyHoldsNUL, .dropInMidLiteral, .stallInMidLiteral, .byeDuringFetch,
        .slowDrip,
    ]

    /// What it does, as a sentence.
    package var sentence: String {
        switch self {
        case .mute: "It accepts the connection and says nothing."
        case .muteAtLogin: "It never answers a login."
        case .muteAtSelect: "It never answers SELECT."
        case .muteAtFetch: "It never answers a FETCH of bodies."
        case .stallInMidLiteral: "It stops in mid-literal and keeps the connection."
        case .byeAtGreeting: "It says BYE instead of a greeting."
        case .byeAtLogin: "It says BYE to a login."
        case .byeAtSelect: "It says BYE to SELECT."
        case .byeDuringFetch: "It says BYE between two mails."
        case .dropInMidLiteral: "It drops the connection in mid-literal."
        case .dropAfterAppend: "It keeps an appended mail and drops the connection unanswered."
        case .loginUnavailable: "It refuses every login for the moment: too many connections."
        case .overQuota: "It refuses bodies: NO [OVERQUOTA]."
        case .unavailable: "It refuses bodies: NO [UNAVAILABLE]."
        case .throttled: "It refuses bodies: NO [THROTTLED]."
        case .bad: "It calls a right FETCH wrong: BAD."
        case .storeRefused: "It lets no flag be changed."
        case .moveRefused: "It lets nothing be moved or copied: NO [TRYCREATE]."
        case .wrongUID: "It sends another mail's body, under that mail's UID, before the right one."
        case .onlyWrongUID: "It sends the right body under another UID only."
        case .uidZero: "It sends the body under UID 0."
        case .duplicateUIDs: "It gives two mails the same UID."
        case .searchInvents: "Its SEARCH finds UIDs that do not exist."
        case .searchRepeats: "Its SEARCH lists each UID twice, backwards."
        case .noData: "It answers FETCH with OK and sends nothing."
        case .emptyLiteral: "It sends {0} for every body."
        case .nilBody: "It sends NIL for every body."
        case .quotedBody: "It sends the beginning of each body as a quoted string."
        case .shortLiteral: "It announces fewer bytes than it sends."
        case .hugeLiteral: "It announces 9,223,372,036,854,775,807 bytes."
        case .endlessLiteralNumber: "It announces a number of bytes that fits no integer."
        case .negativeLiteral: "It announces -5 bytes."
        case .sizeLies: "Its RFC822.SIZE is not the number of bytes it sends."
        case .twoBodies: "It sends two different bodies for one UID."
        case .bodyHoldsTag: "A body holds what looks like the end of the command."
        case .bodyHoldsNUL: "A body holds NUL."
        case .unsolicitedFlags: "It tells of another mail's flags in the midst of the bodies."
        case .expungeDuringFetch: "A mail is expunged while it is being asked for."
        case .uidValidityChanges: "UIDVALIDITY changes between SELECT and FETCH."
        case .existsShrinks: "It says that the folder is empty, without any EXPUNGE."
        case .existsIsHuge: "It says that the folder holds more mails than there are numbers."
        case .unknownTag: "It answers a command that nobody gave."
        case .garbage: "It sends bytes that are no IMAP."
        case .endlessNoise: "It sends untagged lines for ever."
        case .endlessLine: "It sends a line that never ends."
        case .slowDrip: "It sends byte by byte, slowly."
        case .noStartTLS: "It does not offer STARTTLS, and forbids a login without."
        case .plainTextAfterStartTLS: "It agrees to STARTTLS and goes on in plain text."
        }
    }
}
