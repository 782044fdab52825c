// The keys that the settings know, as the readers themselves declare them.
//
// There is no list to keep in step: each reader notes a key at the moment it asks for it, and
// `SettingsLoader.keys` lets the readers ask once for everything. The documentation is tested
// against that list in both directions.

/// One key of company.yaml, of a mailbox file or of a file of the lexicon folder.
package struct SettingsKey: Hashable, Sendable {
    /// Which file the key belongs in.
    package enum Place: String, Hashable, Sendable {
        case company = "company.yaml"
        case mailbox = "mailbox file"
        case lexicon = "lexicon file"
    }

    /// Which file it belongs in.
    package let place: Place
    /// Its path from the top, such as `staff[].address`.
    package let path: String
    /// The type of its value, in one word or two.
    package let type: String
    /// Its default as one would write it, `mandatory`, or what applies instead.
    package let fallback: String

    /// Describes a key.
    package init(place: Place, path: String, type: String, fallback: String) {
        self.place = place
        self.path = path
        self.type = type
        self.fallback = fallback
    }
}
