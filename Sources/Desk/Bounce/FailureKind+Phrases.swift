// The wordings by which servers say why a letter did not arrive, folded; French and English, and
// the commonest of other languages. The last word of a phrase may be the beginning of a longer one.

extension FailureKind {
    /// The kind that a folded text states; of several the most telling one.
    init?(folded text: ArraySlice<UInt8>) {
        let found = Self.index.found(in: text)
        guard let kind = Self.allCases.first(where: { found.first[$0.rawValue] != nil }) else {
            return nil
        }
        // Of a domain that nobody has, servers also say that the address was not found.
        let isHost = kind == .unknownUser && found.first[FailureKind.unknownHost.rawValue] != nil
        self = isHost ? .unknownHost : kind
    }

    private static let index = PhraseIndex(allCases.map(\.phrases))

    private var phrases: [String] {
        switch self {
        case .full: Self.fullPhrases
        case .tooLarge: Self.tooLargePhrases
        case .disabled: Self.disabledPhrases
        case .unknownUser: Self.unknownUserPhrases
        case .unknownHost: Self.unknownHostPhrases
        case .moved: Self.movedPhrases
        case .unwanted: Self.unwantedPhrases
        case .refused: Self.refusedPhrases
        case .loop: Self.loopPhrases
        case .content: Self.contentPhrases
        case .expired: Self.expiredPhrases
        case .noAnswer: Self.noAnswerPhrases
        case .system: Self.systemPhrases
        }
    }

    private static let fullPhrases = [
        "mailbox full", "mailbox is full", "mailbox has exceeded", "mailbox size limit",
        "mailbox quota", "over quota", "overquota", "quota exceeded", "quota has been exceeded",
        "exceeded storage", "exceeded the space", "exceeds allowed size", "is over the allowed",
        "over the allowed quota", "exceeded his quota", "exceeded its quota", "out of storage",
        "is over its quota", "is over their quota", "would be over quota", "quotaexceeded",
        "insufficient disk space", "not enough storage space", "disk quota", "storage limit",
        "inbox is full", "account is full", "mail box full", "user is overquota", "mailfolder is",
        "maildir over", "out of space", "ofr_417", "boite pleine", "boite aux lettres pleine",
        "boite est pleine", "est pleine", "quota depasse", "quota est depasse",
        "espace de stockage",
        "capacite maximale", "limite de stockage", "esta lleno", "postfach voll",
        "postfach ist voll",
        "casella piena", "caixa cheia",
    ]

    private static let tooLargePhrases = [
        "message size exceeds", "message exceeds maximum", "message too large",
        "message is too large", "message too big", "exceeds maximum fixed size",
        "maximum message size", "message file too big", "size limit exceeded",
        "larger than the current system limit", "exceeds the maximum size", "exceeds size limit",
        "message length exceeds", "trop volumineux", "taille maximale", "depasse la taille",
        "taille du message", "zu gross",
    ]

    private static let disabledPhrases = [
        "account disabled", "account is disabled", "account has been disabled", "mailbox disabled",
        "mailbox is disabled", "mailbox has been disabled", "account suspended", "is suspended",
        "account has been suspended", "account inactive", "account is inactive", "user disabled",
        "mailbox is inactive", "inactive user", "inactive mailbox", "inactive account",
        "account is not active", "user is inactive", "has been discontinued", "account expired",
        "mailbox temporarily disabled", "account is locked", "account closed", "user suspended",
        "not accepting messages", "no longer accepts mail", "compte desactive",
        "compte est desactive", "compte suspendu", "compte ferme", "compte inactif",
        "compte a ete desactive", "compte bloque", "boite desactivee", "boite suspendue",
        "adresse desactivee", "n'est plus active", "n'est plus actif",
    ]

    private static let unknownUserPhrases = [
        "user unknown", "unknown user", "no such user", "no such recipient", "no such mailbox",
        "no such address", "no such person", "unknown recipient", "recipient unknown",
        "unknown address", "unknown or illegal alias", "unknown local part", "address unknown",
        "user not found", "recipient not found", "recipnotfound", "recipientnotfound",
        "address not found", "was not found", "wasn't found", "could not be found",
        "couldn't be found", "mailbox not found", "mailbox unavailable", "mailbox unknown",
        "mailbox does not exist", "does not exist", "doesn't exist", "not exist", "doesn't have a",
        "does not have a", "no mailbox here", "no mailbox by that name", "no mailbox found",
        "is not a valid mailbox", "not a valid recipient", "invalid recipient", "invalid mailbox",
        "invalid address", "invalid user", "bad destination mailbox", "not a known user",
        "recipient name is not recognized", "is not recognized", "not our customer",
        "not listed in", "not listed in domino directory", "account is unknown", "account unknown",
        "no account by that name", "unrouteable address", "unroutable address", "unrouteable mail",
        "unknown mailbox", "user is unknown", "there is no such", "delivery to this user",
        "address rejected", "user doesn't", "nosuchuser", "no local mailbox", "not in directory",
        "typed correctly", "is no longer available", "is not local", "undeliverable address",
        "recipient rejected", "rejected recipient", "not known here", "user no longer",
        "no such account",
        "ofr_416", "lpn007_401", "utilisateur inconnu", "utilisateur non trouve",
        "utilisateur introuvable", "destinataire inconnu", "destinataire invalide",
        "destinataire est invalide", "destinataire introuvable", "adresse inconnue",
        "adresse introuvable", "adresse invalide", "adresse inexistante", "est introuvable",
        "adresse est introuvable", "boite inexistante", "boite inconnue",
        "boite aux lettres inexist",
        "n'existe pas", "n'existe plus", "n'a pas ete trouve", "n'a pas pu etre trouve",
        "ne figure pas dans", "ne repertorie pas", "est inconnu", "compte inexistant",
        "compte inconnu",
        "pas de boite", "aucune boite", "unbekannt", "konnte nicht gefunden", "existiert nicht",
        "no existe", "usuario desconocido", "utente sconosciuto", "non esiste", "nao existe",
        "onbekend", "nicht im domino", "no se encontro la direccion", "indirizzo non valido",
        "destinatario desconocido", "destinatario sconosciuto",
    ]

