// The words of Dovecot's configuration: the whole of it, since nothing of the system's is read.

/// What stands in the file that Dovecot is started with.
struct DovecotConfiguration {
    let options: Dovecot.Options
    let folder: String
    let account: Account
    let ports: [Int]

    var text: String {
        """
        base_dir = \(folder)/run
        state_dir = \(folder)/run
        log_path = /dev/stderr
        protocols = imap
        listen = 127.0.0.1
        default_internal_user = \(account.user)
        default_internal_group = \(account.group)
        default_login_user = \(account.user)
        first_valid_uid = 1
        first_valid_gid = 1
        mail_location = maildir:\(folder)/mail/%u
        mail_fsync = never
        mail_save_crlf = yes
        mail_max_userip_connections = 500
        auth_failure_delay = 0
        auth_mechanisms = plain login\(options.tokenEndpoint == nil ? "" : " xoauth2 oauthbearer")
        disable_plaintext_auth = no
        namespace inbox {
          inbox = yes
          separator = /
        }
        passdb {
          driver = static
          mechanisms = plain login
          args = password=pw
        }
        userdb {
          driver = static
          args = uid=\(account.userID) gid=\(account.groupID) home=\(folder)/mail/%u
        }
        service anvil {
          chroot =
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        service auth {
          extra_groups =
        }
        service stats {
          chroot =
        }
        service imap-login {
          chroot =
          service_count = 0
          client_limit = 1000
          inet_listener imap {
            port = \(ports[0])
          }
          inet_listener imaps {
            port = \(options.certificate == nil ? 0 : ports[1])
            ssl = yes
          }
        }
        service imap {
          process_limit = 500
          service_count = 100
        }
        \(encryption)
        \(tokens)
        \(capabilities)
        \(options.settings)

        """
    }

    /// How it asks about tokens.
    var oauth2: String {
        guard let endpoint = options.tokenEndpoint else { return "" }
        return """
            introspection_mode = post
            introspection_url = http://127.0.0.1:\(endpoint.port)/introspect
            username_attribute = username
            active_attribute = active
            active_value = true

            """
    }

    private var encryption: String {
        guard let certificate = options.certificate else { return "ssl = no" }
        return """
            ssl = yes
            ssl_cert = <\(certificate.certificate)
            ssl_key = <\(certificate.key)
            """
    }

    private var tokens: String {
        guard options.tokenEndpoint != nil else { return "" }
        return """
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = \(folder)/oauth2.conf
            }
            """
    }

    private var capabilities: String {
        guard !options.without.isEmpty else { return "" }
        let gone = Set(options.without.flatMap(Self.words))
        let left = Self.offered.filter { !gone.contains($0) }
        return "imap_capability = \(left.joined(separator: " "))"
    }

    private static func words(_ capability: Dovecot.Capability) -> [String] {
        switch capability {
        case .condstore: ["CONDSTORE", "QRESYNC"]
        case .esearch: ["ESEARCH", "SEARCHRES", "CONTEXT=SEARCH"]
        case .idle, .literalPlus, .move, .uidPlus: [capability.rawValue]
        }
    }

    // What Dovecot announces after a login when nobody tells it what to say.
    private static let offered = [
        "IMAP4rev1", "SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "UNSELECT", "CHILDREN",
        "NAMESPACE", "UIDPLUS", "LIST-EXTENDED", "CONDSTORE", "QRESYNC", "ESEARCH", "SEARCHRES",
        "WITHIN", "CONTEXT=SEARCH", "LIST-STATUS", "MOVE", "LITERAL+", "SPECIAL-USE",
    ]
}
