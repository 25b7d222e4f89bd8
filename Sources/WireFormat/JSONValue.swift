/// A value of a parsed document: a place on simdjson's tape, read without a call into C.
///
/// Each value is a 64-bit word whose top byte says what it is. Numbers have a second word; strings point into a buffer
/// of lengths and bytes; objects and arrays know where they end. Good only inside `JSONParser.withDocument`.
///
/// - Reference: simdjson's `doc/tape.md`, for version 3.
struct JSONValue {
    /// What stands in the top byte of a word.
    enum Kind: UInt8 {
        case object = 0x7B  // {
        case array = 0x5B  // [
        case string = 0x22  // "
        case integer = 0x6C  // l
        case unsigned = 0x75  // u: above the largest Int64
        case double = 0x64  // d
        case yes = 0x74  // t
        case no = 0x66  // f
        case null = 0x6E  // n
    }

    private let tape: UnsafePointer<UInt64>
    private let strings: UnsafePointer<UInt8>
    private let index: Int

    /// The outermost value; the word before it is the root.
    init(root tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>) {
        self.init(tape, strings, 1)
    }

    private init(_ tape: UnsafePointer<UInt64>, _ strings: UnsafePointer<UInt8>, _ index: Int) {
        self.tape = tape
        self.strings = strings
        self.index = index
    }

    /// `nil` only for the words that close an object or an array.
    var kind: Kind? { Kind(rawValue: UInt8(truncatingIfNeeded: tape[index] >> 56)) }

    /// The UTF-8 bytes of a string.
    var text: UnsafeRawBufferPointer? {
        guard kind == .string else { return nil }
        let start = strings + stringOffset
        let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        return UnsafeRawBufferPointer(start: start + 4, count: Int(length))
    }

    /// A copy of a string.
    var string: String? { text.map { String(decoding: $0, as: UTF8.self) } }

    /// A number that is written without fraction and exponent and fits.
    var integer: Int64? {
        kind == .integer ? Int64(bitPattern: tape[index + 1]) : nil
    }

    /// Any number; large integers lose their last digits.
    var number: Double? {
        switch kind {
        case .integer: Double(Int64(bitPattern: tape[index + 1]))
        case .unsigned: Double(tape[index + 1])
        case .double: Double(bitPattern: tape[index + 1])
        default: nil
        }
    }

    /// The members of an object in their order, a name as often as it occurs; `nil` for anything else.
    var members: Members? {
        kind == .object ? Members(rest: JSONValue(tape, strings, index + 1)) : nil
    }

    /// The elements of an array in their order; `nil` for anything else.
    var elements: Elements? {
        kind == .array ? Elements(rest: JSONValue(tape, strings, index + 1)) : nil
    }

    /// Where an object has only strings as values: the buffer's bytes from its first name to its last value.
    ///
    /// The parser lays strings down in document order, so equal bytes mean equal members in equal order.
    var rawTexts: UnsafeRawBufferPointer? {
        guard kind == .object else { return nil }
        var last = JSONValue(tape, strings, index + 1)
        guard last.kind != nil else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let first = last
        while let text = last.text {
            let following = last.next
            guard following.kind != nil else {
                let end = first.stringOffset.distance(to: last.stringOffset) + 4 + text.count
                return UnsafeRawBufferPointer(start: strings + first.stringOffset, count: end)
            }
            last = following
        }
        return nil
    }

    /// What follows this value: the next one, or the word that closes what both are in.
    private var next: JSONValue {
        switch kind {
        case .object, .array: JSONValue(tape, strings, Int(UInt32(truncatingIfNeeded: tape[index])))
        case .integer, .unsigned, .double: JSONValue(tape, strings, index + 2)
        default: JSONValue(tape, strings, index + 1)
        }
    }

    private var stringOffset: Int { Int(tape[index] & 0x00FF_FFFF_FFFF_FFFF) }
}

extension JSONValue {
    /// Names with their values, one after the other.
    struct Members: Sequence, IteratorProtocol {
        fileprivate var rest: JSONValue

        mutating func next() -> (name: UnsafeRawBufferPointer, value: JSONValue)? {
            guard let name = rest.text else { return nil }
            let value = rest.next
            rest = value.next
            return (name, value)
        }
    }

    /// Values, one after the other.
    struct Elements: Sequence, IteratorProtocol {
        fileprivate var rest: JSONValue

        mutating func next() -> JSONValue? {
            guard rest.kind != nil else { return nil }
            defer { rest = rest.next }
            return rest
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes are those of an ASCII word.
    func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in indices where self[index] != word.utf8Start[index] { return false }
        return true
    }
}
