/// A piece of a page. Text that is put into it is escaped, always; only another piece goes in as it is.
///
/// Names of files and series come from strangers: that none of them becomes markup is ensured here, not where pages are
/// made. What is built of it is well-formed XML as long as the pieces in the code are.
struct Markup: ExpressibleByStringInterpolation, Equatable, Sendable {
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
        mutating func appendInterpolation(_ piece: Markup) {
            markup += piece.text
        }

        /// Pieces, one after another.
        mutating func appendInterpolation(_ pieces: [Markup]) {
            for piece in pieces { markup += piece.text }
        }

        /// A number, as it is.
        mutating func appendInterpolation(_ number: Int) {
            markup += String(number)
        }

        /// Text, made printable and escaped; good between tags and inside quoted attributes.
        mutating func appendInterpolation(_ text: String) {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "&": markup += "&amp;"
                case "<": markup += "&lt;"
                case ">": markup += "&gt;"
                case "\"": markup += "&quot;"
                case "'": markup += "&#39;"
                default: markup.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
                }
            }
        }

        /// The commands of a path, as they are.
        mutating func appendInterpolation(_ path: PathText) {
            markup += path.text
        }
    }
}
