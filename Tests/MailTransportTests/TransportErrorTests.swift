// Which failures pass by themselves, and what an operator reads. The numbers are the system's; the
// table is the promise that a full disk is waited for, while a missing right is told to a person
// at once.

import Desk
import Glibc
import MailTransport
import Testing

@Suite("Transport error")
struct TransportErrorTests {
    @Test(
        "knows which failures pass by themselves; an unknown one may",
        arguments: [
            (ENOSPC, TransportError.Code.full, true), (EDQUOT, .full, true),
            (EIO, .inputOutput, true), (EMFILE, .exhausted, true), (ENFILE, .exhausted, true),
            (ENOMEM, .exhausted, true), (ESTALE, .unknown, true), (EACCES, .forbidden, false),
            (EPERM, .forbidden, false), (ENOENT, .absent, false), (ENOTDIR, .absent, false),
            (EROFS, .readOnly, false), (ELOOP, .notRegular, false), (ENXIO, .notRegular, false),
            (ENAMETOOLONG, .unusableName, false),
        ]
    )
    func temporary(_ number: Int32, _ code: TransportError.Code, _ isTemporary: Bool) {
        let error = TransportError(errorNumber: number, deed: "write a letter into /srv/out")
        #expect(error.code == code)
        #expect(error.isTemporary == isTemporary)
        #expect(error.errorNumber == number)
    }

    @Test("says what, where and what to do")
    func sentence() {
        let error = TransportError(errorNumber: ENOSPC, deed: "write a letter into /srv/out")
        #expect(
            error.description
                == "cannot write a letter into /srv/out: No space left on device (error 28); "
                + "free some space, it is tried again by itself"
        )
    }

    @Test("compares by code alone")
    func equality() {
        let one = TransportError(errorNumber: ENOENT, deed: "open a")
        #expect(one == TransportError(.absent, "there is no b"))
        #expect(one != TransportError(.full, "there is no b"))
    }
}
