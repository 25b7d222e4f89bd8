/// Cuts JSON into tokens, whatever the pieces it comes in; holds at most one text.
///
/// It checks that the tokens follow each other as they must, not what stands without quotes: whoever wants a number looks
/// whether it is one. A document may be one enormous line.
struct JSONTokenizer: Sendable {
    /// What came next.
    enum Step: Equatable {
        case token(JSONToken)
        /// A line feed that ends a document, or the line that should have held one.
        case lineEnd
        case needsMore
        /// The JSON is broken: ``fault``.
        case broken
    }

    /// What may come next.
    private enum Expectation {
        case value, valueOrEnd, name, nameOrEnd, colon, separator, nothing
    }

    /// The longest text, in bytes as written.
    static let textLimit = 64 << 10
    /// The most objects and arrays inside each other.
    static let depthLimit = 32

    /// The line, counted from 1.
    private(set) var line = 1
    /// Objects and arrays that are open.
    private(set) var depth = 0
    /// What is wrong, as a sentence.
    private(set) var fault = ""

    private let isLinewise: Bool
    private var expectation = Expectation.value
    /// Bit by depth: whether it is an object.
    private var objects: UInt64 = 0
    /// The token that the end of a piece cut, of which ``held`` has the beginning.
    private var begun: JSONToken?
    private var held: [UInt8] = []
    private var isHeld = false
    private var range = 0..<0
    private var hasEscapes = false
    private var isEscaping = false
    private var unescaped: [UInt8] = []

    /// - Parameter isLinewise: Whether a document ends with its line at the latest.
    init(isLinewise: Bool) {
        self.isLinewise = isLinewise
    }

    /// True where no document is open.
    var isBetweenDocuments: Bool {
        begun == nil && depth == 0 && (expectation == .value || expectation == .nothing)
    }

    /// Begins the next line with a new document.
    mutating func endLine() {
        line += 1
        (depth, objects, expectation, begun) = (0, 0, .value, nil)
        held.removeAll(keepingCapacity: true)
    }

    /// The next token; `position` is moved behind it.
    mutating func next(in piece: UnsafeRawBufferPointer, from position: inout Int) -> Step {
        if let begun { return scan(begun, piece, &position) }
        while position < piece.count {
            let byte = piece[position]
            switch byte {
            case 0x20, 0x09, 0x0D: break
            case 0x0A where isLinewise || expectation == .nothing:
                position += 1
                return .lineEnd
            case 0x0A: line += 1
            case _ where isMark(byte): break
            case UInt8(ascii: ",") where expectation == .separator: expectation = isInObject ? .name : .value
            case UInt8(ascii: ":") where expectation == .colon: expectation = .value
            default:
                return token(byte, piece, &position)
            }
            position += 1
        }
        return .needsMore
    }

    /// Lends the text of the token that came last, escapes undone; nothing for brackets.
    func withText<Value>(in piece: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        if hasEscapes { return unescaped.withUnsafeBytes(body) }
        if isHeld { return held.withUnsafeBytes(body) }
        return body(piece.slice(range.lowerBound, range.upperBound))
    }

    /// A byte of a byte order mark, which may stand at the very start.
    private func isMark(_ byte: UInt8) -> Bool {
        depth == 0 && line == 1 && expectation == .value && [0xEF, 0xBB, 0xBF].contains(byte)
    }

    private var isInObject: Bool { objects & (1 << UInt64(depth)) != 0 }
    private var expectsValue: Bool { expectation == .value || expectation == .valueOrEnd }

