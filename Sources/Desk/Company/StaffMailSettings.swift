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
    /// Whether the handler, or the team, gets what clients write.
    package var notifies = true
    /// How many notifications one person gets within an hour; the others come together after it.
    package var notificationsHourly = 20
    /// How large the files may be, together, that go with a letter, in bytes.
    package var attachmentBytesMaximum = 10_000_000

    /// Describes the mail of the staff.
    package init(authority: String? = nil, holdMinutes: Int = 2, capabilityDays: Int = 30) {
        self.authority = authority
        self.holdMinutes = holdMinutes
        self.capabilityDays = capabilityDays
    }

    /// The defaults.
    package static let standard = StaffMailSettings()
}
