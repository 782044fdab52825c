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

    /// The pause after so many failures in a row: 1 to 2 s, 2 to 4 s … 150 to 300 s; after one that
    /// lasts at least 60 to 120 s.
    ///
    /// `chance` lies between 0 and 1 and says where in its span the pause lies.
    package static func seconds(
        afterFailures count: Int,
        isTemporary: Bool,
        chance: Double
    ) -> Double {
        precondition(count > 0, "a pause without a failure")
        let shortest = isTemporary ? secondsMinimum : lastingSecondsMinimum
        let end = min(secondsMaximum, secondsMinimum * Double(1 << min(count, 16)))
        return max(end, shortest * 2) / 2 * (1 + min(max(chance, 0), 1))
    }
}
