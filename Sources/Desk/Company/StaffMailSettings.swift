// What company.yaml says about the mail of the staff: whom to believe, and how long to wait.

/// How staff work by mail.
package struct StaffMailSettings: Hashable, Sendable {
    /// The name under which our receiving server writes Authentication-Results (its authserv-id).
    ///
    /// Only for a server that removes such fields where strangers wrote them; nil: no such field
    /// is believed.
    package var authority: String?
    /// How long a reply to a client waits before it leaves, in minutes.
    package var holdMinutes: Int
    /// How long an answer to a notification is believed, in days.
    package var capabilityDays: Int

    /// Describes the mail of the staff.
    package init(authority: String? = nil, holdMinutes: Int = 2, capabilityDays: Int = 30) {
        self.authority = authority
        self.holdMinutes = holdMinutes
        self.capabilityDays = capabilityDays
    }

    /// The defaults.
    package static let standard = StaffMailSettings()
}
