// Reads `threading` in company.yaml: how mails find their tickets where both answers are
// defensible.

import Desk

extension ScalarKind where Value == Delay {
    /// A stretch of time that no opening hours interrupt; unlike a delay it is promised to nobody.
    fileprivate static var span: ScalarKind {
        ScalarKind(
            type: "span",
            allowed: "a number and min, h or d, such as 24 h",
            read: { text in
                guard let delay = Delay(text), delay.amount > 0 else { return nil }
                switch delay.unit {
                case .minutes, .hours, .days: return delay
                case .businessHours, .businessDays: return nil
                }
            }
        )
    }
}

extension MapReader {
    /// The choices about threading, each with its default.
    mutating func threading() -> ThreadingPolicy {
        var policy = ThreadingPolicy()
        policy.forwards = value("forwards", .word(), default: "join")
        policy.thirdParties = value("third-parties", .word(), default: "join")
        policy.newSubject = value("new-subject", .word(), default: "apart-when-closed")
        policy.lateReply = value("late-reply", .span, default: "365 d")
        policy.repeatWindow = value("repeat-window", .span, default: "24 h")
        let domains = distinctList("public-domains", of: .domain) ?? []
        policy.publicDomains = Set(domains.map(\.value))
        policy.tagsReplies = value("reply-tags", .flag, default: "false")
        return policy
    }
}
