// Files that are no mails are told apart by their bytes: none may pass for a copy of another.

import Desk
import Testing

@testable import MIME

@Suite("The digest of what is no mail")
struct ContentHashUnreadableTests {
    @Test("differs wherever the bytes differ")
    func differs() {
        let files: [[UInt8]] = [
            [], [0], [0, 1], Array("no colon here".utf8), Array(" leading blank".utf8),
            Array("X-Only: this\n\nbody".utf8), Array("X-Only: that\n\nbody".utf8),
        ]
        let digests = Set(files.map { ContentHash.digest(of: $0) })
        #expect(digests.count == files.count)
    }
}
