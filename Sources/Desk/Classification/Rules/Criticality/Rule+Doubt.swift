// PROC-QUAL-006, 02: "En cas de doute, la classification la plus haute est appliquée par défaut."

extension Rule {
    /// Nothing can be concluded.
    static let doubt = Rule(
        "doubt",
        "No other rule concludes: in doubt the highest class, Critique."
    ) { _ in
        (.criticality(.critical), "doubt")
    }
}
