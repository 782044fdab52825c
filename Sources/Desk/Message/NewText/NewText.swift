// What the person newly wrote, apart from what is quoted, signed or appended by programs.
//
// Every later decision stands on these lines: the client's own words, in order, and nobody else's.
// A line is quoted (`QuotedLines`), or it belongs to the end of a letter (`SignatureLines`), or it
// is the person's. Promises: linear time on any text; never an empty result where there was text.

/// A text split into the new and the quoted.
package struct NewText: Hashable, Sendable {
    /// What the person newly wrote: the greeting stays; quote, signature and footers are gone.
    package let new: String
    /// What was quoted, with the lines that introduce it.
    package let quoted: String
    /// Where the first copied letter begins; nil where there is none.
    let letter: CopiedLetter?

    /// Splits a text; who sent it may have signed it with the name beside his address.
    package init(of text: String, from sender: NamedAddress? = nil) {
        let signer = SignerName(sender)
        let lines = TextLines(text)
        let quotes = QuotedLines(in: lines)
        letter = quotes.letter
        var own = quotes.ownParts(of: lines)
        if let first = own.first { own[0] = SignatureLines.withoutBanner(first, of: lines) }
        // From the end: what holds nothing but a signature does not make the part above it inner.
        var written: [[Int]] = []
        var isLast = true
        for part in own.reversed() {
            let kept = SignatureLines.withoutSignature(
                part,
                of: lines,
                isLast: isLast,
                signer: signer
            )
            isLast = isLast && kept.isEmpty
            written.append(kept)
        }
        let new = lines.text(of: written.reversed().joined())
        if !new.isEmpty {
            self.new = new
            quoted = lines.text(of: quotes.indices)
            return
        }
        // Nothing but a signature above a forwarded letter: the letter is what the person sends.
        // Nothing but a signature and no letter: better the signature than nothing.
        let unsigned = lines.text(of: own.flatMap { $0 })
        if !unsigned.isEmpty && !quotes.followsHeader {
            self.new = unsigned
            quoted = lines.text(of: quotes.indices)
        } else {
            self.new = lines.text(
                of: quotes.indices.isEmpty ? Array(0..<lines.count) : quotes.indices
            )
            quoted = ""
        }
    }
}
