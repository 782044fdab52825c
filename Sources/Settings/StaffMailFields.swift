// Reads `staff-mail` in company.yaml: how staff work from their mail program.

import Desk

extension MapReader {
    /// The choices about the mail of the staff, each with its default.
    mutating func staffMail() -> StaffMailSettings {
        var settings = StaffMailSettings(
            authority: optional("authority", .authority)?.value,
            holdMinutes: value("hold-minutes", .number("number", 0...60), default: "2"),
            capabilityDays: value("reply-days", .number("number", 1...365), default: "30")
        )
        settings.notifies = value("notifications", .flag, default: "true")
        settings.notificationsHourly = value(
            "notifications-per-hour",
            .number("number", 1...1_000),
            default: "20"
        )
        settings.attachmentBytesMaximum = value("attachments", .size, default: "10 MB").bytes
        return settings
    }
}
