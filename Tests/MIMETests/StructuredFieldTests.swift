// Types, dispositions and their parameters, with all ways of writing one (RFC 2231 and before).

import Desk
import Testing

@testable import MIME

@Suite("StructuredField")
struct StructuredFieldTests {
    private static func field(_ raw: String) -> StructuredField {
        StructuredField(Array(raw.utf8)[...], limits: .standard)
    }

    @Test(
        "reads the value",
        arguments: [
            ("text/plain", "text/plain"), (" Text / PLAIN ;x=y", "text/plain"), ("", ""),
            ("attachment (x); a=b", "attachment"), (";a=b", ""),
        ]
    )
    func readsValue(_ raw: String, _ value: String) {
        #expect(Self.field(raw).value == value)
    }

    @Test(
        "reads a name however it is written",
        arguments: [
            ("a; name=x.pdf", "x.pdf"), ("a; NAME = \"x y.pdf\" ; b=c", "x y.pdf"),
            ("a; name=x y.pdf", "x y.pdf"), ("a; name=\"x\\\"y\"", "x\"y"),
            ("a; name=\"c:\\temp\\x.pdf\"", "c:\\temp\\x.pdf"), ("a; name=\"x", "x"),
            ("a; name*=utf-8''%C3%A9.pdf", "é.pdf"), ("a; name*=utf-8'fr'%zz%", "%zz%"),
            ("a; name*=%41", "A"), ("a; name*0=un; name*1=deux", "undeux"),
            ("a; name*1=deux; name*0=un", "undeux"), ("a; name*0*=utf-8''%C3; name*1*=%A9", "é"),
            ("a; name*0=un; name*2=trois", "un"), ("a; name=plain; name*=utf-8''ext", "ext"),
            ("a; name=\"=?utf-8?Q?=C3=A9?=\"", "é"), ("a; name==?utf-8?Q?=C3=A9?=", "é"),
            ("a; ; name=x", "x"), ("a; name=x; name=y", "x"),
        ]
    )
    func readsName(_ raw: String, _ name: String) {
        var defects: Set<MessageDefect> = []
        #expect(Self.field(raw).text("name", defects: &defects) == name)
    }

    @Test(
        "finds no name where there is none",
        arguments: ["a", "a; name", "a; names=x", "a; name*1=x", "a; name*x=y", "a; name*0*0*=x"]
    )
    func findsNone(_ raw: String) {
        var defects: Set<MessageDefect> = []
        #expect(Self.field(raw).text("name", defects: &defects) == nil)
    }

    @Test("reads no more parameters than the limit")
    func isBounded() {
        var defects: Set<MessageDefect> = []
        let pieces = (0..<200).map { "name*\($0)=a" }.joined(separator: "; ")
        let name = Self.field("a; \(pieces)").text("name", defects: &defects)
        #expect(name == String(repeating: "a", count: ReadingLimits.standard.parameters))
    }
}
