// All rules, in order. A rule is a file; the order is this list.

/// The ordered rules.
package enum RuleBook {
    /// What a message is: the first rule that concludes wins; the mailbox is the backstop.
    package static let nature: [Rule] = []
}
