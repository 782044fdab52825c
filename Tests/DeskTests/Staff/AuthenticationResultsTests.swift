// Authentication-Results by its grammar, and whose word counts.

import Testing

@testable import Desk

@Suite("Our mail server vouches for a sender")
struct AuthenticationResultsTests {
    @Test("A field is taken apart, comments and quotes and all")
    func reads() throws {
        let text =
            "mx.mileo.example (a (nested) comment; dmarc=pass) 1; spf = pass (ok) "
            + "smtp.mailfrom=\"x; dmarc=pass header.from=evil.example\"; "
            + "dmarc/1=PASS (p=none; dis=none) header.from=mileo.example"
        let field = try #require(AuthenticationResults(text))
        #expect(field.authority == "mx.mileo.example")
        #expect(field.results.map(\.method) == ["spf", "dmarc"])
        #expect(field.results[1].value == "pass")
        #expect(field.results[1].properties == ["header.from": "mileo.example"])
        #expect(AuthenticationResults("mx.mileo.example; none")?.results == [])
    }

    @Test(
        "What follows no grammar is nobody’s word",
        arguments: [
            "", ";", "mx (open", "mx; dmarc=pass \"open", "mx; dmarc", "mx 2; dmarc=pass",
            "mx; =pass",
            "mx; dmarc=", "mx; dmarc=pass header.from=a header.from=b", "mx; dmarc=pass )",
            "mx; dmarc=pass loose", "\u{0}; dmarc=pass",
        ]
    )
    func refuses(text: String) {
        #expect(AuthenticationResults(text) == nil)
    }

    private func verdict(
        _ fields: [String],
        from: String = "karim.haddad@mileo.example"
    ) throws
        -> SenderAuthentication
    {
        var mail = try DeskWorld.mail(from: from)
        mail.headers = fields.map { HeaderField(name: "authentication-results", value: $0) }
        return SenderAuthentication(of: mail, authority: "MX.mileo.example")
    }

    private static let good = "mx.mileo.example; dmarc=pass header.from=mileo.example"

    @Test("Only the topmost field of the named server counts, and only for the sender’s domain")
    func believes() throws {
        #expect(try verdict([Self.good]) == .passed)
        #expect(try verdict([Self.good, "other.example; dmarc=fail header.from=x"]) == .passed)
        #expect(try verdict([Self.good, "mx.mileo.example; dkim=pass header.d=a"]) == .passed)
    }

    @Test(
        "Forged fields prove nothing, wherever they stand",
        arguments: [
            ["mx.evil.example; dmarc=pass header.from=mileo.example"],
            ["mx.mileo.example.evil; dmarc=pass header.from=mileo.example"],
            ["mx.mileo.example; dmarc=fail header.from=mileo.example", good],
            [good, "mx.mileo.example; dmarc=fail header.from=mileo.example"],
            ["mx.other.example; spf=pass", good],
            ["mx.mileo.example; spf=pass smtp.mailfrom=mileo.example", good],
            ["mx.mileo.example; dmarc=pass header.from=evil.example"],
            ["mx.mileo.example; dmarc=pass"],
            ["mx.mileo.example; dmarc=pass header.from=mileo.example; dmarc=fail"],
            ["mx.mileo.example; spf=pass (dmarc=pass header.from=mileo.example)"],
            ["mx.mileo.example; none"], [],
        ]
    )
    func disbelieves(fields: [String]) throws {
        #expect(try verdict(fields) != .passed)
    }

    @Test("A sender of another domain is not vouched for by our domain’s pass")
    func aligns() throws {
        #expect(try verdict([Self.good], from: "karim@evil.example") != .passed)
    }

    @Test("A field of two thousand brackets takes no time to speak of")
    func isLinear() {
        #expect(AuthenticationResults("mx" + String(repeating: "(", count: 2000)) == nil)
    }
}
