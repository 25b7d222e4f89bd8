/// A piece of a page. Text that is put into it is escaped, always; only another piece goes in as it is.
///
/// Labels of series come from strangers: that none of them becomes markup is ensured here, not where pages are made.
struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
    /// The markup.
    let text: String

    /// Markup that stands in the code.
    init(stringLiteral markup: String) {
        text = markup
    }

    /// Markup that stands in the code, with what was put into it.
    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.markup
    }

    /// Builds a piece up.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity)
        }

        /// Markup that stands in the code.
        mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        /// A piece, as it is.
        mutating func appendInterpolation(_ piece: HTML) {
            markup += piece.text
        }

        /// Pieces, one after another.
        mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { markup += piece.text }
        }

        /// Text, escaped; good between tags and inside quoted attributes.
        mutating func appendInterpolation(_ text: String) {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "&": markup += "&amp;"
                case "<": markup += "&lt;"
                case ">": markup += "&gt;"
                case "\"": markup += "&quot;"
                case "'": markup += "&#39;"
                default: markup.unicodeScalars.append(scalar)
                }
            }
        }
    }
}