    private static let unknownHostPhrases = [
        "host unknown", "unknown host", "host not found", "domain not found", "unknown domain",
        "name service error", "no such domain", "name or service not known", "nxdomain",
        "no mx", "mx lookup", "domain does not exist", "domain name not found", "no route to host",
        "unrouteable domain", "couldn't find any host", "could not find any host", "null mx",
        "does not accept mail", "domain of sender", "bad destination host", "dns error",
        "domain lookup failed", "could not be resolved", "all relevant mx records",
        "domaine inconnu", "domaine inexistant", "domaine introuvable", "domaine n'existe",
        "hote inconnu", "serveur introuvable",
    ]

    private static let movedPhrases = [
        "has moved", "user has moved", "mailbox moved", "new address is", "please use",
        "a change d'adresse", "nouvelle adresse", "n'utilise plus",
    ]

    private static let unwantedPhrases = [
        "spam", "antispam", "anti-spam", "unsolicited", "blocklist", "blacklist", "blocked",
        "block list", "reputation", "junk mail", "bulk mail", "rejected by filter",
        "content filter", "listed at", "dnsbl", "rbl", "suspicious", "virus", "malware",
        "phishing", "courrier indesirable", "liste noire", "pourriel", "indesirable",
    ]

    private static let refusedPhrases = [
        "access denied", "relaying denied", "relay access denied", "relay denied",
        "relay not permitted", "unable to relay", "not permitted", "not authorized",
        "permission denied", "permission to post", "not allowed", "policy", "policies",
        "refused by",
        "message rejected", "rejected the message", "rejected the recipient", "message refused",
        "security polic", "sender denied", "sender rejected", "sendernotauthenticated",
        "authentication required", "spf", "dmarc", "dkim", "prohibited", "restricted",
        "administratively", "was rejected", "a refuse", "refuse par", "rejete",
        "accepte uniquement", "n'est pas autorise", "non autorise", "acces refuse", "pas autorise",
        "refusee", "abgelehnt", "rechazado",
    ]

    private static let loopPhrases = [
        "too many hops", "mail loop", "loops back", "mail loops", "routing loop", "loop detected",
        "hop count exceeded", "boucle",
    ]

    private static let contentPhrases = [
        "message content rejected", "content rejected", "attachment", "invalid content",
        "bad header",
        "illegal attachment", "not rfc", "malformed", "bare lf", "piece jointe interdite",
    ]

    private static let expiredPhrases = [
        "retry timeout exceeded", "retry time not reached", "in the queue too long",
        "message expired", "delivery time expired", "delivery expired", "been in the queue",
        "too long in queue", "retry limit", "giving up after", "undeliverable for",
        "delai depasse", "delai expire", "a expire",
    ]

    private static let noAnswerPhrases = [
        "connection timed out", "connection refused", "timed out", "timeout", "connection dropped",
        "lost connection", "connection reset", "connection was reset", "network is unreachable",
        "host is unreachable", "unable to connect", "could not connect", "couldn't connect",
        "to establish an smtp connection", "unable to reach", "not responding", "did not respond",
        "no answer", "did not accept our requests", "unreachable", "deferred", "greylist",
        "graylist", "try again later",
        "try later", "temporarily", "too many connections", "too many errors", "rate limit",
        "throttl", "ne repond pas", "connexion refusee", "injoignable", "reessayez plus tard",
        "probleme temporaire", "temporaire",
    ]

    private static let systemPhrases = [
        "internal error", "system error", "local error", "local configuration error",
        "server error", "service unavailable", "service not available", "disk full",
        "i/o error", "read-only file system", "cannot allocate", "insufficient system",
        "can't create", "unable to create", "erreur interne", "service indisponible",
        "erreur du serveur", "mail server temporarily",
    ]
}
