// The contents of a mail's files, asked for by their digests: what goes with a letter is taken out
// of the raw mail when the letter leaves. The files are those that `MailReader` lists, of the mail
// and of the mails that are attached to it.

import Desk

/// Takes files out of a mail.
package enum MailFiles {
    /// The contents of the files with these digests; a digest that no file has is left out.
    package static func contents(
        of bytes: [UInt8],
        digests: Set<String>,
        limits: ReadingLimits = .standard
    ) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        let depth = MailReader.attachedDepth
        for (digest, content) in files(of: bytes, limits: limits, among: digests, depth: depth) {
            found[digest] = content
        }
        return found
    }

    private static func files(
        of given: [UInt8],
        limits: ReadingLimits,
        among digests: Set<String>,
        depth: Int
    ) -> [(String, [UInt8])] {
        var ignored: Set<MessageDefect> = []
        let bytes = MailBeginning.trimmed(given)
        guard !bytes.isEmpty else { return [] }
        let header = HeaderBlock(bytes, limits: limits)
        let copy = StructureGuard.shorterCopy(of: bytes, limits: limits, defects: &ignored)
        let top = copy.map { HeaderBlock($0, limits: limits) } ?? header
        guard
            let tree = PartTree(copy ?? bytes, header: top, limits: limits, defects: &ignored)
        else { return [] }
        let leaves = MailLeaves(tree, limits: limits, defects: &ignored)
        var found: [(String, [UInt8])] = []
        for leaf in leaves.all where leaf.isFile {
            for inner in leaf.winmail?.files ?? [] {
                let digest = sha256(inner.content)
                if digests.contains(digest) { found.append((digest, Array(inner.content))) }
            }
            let digest = leaf.content.measure().sha256
            guard digests.contains(digest) else { continue }
            let content = leaf.content.decoded(bytesMaximum: bytes.count, defects: &ignored)
            found.append((digest, content))
        }
        let text = MailText(leaves, limits: limits).read(defects: &ignored)
        for file in text?.files ?? [] {
            let digest = sha256(file.content)
            if digests.contains(digest) { found.append((digest, Array(file.content))) }
        }
        let missing = digests.subtracting(found.map(\.0))
        guard depth > 0, !missing.isEmpty else { return found }
        for leaf in leaves.all.filter({ AttachedMails.isMail($0.content) })
            .prefix(limits.attachedMails)
        {
            let mail = leaf.content.decoded(bytesMaximum: limits.openedBytes, defects: &ignored)
            found += files(of: mail, limits: limits, among: missing, depth: depth - 1)
        }
        return found
    }

    private static func sha256(_ content: Bytes) -> String {
        var hash = SHA256()
        hash.update(content)
        return hash.finish().hexadecimal
    }

    // MARK: - As a question to a confined process

    /// The question: the digests in one line, then the mail.
    package static func question(_ digests: [String], of mail: [UInt8]) -> [UInt8] {
        Array("\(digests.joined(separator: ","))\n".utf8) + mail
    }

    /// The answer: for each digest in order the length in a line, then the content; -1 where no
    /// file has it.
    package static func answer(to question: [UInt8]) -> [UInt8] {
        guard let end = question.firstIndex(of: .lineFeed) else { return [] }
        let digests = String(decoding: question[..<end], as: UTF8.self).split(separator: ",")
            .map(String.init)
        let found = contents(of: Array(question[(end + 1)...]), digests: Set(digests))
        var answer: [UInt8] = []
        for digest in digests {
            answer += Array("\(found[digest]?.count ?? -1)\n".utf8)
            answer += found[digest] ?? []
        }
        return answer
    }

    /// Reads the answer; nil where a file is missing or the answer is none.
    package static func files(in answer: [UInt8], count: Int) -> [[UInt8]]? {
        var files: [[UInt8]] = []
        var rest = answer[...]
        while files.count < count {
            guard let end = rest.firstIndex(of: .lineFeed),
                let length = Int(String(decoding: rest[..<end], as: UTF8.self)), length >= 0
            else { return nil }
            rest = rest[(end + 1)...]
            guard rest.count >= length else { return nil }
            files.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return files
    }
}
