// The little of HTTP/1.1 that token requests use: a head, and a form of a known length.

import Foundation

/// One request.
struct HTTPRequest {
    let path: String
    let fields: [String: String]
    let keepsConnection: Bool

    /// The next request of a connection; nil when there is none.
    init?(from connection: Descriptor) {
        let deadline = Deadline(milliseconds: 30_000)
        var bytes: [UInt8] = []
        var end = bytes.firstOffset(of: Self.headEnd, from: 0)
        while end == nil {
            guard let count = connection.read(appendingTo: &bytes, deadline), count > 0 else {
                return nil
            }
            end = bytes.firstOffset(of: Self.headEnd, from: 0)
        }
        guard let end else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ").map(String.init) ?? []
        guard words.count == 3 else { return nil }
        let length = Self.value("content-length", lines).flatMap { Int($0) } ?? 0
        let start = end + Self.headEnd.count
        while bytes.count < start + length {
            guard let count = connection.read(appendingTo: &bytes, deadline), count > 0 else {
                return nil
            }
        }
        let parts = words[1].split(separator: "?", maxSplits: 1).map(String.init)
        path = parts.first ?? "/"
        let form = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        fields = Self.fields(form + "&" + (parts.count > 1 ? parts[1] : ""))
        keepsConnection = Self.value("connection", lines)?.lowercased() != "close"
    }

    private static let headEnd: [UInt8] = [13, 10, 13, 10]

    private static func value(_ name: String, _ lines: [Substring]) -> String? {
        lines.first { $0.lowercased().hasPrefix(name + ":") }?
            .dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }

    private static func fields(_ form: String) -> [String: String] {
        var fields: [String: String] = [:]
        for part in form.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1).map {
                $0.replacing("+", with: " ").removingPercentEncoding ?? ""
            }
            fields[pair[0]] = pair.count > 1 ? pair[1] : ""
        }
        return fields
    }
}
