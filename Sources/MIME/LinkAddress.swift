// When the address of a link is worth showing beside its text.

import Foundation

/// The address of a link in HTML.
enum LinkAddress {
    private static let bytesMaximum = 1000

    /// The address as it is shown; nil for anything but the web and mail.
    static func shown(_ raw: String) -> String? {
        let address = raw.trimmingCharacters(in: .whitespacesAndNewlines)
        guard address.utf8.count <= bytesMaximum,
            address.unicodeScalars.allSatisfy({
                TextCleaning.kind($0) == .ordinary && $0 != " "
            })
        else { return nil }
        let lowercased = address.lowercased()
        if lowercased.hasPrefix("mailto:") {
            let mail = address.dropFirst(7).prefix { $0 != "?" }
            return mail.isEmpty ? nil : String(mail)
        }
        let isWeb = lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://")
        return isWeb ? address : nil
    }

    /// Whether a text already says an address.
    static func says(_ text: String, _ address: String) -> Bool {
        bare(text) == bare(address)
    }

    // Without scheme, "www." and a final slash, in lower case.
    private static func bare(_ address: String) -> Substring {
        var bare = address.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)[...]
        for prefix in ["mailto:", "https://", "http://", "www."] where bare.hasPrefix(prefix) {
            bare = bare.dropFirst(prefix.count)
        }
        return bare.hasSuffix("/") ? bare.dropLast() : bare
    }
}
