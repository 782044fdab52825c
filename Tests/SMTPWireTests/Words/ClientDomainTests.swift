// The name we give ourselves comes from a settings file, so it is checked like everything else.

import Testing

@testable import SMTPWire

@Suite("ClientDomain")
struct ClientDomainTests {
    @Test(
        "takes names and address literals",
        arguments: [
            "localhost", "gate.mileo.example", "[192.0.2.7]", "[IPv6:2001:db8::7]", "my_host",
        ]
    )
    func takes(text: String) {
        #expect(ClientDomain(text)?.text == text)
    }

    @Test(
        "refuses whatever is neither",
        arguments: [
            "", " ", "a b", "a\r\nQUIT", "a\n", "a\0", "é.example", "a>b", "a;b", "a/b",
            String(repeating: "a", count: 256),
        ]
    )
    func refuses(text: String) {
        #expect(ClientDomain(text) == nil)
    }
}
