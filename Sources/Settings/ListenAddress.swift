/// A host and a port to listen on.
package struct ListenAddress: Equatable, Sendable {
    /// A name or a numeric address, an IPv6 one without its brackets.
    package let host: String
    /// In 0 ... 65535; 0 takes any free one.
    package let port: Int

    /// An address whose parts are known to be good.
    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `host:port`; `nil` for anything else.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let host = text[..<colon]
        guard Self.isHost(host), host != "*", let port = Self.port(text[text.index(after: colon)...], in: 0...65_535)
        else { return nil }
        self.init(host: host.first == "[" ? String(host.dropFirst().dropLast()) : String(host), port: port)
    }

    /// True for a name, an IPv4 address, a bracketed IPv6 address, and `*`.
    static func isHost(_ text: Substring) -> Bool {
        if text == "*" { return true }
        if text.first == "[", text.last == "]" {
            // After % comes the name of an interface, for link-local addresses.
            let inside = text.dropFirst().dropLast()
            return inside.contains(":") && inside.allSatisfy { isWordLike($0) || ":.%".contains($0) }
        }
        if text.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }) {
            let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
            return numbers.count == 4 && !numbers.contains(nil)
        }
        return text.allSatisfy { isWordLike($0) || "-._".contains($0) }
    }

    private static func isWordLike(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// A port in plain digits, within `range`.
    static func port(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text), range.contains(port) else {
            return nil
        }
        return port
    }
}

extension ListenAddress: CustomStringConvertible {
    /// `host:port`, an IPv6 address in brackets.
    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
