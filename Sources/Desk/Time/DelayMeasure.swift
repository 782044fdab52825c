// The three ways of counting a delay, as three types: an hour on the clock, an hour of business and
// a day of business never stand for one another by mistake.

/// Time on the clock, which never stops.
package struct ElapsedHours: Hashable, Sendable {
    /// How much, in seconds.
    package let seconds: Int

    /// So many seconds of the clock.
    package init(seconds: Int) { self.seconds = seconds }

    /// So many hours of the clock.
    package init(_ hours: Int) { seconds = hours * 3600 }
}

/// Time that passes only while a service works.
package struct BusinessHours: Hashable, Sendable {
    /// How much, in seconds.
    package let seconds: Int

    /// So many seconds of business.
    package init(seconds: Int) { self.seconds = seconds }

    /// So many hours of business.
    package init(_ hours: Int) { seconds = hours * 3600 }
}

/// Days on which the office opens.
package struct BusinessDays: Hashable, Sendable {
    /// How many.
    package let days: Int

    /// So many days of business.
    package init(_ days: Int) { self.days = days }
}

/// A delay in the type by which it is counted.
package enum DelayMeasure: Hashable, Sendable {
    case elapsed(ElapsedHours)
    case businessHours(BusinessHours)
    case businessDays(BusinessDays)

    /// Whether it passes only while somebody works.
    package var isBusiness: Bool {
        switch self {
        case .businessHours, .businessDays: true
        case .elapsed: false
        }
    }
}

extension Delay {
    /// The type by which this delay is counted.
    package var measure: DelayMeasure {
        switch unit {
        case .minutes: .elapsed(ElapsedHours(seconds: amount * 60))
        case .hours: .elapsed(ElapsedHours(amount))
        case .days: .elapsed(ElapsedHours(amount * 24))
        case .businessHours: .businessHours(BusinessHours(amount))
        case .businessDays: .businessDays(BusinessDays(amount))
        }
    }
}
