// The reader of mail behind its one door, with the attack aimed at one of its rooms at a time: the
// header, From, Authentication-Results, HTML, containers, delivery reports.

import Desk
import MIME

/// What goes through `MailReader`.
enum MailTargets {
    static let all = [mail, from, authentication, html, tnef, enclosed, report]

    private static let mail = FuzzTarget("mail", bytesMaximum: 16_384) { input in
        check(MailReader.read(Array(input)))
    }

    private static let from = FuzzTarget("from", bytesMaximum: 600) { input in
        // Folded, so that the whole input is one field.
        let value = input.flatMap { $0 == 0x0A ? [0x0A, 0x20] : [$0] }
        let message = MailReader.read(Array("From: ".utf8) + value + Array("\n\nBonjour\n".utf8))
        check(message)
        // A line of blanks below which no field follows ends the header: what comes is text.
        let isOneField = value.split(separator: 0x0A, omittingEmptySubsequences: false)
            .allSatisfy { line in !line.allSatisfy { [0x09, 0x0D, 0x20].contains($0) } }
        guard isOneField, let author = message.from else { return }
        promise(
            value.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0D].contains($0) },
            "a From field with a control character is nobody"
        )
        promise(
            contains(value, Array(author.address.text.utf8)),
            "the author's address stands in the field as it is read"
        )
    }

    // Each line is a field, the topmost first; from the wire to the verdict.
    private static let authentication = FuzzTarget("authentication", bytesMaximum: 2_000) { input in
        let fields = input.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(8)
        var header: [UInt8] = []
        for field in fields { header += Array("Authentication-Results: ".utf8) + field + [0x0A] }
        let from = Array("From: Léa <lea.martin@mileo.example>\n\nBonjour\n".utf8)
        let message = MailReader.read(header + from)
        check(message)
        for value in message.headers("authentication-results") {
            guard let field = AuthenticationResults(value) else { continue }
            promise(field.authority == field.authority.lowercased(), "an authority is folded")
            promise(
                field.results.allSatisfy { !$0.method.isEmpty && !$0.value.isEmpty },
                "a result has a method and a value"
            )
        }
        guard case .passed = SenderAuthentication(of: message, authority: "mx.mileo.example") else {
            return
        }
        let top = message.header("authentication-results")?.lowercased() ?? ""
        for word in ["mx.mileo.example", "dmarc", "pass", "header.from", "mileo.example"] {
            promise(top.contains(word), "the topmost field vouches by \(word): \(top)")
        }
        let others = message.headers("authentication-results").dropFirst()
        promise(
            !others.contains { text in
                guard let other = AuthenticationResults(text) else { return false }
                return other.authority == "mx.mileo.example"
                    && other.results.contains { $0.method == "dmarc" }
            },
            "nobody is believed where a second field speaks of dmarc"
        )
    }

    private static let html = FuzzTarget("html") { input in
        let head = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        let message = MailReader.read(Array(head.utf8) + input)
        check(message)
        promise(message.attachments.isEmpty, "an HTML mail of one part holds no file")
    }

    private static let tnef = FuzzTarget("tnef", bytesMaximum: 16_384) { input in
        let head = """
            MIME-Version: 1.0
            Content-Type: application/ms-tnef; name="winmail.dat"
            Content-Transfer-Encoding: binary


            """
        check(MailReader.read(Array(head.utf8) + input), within: input.count)
    }

    private static let enclosed = FuzzTarget("enclosed") { input in
        let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        check(MailReader.read(Array(head.utf8) + input), within: input.count)
    }

    private static let report = FuzzTarget("report") { input in
        let head = """
            From: MAILER-DAEMON@relay.example
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

            --=_b
            Content-Type: text/plain

            Your message could not be delivered.

            --=_b
            Content-Type: message/delivery-status


            """
        let message = MailReader.read(
            Array(head.utf8) + input + Array("\n--=_b--\n".utf8)
        )
        check(message)
        HouseUnderFire.explain(message)
    }

    /// What is promised of every mail that was read.
    static func check(_ message: InboundMessage, within bytes: Int? = nil) {
        let limits = ReadingLimits.standard
        let names =
            [message.from, message.replyTo].compactMap { $0?.name }
            + (message.to + message.cc).map(\.name)
        promise(names.allSatisfy(isOneLine), "a name is one line: \(names)")
        promise(isOneLine(message.subject), "a subject is one line")
        promise(isOneLine(message.fromText), "the text of From is one line")
        promise(message.headers.allSatisfy { isOneLine($0.name) }, "a field's name is one line")
        promise(
            message.headers.allSatisfy { isOneLine($0.value) },
            "a field's value is one line: \(message.headers)"
        )
        promise(
            message.subject.unicodeScalars.count <= limits.subjectCharacters,
            "a subject has a longest length"
        )
        promise(message.text.utf8.count <= limits.textBytes, "a text has a longest length")
        promise(
            !message.text.utf8.contains { $0 == 0x0D || $0 == 0 },
            "a text has LF line ends and no NUL"
        )
        promise(message.to.count <= limits.addresses, "To has a longest length")
        promise(message.references.count <= limits.messageIDs, "References has a longest length")
        promise(message.attachments.count <= limits.parts * 3, "parts are counted")
        promise(message.deliveryReports.count <= limits.deliveryReports, "reports are counted")
        for file in message.attachments {
            promise(
                isOneLine(file.name) && !file.name.contains("/") && !file.name.contains("\\"),
                "a file's name leads nowhere: \(file.name)"
            )
            promise(file.name.utf8.count <= limits.nameBytes, "a file's name is short")
            promise(file.size >= 0 && file.sha256.utf8.count == 64, "a file has size and digest")
        }
        if let bytes {
            let opened = message.attachments.map(\.size).reduce(0, +)
            promise(opened <= 4 * bytes + 1_000, "what is opened does not grow: \(opened)")
        }
        let copy = try? InboundMessage(compact: message.compact)
        promise(copy == message, "a mail comes through the compact form as it was")
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part) }
    }
}
