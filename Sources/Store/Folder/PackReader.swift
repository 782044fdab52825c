// Reads mails from the packs. It needs no lock: what the database knows of a pack never changes.

/// Reads from the packs of a state folder.
struct PackReader: ~Copyable {
    private let folder: StateFolder
    // The pack that was read last stays open.
    private var current: OpenFile?
    private var currentNumber = 0

    init(_ folder: StateFolder) {
        self.folder = folder
    }

    /// The bytes of a mail, checked against what was written.
    mutating func read(_ place: PackPlace) throws(StoreError) -> [UInt8] {
        let file = try take(place)
        let head = PackHead(try file.read(PackHead.bytesCount, at: place.offset) ?? [])
        guard let head, head.length == place.length,
            let bytes = try file.read(place.length, at: place.offset + PackHead.bytesCount),
            PackHead(of: bytes) == head
        else { throw .damaged(file.path, "the mail at \(place.offset) is not what was written") }
        current = consume file
        currentNumber = place.pack
        return bytes
    }

    private mutating func take(_ place: PackPlace) throws(StoreError) -> OpenFile {
        if currentNumber == place.pack, let open = current.take() { return open }
        return try OpenFile(place.path(in: folder), for: .reading)
    }
}
