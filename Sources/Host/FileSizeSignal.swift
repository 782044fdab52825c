// What a process is told by a signal where a file may not grow any more (RLIMIT_FSIZE). The write
// fails as well, with a reason; the signal alone would end the program without a word.

import Glibc

/// Lets writes beyond the limit fail instead of ending the process.
package func ignoreFileSizeSignal() {
    _ = signal(SIGXFSZ, SIG_IGN)
}
