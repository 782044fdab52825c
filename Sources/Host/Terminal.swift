// The terminal behind standard output, asked for nothing but its width.

import Glibc

/// The terminal that somebody may be looking at.
package enum Terminal {
    /// How many characters a line of standard output holds; nil where it is no terminal, or one
    /// that does not say.
    package static var columns: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1,
            unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }
}
