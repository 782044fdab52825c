// An empty Return-Path. RFC 5321, 4.5.5: it marks notices that must not be answered.

extension Rule {
    /// Nothing but a machine writes from nowhere.
    static let nullReturnPath = Rule(
        "null-return-path",
        "The Return-Path is empty: RFC 5321 reserves that to machines."
    ) { reading in
        reading.message.returnPath == .null ? (.nature(.autoreply), "Return-Path: <>") : nil
    }
}
