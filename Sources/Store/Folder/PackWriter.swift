// The mails themselves, whole, one behind the other in append-only packs (raw/000001.pack …): a
// group of mails costs one flush, and their bytes are written once, where a table would write
// them twice.
//
// The database says how much of each pack counts (table pack) and where each mail lies. Whole mails
// behind that length are put aside when the folder is opened; what else a crash has left there was
// never promised to anybody: the next append cuts it off. A pack is written by the holder of the
// write lock alone, and what counts in it is never changed.

import Foundation

/// Appends to the packs of a state folder.
struct PackWriter: ~Copyable {
    private let folder: StateFolder
    private let steps: Steps?
    // The pack that was written last stays open.
    private var current: OpenFile?
    private var currentNumber = 0

    init(_ folder: StateFolder, steps: Steps?) {
        self.folder = folder
        self.steps = steps
    }

    /// Writes mails to their places in one pack, the first of them at its end, and flushes.
    mutating func append(_ mails: [(place: PackPlace, bytes: [UInt8])]) throws(StoreError) {
        guard let first = mails.first?.place else { return }
        let file = try take(first)
        try append(mails, to: file, at: first.offset)
        current = consume file
        currentNumber = first.pack
        if first.offset == 0 {
            steps?.next("flush the folder of packs")
            try folder.flush(folder.rawFolder)
        }
    }

    private func append(
        _ mails: [(place: PackPlace, bytes: [UInt8])],
        to file: borrowing OpenFile,
        at end: Int
    ) throws(StoreError) {
        let length = try file.length()
        guard length >= end else {
            throw .damaged(file.path, "it ends at \(length), the database knows \(end) bytes")
        }
        if length > end {
            steps?.next("cut the pack")
            try file.setLength(end)
        }
        do throws(StoreError) {
            for mail in mails {
                steps?.next("write to the pack")
                try file.write(PackHead(of: mail.bytes).bytes, mail.bytes, at: mail.place.offset)
            }
            steps?.next("flush the pack")
            try file.flush()
        } catch {
            // Gives the space back; where this fails too, the next append does it.
            try? file.setLength(end)
            throw error
        }
    }

    private mutating func take(_ place: PackPlace) throws(StoreError) -> OpenFile {
        if currentNumber == place.pack, let open = current.take() { return open }
        current = nil
        steps?.next("open the pack")
        let file = try OpenFile(place.path(in: folder), for: place.offset == 0 ? .making : .writing)
        try file.give(to: folder.owner)
        return file
    }
}
