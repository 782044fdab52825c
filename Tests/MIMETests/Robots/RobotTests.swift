// Machines in the forms in which real programs write, persons who look like machines: invented
// mails, read through the real parser.

import Desk
import TestSupport
import Testing

@Suite("Machines and persons")
struct RobotTests {
    @Test(
        "a machine is recognised, whatever it sets or leaves out",
        arguments: MailRow.rows("robots/absences.txt") + MailRow.rows("robots/other-machines.txt")
            + MailRow.rows("robots/true-shapes.txt") + MailRow.rows("robots/stranger.txt")
            + MailRow.rows("robots/answering.txt")
    )
    func machine(row: MailRow) throws {
        let found = classify(try row.reading())
        #expect(found.nature.rawValue == row.wanted[0], "\(found.reasons)")
        #expect(found.nature.isAutomatic)
    }

    @Test(
        "a person stays a person, however much he looks like a machine",
        arguments: MailRow.rows("robots/persons.txt")
    )
    func person(row: MailRow) throws {
        let found = classify(try row.reading())
        #expect(found.nature.rawValue == row.wanted[0], "\(found.reasons)")
        #expect(!found.nature.isAutomatic)
    }

    @Test("the tables are there")
    func counts() {
        let machines =
            MailRow.rows("robots/absences.txt") + MailRow.rows("robots/other-machines.txt")
        #expect(machines.count >= 60)
        #expect(MailRow.rows("robots/persons.txt").count >= 40)
    }
}

extension Classification {
    /// What every rule found, on one line.
    var reasons: String {
        findings.map { "\($0.rule): \($0.verdict.text) (\($0.evidence))" }.joined(separator: "; ")
    }
}
