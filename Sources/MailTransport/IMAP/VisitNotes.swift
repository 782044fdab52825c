// What is to be told beside the mails. A server that has something to say about each of 100,000
// mails fills neither memory nor log.

import Desk

/// Complaints, until somebody takes them.
struct VisitNotes {
    private var complaints: [String] = []
    private var others = 0

    /// How many complaints are worded; a last one tells the number of the others.
    static let complaintsMaximum = 100

    /// Notes a sentence, once.
    mutating func complain(_ sentence: String) {
        guard !complaints.contains(sentence) else { return }
        if complaints.count < Self.complaintsMaximum {
            complaints.append(sentence)
        } else {
            others += 1
        }
    }

    /// Everything that was noted, once.
    mutating func takeAll() -> IMAPBatch {
        if others > 0 { complaints.append("and \(others) more complaints") }
        let batch = IMAPBatch(complaints: complaints)
        self = VisitNotes()
        return batch
    }
}
