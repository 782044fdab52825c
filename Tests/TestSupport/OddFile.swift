// Things in a folder that are not plain files with plain names: what a mailbox or a settings
// folder may hold by accident or malice, and what Foundation cannot make.
//
// Tests may not call the system unsafely; they ask here.

import Foundation
import Glibc

/// Makes what a folder should not hold.
package enum OddFile {
    /// A pipe, which nobody will ever write to.
    package static func makePipe(at path: String) throws {
        let result = unsafe mkfifo(path, 0o600)
        guard result == 0 else { throw POSIXError(.EIO) }
    }

    /// An empty file whose name is these bytes, which need not be text.
    package static func makeFile(named name: [UInt8], in folder: String) throws {
        let path = Array(folder.utf8) + [UInt8(ascii: "/")] + name
        let descriptor = unsafe creat(path.map { CChar(bitPattern: $0) } + [0], 0o600)
        guard descriptor >= 0, close(descriptor) == 0 else { throw POSIXError(.EIO) }
    }
}
