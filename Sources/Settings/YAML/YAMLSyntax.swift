// libyaml's complaints, said so that somebody who does not know YAML's grammar can mend the file.
//
// Its own sentences speak of tokens and block collections. These say what to change, and never
// quote the file: a mistyped line may hold a secret.

/// Turns a parse failure into a sentence.
enum YAMLSyntax {
    /// The fault for one of libyaml's problems, at the place where a person should look.
    static func fault(
        problem: String,
        context: String,
        at position: YAMLPosition,
        opening: YAMLPosition,
        character: Unicode.Scalar?
    ) -> YAMLFault {
        if context == "while scanning a quoted scalar", problem.contains("end of stream") {
            return YAMLFault(
                position: opening,
                sentence: "the quotation that begins here is never closed; add the closing quote"
            )
        }
        if character == nil, let bracket = ["]", "}"].first(where: { problem.contains("'\($0)'") })
        {
            return YAMLFault(
                position: opening,
                sentence: "the bracket that opens here is never closed; add \"\(bracket)\""
            )
        }
        let sentence = sentence(problem, context: context, character: character)
        if problem.contains("']'") || problem.contains("'}'") {
            let opened = " (opened at \(opening.line):\(opening.column))"
            return YAMLFault(position: position, sentence: sentence + opened)
        }
        // For these libyaml notices the mistake later than it was made.
        let isLate = [
            "while scanning a simple key", "while scanning an alias",
            "while scanning an anchor",
        ]
        return YAMLFault(
            position: isLate.contains(context) ? opening : position,
            sentence: sentence
        )
    }

    /// The fault where a quotation seems to be ended by the next one's opening quote.
    static func unclosed(from start: YAMLPosition, to end: YAMLPosition) -> YAMLFault {
        YAMLFault(
            position: start,
            sentence: "the quotation that begins here goes on as far as line \(end.line); "
                + "add its closing quote"
        )
    }

    private static func sentence(
        _ problem: String,
        context: String,
        character: Unicode.Scalar?
    ) -> String {
        switch problem {
        case "mapping values are not allowed in this context":
            "a second \":\" on this line, or a key indented too far; put a value that holds "
                + "\": \" in quotes, and align the keys of one map"
        case "could not find expected ':'":
            "a key without \":\" and a value; write key: value"
        case "did not find expected key":
            "this line does not fit the map around it; align it with the other keys, and put "
                + "a value that holds quotes or brackets in quotes as a whole"
        case "did not find expected '-' indicator":
            "this line does not fit the list around it; begin each entry with \"- \" in the "
                + "same column"
        case "block sequence entries are not allowed in this context":
            "a list cannot begin here; put \"- \" on a line of its own"
        case "mapping keys are not allowed in this context":
            "a key cannot begin here; put it on a line of its own"
        case "did not find expected ',' or ']'":
            "a list in brackets lacks a \",\" or its closing \"]\""
        case "did not find expected ',' or '}'":
            "a map in braces lacks a \",\" or its closing \"}\""
        case "did not find expected node content":
            character == nil
                ? "the file ends where a value is missing; is a bracket still open?"
                : "a value is missing here"
        case "found character that cannot start any token":
            startSentence(character)
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            "a tab stands where spaces are needed; indent with spaces"
        case "found unknown escape character":
            "an unknown escape behind \"\\\"; use single quotes, or write \"\\\\\" for a backslash"
        case "did not find expected alphabetic or numeric character":
            "a value cannot begin with \"*\" or \"&\"; put it in quotes"
        case "did not find expected <document start>":
            "text outside the map; every line must be part of one map of keys and values"
        default:
            "this is not well-formed YAML: \(problem.isEmpty ? "no reason known" : problem)"
        }
    }

    private static func startSentence(_ character: Unicode.Scalar?) -> String {
        switch character {
        case "\t": "a tab stands where spaces are needed; indent with spaces"
        case let sign? where sign.isASCII && sign.value > 0x20:
            "a value cannot begin with \"\(sign)\"; put it in quotes"
        default: "a value cannot begin with this character; put it in quotes"
        }
    }
}
