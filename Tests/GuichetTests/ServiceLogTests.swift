// What a server says of a letter goes into the log without whom it was for.

import Testing

@testable import guichet

@Suite("The service's log")
struct ServiceLogTests {
    @Test(
        "tells the server's words, and nobody's address",
        arguments: [
            ("550 5.1.1 <a.roy@client.example>: unknown", "550 5.1.1 … unknown"),
            ("550 5.1.1 User a.roy unknown", "550 5.1.1 User … unknown"),
            ("550 mailbox \"A.Roy\" is full", "550 mailbox … is full"),
            ("451 4.7.1 rfc822;other@firm.example, later", "451 4.7.1 … later"),
            ("a.roy%40client.example refused", "… refused"), ("421 4.3.2 busy", "421 4.3.2 busy"),
            ("", ""),
        ]
    )
    func addresses(note: String, told: String) {
        #expect(note.withoutAddresses(besides: "a.roy") == told)
    }
}
