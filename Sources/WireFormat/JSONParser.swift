internal import CSimdJSON
internal import Samples

/// simdjson's parser with its buffers, which grow to the largest document seen and are used again.
struct JSONParser: ~Copyable {
    private let handle: OpaquePointer

    init() {
        guard let handle = andon_json_parser_make() else {
            preconditionFailure("There is no memory for a JSON parser.")
        }
        self.handle = handle
    }

    deinit {
        andon_json_parser_free(handle)
    }

    /// Lends the outermost value of a document, which does not outlive the closure.
    ///
    /// The bytes need no padding: the shim copies them into the parser's own padded buffer.
    func withDocument<Value>(
        _ bytes: UnsafeRawBufferPointer, _ part: StaticString, _ body: (JSONValue) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        var document = andon_json_document()
        var message: UnsafePointer<CChar>?
        let result = andon_json_parse(handle, bytes.baseAddress, bytes.count, &document, &message)
        guard result == ANDON_JSON_PARSED, let tape = document.tape, let strings = document.strings else {
            let why = message.map { String(cString: $0) } ?? "unknown"
            throw Refusal(Self.reason(result, bytes), "The \(part) cannot be parsed as JSON in UTF-8: \(why)")
        }
        return try body(JSONValue(root: tape, strings: strings))
    }

    private static func reason(_ result: andon_json_result, _ bytes: UnsafeRawBufferPointer) -> RefusalReason {
        if result == ANDON_JSON_NO_MEMORY { return .oversized }
        return endsEarly(bytes) ? .truncated : .malformed
    }

    /// Whether a text that cannot be parsed ends inside a string, an object or an array, or has nothing in it.
    private static func endsEarly(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var (depth, isInText, isEscaped, isEmpty) = (0, false, false, true)
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInText
            case UInt8(ascii: "\""): isInText.toggle()
            case _ where isInText: break
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            if byte > 0x20 { isEmpty = false }
        }
        return isEmpty || isInText || depth > 0
    }
}
