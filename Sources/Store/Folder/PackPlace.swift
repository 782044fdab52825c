// Where a mail lies among the packs.

/// The place of one mail, as its row knows it.
struct PackPlace: Hashable, Sendable {
    /// The pack's number, from 1.
    var pack: Int
    /// Where its head begins.
    var offset: Int
    /// Its length, without the head.
    var length: Int

    /// The first byte behind it.
    var end: Int { offset + PackHead.bytesCount + length }

    /// The path of the pack.
    func path(in folder: StateFolder) -> String {
        let digits = String(pack)
        let padding = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
        return "\(folder.rawFolder)/\(padding)\(digits).pack"
    }
}
