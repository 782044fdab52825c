// The two languages in which the company writes.

/// A language of letters.
package enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    /// French: the default.
    case french = "fr"
    /// English: where the client writes English.
    case english = "en"
}