    private mutating func token(
        _ byte: UInt8, _ piece: UnsafeRawBufferPointer, _ position: inout Int
    ) -> Step {
        (isHeld, hasEscapes, isEscaping, range) = (false, false, false, 0..<0)
        if !held.isEmpty { held.removeAll(keepingCapacity: true) }
        switch byte {
        case UInt8(ascii: "\"") where expectsValue || expectation == .name || expectation == .nameOrEnd:
            position += 1
            return scan(expectsValue ? .text : .name, piece, &position)
        case UInt8(ascii: "{") where expectsValue: return open(.beginObject, &position)
        case UInt8(ascii: "[") where expectsValue: return open(.beginArray, &position)
        case UInt8(ascii: "}") where isInObject && (expectation == .separator || expectation == .nameOrEnd):
            return close(.endObject, &position)
        case UInt8(ascii: "]")
        where depth > 0 && !isInObject && (expectation == .separator || expectation == .valueOrEnd):
            return close(.endArray, &position)
        case _ where expectsValue && Self.isBare(byte):
            return scan(.bare, piece, &position)
        default:
            let character = byte < 0x80 ? Quotation.of(String(UnicodeScalar(byte))) : "A character"
            return broken("The JSON is broken: \(character) stands where something else belongs.")
        }
    }

    private mutating func open(_ token: JSONToken, _ position: inout Int) -> Step {
        guard depth < Self.depthLimit else {
            return broken("The JSON is nested deeper than \(Self.depthLimit) levels.")
        }
        position += 1
        depth += 1
        let bit: UInt64 = 1 << UInt64(depth)
        if token == .beginObject { objects |= bit } else { objects &= ~bit }
        expectation = token == .beginObject ? .nameOrEnd : .valueOrEnd
        return .token(token)
    }

    private mutating func close(_ token: JSONToken, _ position: inout Int) -> Step {
        position += 1
        depth -= 1
        expectation = depth == 0 ? .nothing : .separator
        return .token(token)
    }

    private mutating func broken(_ sentence: String) -> Step {
        fault = sentence
        begun = nil
        held.removeAll(keepingCapacity: true)
        return .broken
    }
}

extension JSONTokenizer {
    /// Goes on with a name, a text or something bare up to what ends it.
    private mutating func scan(
        _ token: JSONToken, _ piece: UnsafeRawBufferPointer, _ position: inout Int
    ) -> Step {
        let start = position
        let end = token == .bare ? Self.bareEnd(piece, from: start) : textEnd(piece, from: start)
        position = end
        guard held.count + (end - start) <= Self.textLimit else {
            return broken("A text is longer than \(Self.textLimit) bytes.")
        }
        guard end < piece.count else {
            held.append(contentsOf: piece.slice(start, end))
            begun = token
            return .needsMore
        }
        if token != .bare {
            guard piece[end] == UInt8(ascii: "\"") else {
                guard isLinewise, piece[end] == 0x0A else { return broken("A control character stands in a text.") }
                begun = token
                position = end + 1
                return .lineEnd
            }
            position = end + 1
        }
        return finish(token, piece, start..<end)
    }

    private mutating func finish(_ token: JSONToken, _ piece: UnsafeRawBufferPointer, _ range: Range<Int>) -> Step {
        isHeld = begun != nil
        self.range = range
        if isHeld { held.append(contentsOf: piece.slice(range.lowerBound, range.upperBound)) }
        if hasEscapes {
            let isGood =
                isHeld
                ? held.withUnsafeBytes { JSONEscapes.undo($0, into: &unescaped) }
                : JSONEscapes.undo(piece.slice(range.lowerBound, range.upperBound), into: &unescaped)
            guard isGood else { return broken("A backslash stands before something that it does not escape.") }
        }
        begun = nil
        expectation = token == .name ? .colon : depth == 0 ? .nothing : .separator
        return .token(token)
    }

    /// The closing quote, a control character, or the end of the piece.
    private mutating func textEnd(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        if isEscaping, index < piece.count, piece[index] >= 0x20 {
            isEscaping = false
            index += 1
        }
        while index < piece.count {
            let byte = piece[index]
            if byte == UInt8(ascii: "\"") || byte < 0x20 { return index }
            index += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            (isEscaping, hasEscapes) = (true, true)
            guard index < piece.count, piece[index] >= 0x20 else { break }
            isEscaping = false
            index += 1
        }
        return index
    }

    @inline(__always)
    private static func bareEnd(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < piece.count, isBare(piece[index]) { index += 1 }
        return index
    }

    @inline(__always)
    private static func isBare(_ byte: UInt8) -> Bool {
        byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte.isLetter
    }
}
