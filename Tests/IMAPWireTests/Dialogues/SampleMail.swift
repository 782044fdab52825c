// The mails of the dialogues. Every line of a mail names its UID, and no two of them have the same
// length, so that a test can see at once whose content it was given. Changed bytes do not hide
// that: most of the lines still name the mail.

import IMAPWire

/// The mail that the fixtures have under a UID.
struct SampleMail {
    let uid: UInt32

    var header: String { "From: client\(uid)@client.example\r\nSubject: mail \(uid)\r\n\r\n" }

    var text: String {
        header + String(repeating: line, count: Int(uid % 10) + 3)
    }

    // Lines of a length of their own: pieces of two mails do not fit together by chance.
    private var line: String {
        "This is mail \(uid)" + String(repeating: ".", count: Int(uid % 10) + 1) + "\r\n"
    }

    /// Whether most of the lines that name a mail name this one.
    func isRecognised(in bytes: [UInt8]) -> Bool {
        let names = bytes.split(separator: 10).compactMap { line -> UInt32? in
            let words = "This is mail ".bytes
            guard line.starts(with: words) else { return nil }
            return UInt32(
                String(
                    decoding: line.dropFirst(words.count).prefix { $0 >= 48 && $0 < 58 },
                    as: UTF8.self
                )
            )
        }
        return names.filter { $0 == uid }.count * 2 > names.count
    }

    /// The sizes of all mails of a set, as their metadata would have told.
    static func sizes(_ uids: UIDSet) -> [UID: Int64] {
        Dictionary(
            uniqueKeysWithValues: uids.map {
                ($0, Int64(SampleMail(uid: $0.number).text.utf8.count))
            }
        )
    }
}
