// Addresses at which no person reads.

/// Recognises addresses that machines write from.
package enum AutomaticSender {
    private static let exact: Set<String> = [
        "mailer-daemon", "postmaster", "noreply", "no-reply", "no_reply", "donotreply",
        "do-not-reply", "do_not_reply", "nepasrepondre", "ne-pas-repondre", "ne_pas_repondre",
        "bounce", "bounces", "daemon", "listserv", "majordomo", "autoreply", "auto-reply",
    ]
    private static let prefixes = [
        "noreply", "no-reply", "no_reply", "donotreply", "bounce-", "bounces-", "bounce+",
        "bounces+", "owner-", "msprvs1=",
    ]
    private static let suffixes = ["-request", "-owner", "-bounces", "-noreply", "-no-reply"]

    /// Whether the address's local part says that no person reads there.
    package static func isOne(_ address: EmailAddress) -> Bool {
        let local = address.localPart
        return exact.contains(local) || prefixes.contains(where: local.hasPrefix)
            || suffixes.contains(where: local.hasSuffix)
    }

    private static let refusals: Set<String> = [
        "noreply", "donotreply", "dontreply", "nepasrepondre",
        "norespond", "neplusrepondre", "keineantwort", "nichtantworten", "noresponder",
        "nonrispondere", "naoresponda", "nietantwoorden",
    ]

    /// Whether the local part is nothing but a request not to answer, perhaps with a number, a tag
    /// or a department's name before or behind a dot.
    package static func refusesReplies(_ address: EmailAddress) -> Bool {
        let local = address.localPart.prefix { $0 != "+" }
        let parts = local.split(separator: ".").map { part in
            String(part.filter { $0 != "-" && $0 != "_" && !$0.isNumber })
        }
        return parts.contains(where: refusals.contains)
            || refusals.contains(parts.joined())
    }
}
