// What a look at a ticket finds due, for tests that do not ask when the next look is.

import Foundation

@testable import Desk

func due(_ file: ProcedureCase, at now: Date, name: @escaping LetterNaming) -> ProcedurePlan {
    look(at: file, now, name: name).plan
}
