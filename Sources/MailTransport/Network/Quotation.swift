// What a server or a library said, as a sentence may repeat it. A server can say our own secret
// back to us, in a refusal as in any later answer: a text that holds one is not repeated at all.

import Desk

/// Quotes others without the secrets that were shown to them.
struct Quotation: Sendable {
    private let secrets: [String]

    /// Hides these texts.
    init(hiding secrets: [String]) {
        self.secrets = secrets.filter { !$0.isEmpty }
    }

    /// A text as it can stand in a sentence.
    func words(_ text: String) -> String {
        secrets.contains { text.contains($0) } ? "(not shown here)" : text.fitForSentence
    }
}
