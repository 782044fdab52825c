// Reads where a mail server is and who we are there: the same keys for IMAP and SMTP.

import Desk

extension MapReader {
    /// Whether exactly one of some keys was written; complains where not.
    func hasOne(of keys: [String], for purpose: String) -> Bool {
        let written = keys.filter(has)
        if written.count == 1 { return true }
        // A mistyped key is reported as such; that nothing else was written is no second mistake.
        guard !mayLack, !(written.isEmpty && hasUnknownKeys) else { return false }
        let found = written.isEmpty ? "none" : written.joined(separator: " and ")
        file.complain(
            .wrongValue,
            at: position,
            "\(shown(path)): found \(found) \(purpose); allowed: exactly one of "
                + keys.joined(separator: ", ")
        )
        return false
    }

    /// A server; nil where something mandatory is missing.
    mutating func server(
        in places: SettingsPlaces,
        ports: [ConnectionSecurity: Int]
    ) -> ServerSettings? {
        let host = required("host", .host)
        let usual = ConnectionSecurity.allCases.compactMap { ports[$0] }.map(String.init)
        let port = optional(
            "port",
            .number("port", 1...65_535),
            otherwise: "by security: \(usual.joined(separator: ", "))"
        )
        let security = value("security", ScalarKind<ConnectionSecurity>.word(), default: "tls")
        let authorities = optional("ca-file", places.kind, otherwise: "the system's authorities")
        guard let host else { return nil }
        if security == .none, !HostName.isLoopback(host.value) {
            file.complain(
                .conflict,
                at: place(of: "security"),
                "\(shown(full("security"))): found \"none\" for a server on another machine, so "
                    + "mails and secrets would travel in the open; allowed: tls, starttls"
            )
        }
        return ServerSettings(
            host: host.value,
            port: port?.value ?? ports[security] ?? 0,
            security: security,
            authorities: authorities?.value
        )
    }

    /// Who we are at a server; nil where something is missing.
    mutating func login(in places: SettingsPlaces, isMandatory: Bool) -> LoginSettings? {
        let user =
            isMandatory
            ? required("user", .text)?.value
            : optional("user", .text, otherwise: "no login")?.value
        let otherwise = isMandatory ? "mandatory without oauth2" : "none"
        let password = secret("password", in: places, otherwise: otherwise)
        let oauth2 = map("oauth2") { $0.oauth2(in: places) }
        let isNobody = !isMandatory && !has("user") && !has("password") && !has("oauth2")
        if isNobody { return LoginSettings.none }
        guard hasOne(of: ["password", "oauth2"], for: "as the way to log in") else { return nil }
        guard let user else {
            if !isMandatory, !has("user") {
                complainOfMissing("user", allowed: ScalarKind<String>.text.allowed)
            }
            return nil
        }
        if let password { return .password(user: user, password) }
        return oauth2.map { .oauth2(user: user, $0) }
    }

    private mutating func oauth2(in places: SettingsPlaces) -> OAuth2Settings? {
        let grant = required("grant", ScalarKind<OAuth2Grant>.word())
        let tokenURL = required("token-url", .tokenURL)
        let clientID = required("client-id", .text)
        let clientSecret = secret("client-secret", in: places, otherwise: "none")
        let refreshToken = secret("refresh-token", in: places, otherwise: "none")
        let scope = optional("scope", .scope)
        let mechanism = value("mechanism", ScalarKind<OAuth2Mechanism>.word(), default: "xoauth2")
        guard let grant, let tokenURL, let clientID else { return nil }
        switch grant.value {
        case .clientCredentials where !has("client-secret"):
            complainOfMissing("client-secret", allowed: "a map that says where it lies")
        case .refreshToken where !has("refresh-token"):
            complainOfMissing("refresh-token", allowed: "a map that says where it lies")
        case .clientCredentials, .refreshToken:
            break
        }
        return OAuth2Settings(
            grant: grant.value,
            tokenURL: tokenURL.value,
            clientID: clientID.value,
            clientSecret: clientSecret,
            refreshToken: refreshToken,
            scope: scope?.value,
            mechanism: mechanism
        )
    }
}
