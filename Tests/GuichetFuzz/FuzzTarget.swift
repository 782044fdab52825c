// A door of the program through which strangers' bytes come in, and what must hold for whatever
// comes: not only that nothing traps. A target is a name, a longest input and a function that ends
// the process, with a sentence, where a promise is broken.

import Foundation
import Glibc

/// One door, thrown open.
struct FuzzTarget: Sendable {
    /// Its name on the command line, and its folder of seeds and finds.
    let name: String
    /// The longest input that is tried, in bytes.
    let bytesMaximum: Int
    /// Hands in one input.
    let run: @Sendable (ArraySlice<UInt8>) -> Void

    init(
        _ name: String,
        bytesMaximum: Int = 4_096,
        run: @escaping @Sendable (ArraySlice<UInt8>) -> Void
    ) {
        self.name = name
        self.bytesMaximum = bytesMaximum
        self.run = run
    }

    /// Every target; each adapter and reader has a row.
    static let all =
        MailTargets.all + TextTargets.all + StaffTargets.all + WireTargets.all + HouseTargets.all
        + OutgoingTargets.all

    static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Ends the process where a promise is broken: an optimised build must say so as well, which rules
/// `precondition` out.
func promise(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    guard !holds else { return }
    FileHandle.standardError.write(Data("Broken promise: \(sentence())\n".utf8))
    abort()
}

/// Whether a text is one line: no CR, LF, NUL or other control character.
func isOneLine(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
}

/// Whether a text holds nothing that a person would see.
func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

/// A text as a reader of mail leaves it: LF, tabs, and no other control character.
func cleanText(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n" || $0 == "\t"
    }
    return String(String.UnicodeScalarView(text))
}
