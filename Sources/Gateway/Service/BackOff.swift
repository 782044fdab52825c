// How long a way that failed is left alone: longer after each failure, never the same twice, so
// that many who fail together do not come back together.

/// The pauses between attempts.
package enum BackOff {
    /// The shortest pause.
    package static let secondsMinimum = 1.0
    /// The longest pause.
    package static let secondsMaximum = 300.0
    /// The shortest pause after a failure that waiting alone will not mend, such as a wrong
    /// password: whoever tries that often is locked out.
    package static let lastingSecondsMinimum = 60.0

    /// The pause after so many failures in a row: 1 to 2 s, 2 to 4 s … 150 to 300 s.
    ///
    /// `chance` lies between 0 and 1 and says where in its span the pause lies.
    package static func seconds(
        afterFailures count: Int,
        isTemporary: Bool,
        chance: Double
    ) -> Double {
        precondition(count > 0, "a pause without a failure")
        let doublings = min(count, 16)
        let span = min(secondsMaximum, secondsMinimum * Double(1 << doublings))
        let pause = span / 2 * (1 + min(max(chance, 0), 1))
        return isTemporary ? pause : max(pause, lastingSecondsMinimum)
    }
}
