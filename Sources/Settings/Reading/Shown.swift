// How a piece of a settings file is quoted in an error.
//
// Errors end on terminals and in logs, so nothing in them may move a cursor or run off the
// screen; and a non-breaking space, which looks right and is wrong, must become visible.

/// Text from a file, in quotes, cut short and with invisible characters spelt out.
func shown(_ text: String) -> String {
    "\"\(shownWithoutQuotes(text))\""
}

/// Text from a file or a path, cut short and with invisible characters spelt out.
func shownWithoutQuotes(_ text: String) -> String {
    let lengthMaximum = 60
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
        guard count < lengthMaximum else { return result + "…" }
        if isVisible(scalar) {
            result.unicodeScalars.append(scalar)
        } else {
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
    return result
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        false
    case .spaceSeparator:
        scalar == " "
    default:
        true
    }
}
