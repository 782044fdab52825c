// Servers under fire: what the other ends of our connections may say.

/// What goes through the wires.
enum WireTargets {
    static let all = IMAPTargets.all + SMTPTargets.all
}
