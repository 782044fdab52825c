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
}
