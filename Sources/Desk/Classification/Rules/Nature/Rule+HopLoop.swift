// A mail that has passed fifty servers goes round in circles; no honest way is half as long.

extension Rule {
    /// A mail that goes round in circles.
    static let hopLoop = Rule(
        "hop-loop",
        "The mail has passed \(hopsMaximum) servers or more (Received): it goes in circles."
    ) { reading in
        let hops = reading.message.hops
        return hops >= hopsMaximum ? (.nature(.autoreply), "\(hops) Received fields") : nil
    }

    /// From so many Received fields on a mail is taken for a loop; Postfix gives up there too.
    static let hopsMaximum = 50
}
