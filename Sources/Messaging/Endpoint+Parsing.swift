extension Endpoint {
    /// Bytes that a path of a Unix domain socket may have: `sun_path` less its final zero, see unix(7).
    private static let longestPath = 107

    /// The two sides of `://`, or `nil` when the transport is none of ours.
    static func split(_ text: String) -> (Transport, Substring)? {
        for transport in Transport.allCases where text.hasPrefix(transport.rawValue + "://") {
            return (transport, text.dropFirst(transport.rawValue.utf8.count + 3))
        }
        return nil
    }

    /// Why the address does not do, as half a sentence, or `nil` when it does.
    static func fault(in address: Substring, of transport: Transport) -> String? {
        if address.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "it contains a control character"
        }
        if address.first?.isWhitespace == true || address.last?.isWhitespace == true {
            return "it contains a blank at one end"
        }
        switch transport {
        case .inproc: return address.isEmpty ? "the name is missing: write inproc://NAME" : nil
        case .ipc: return pathFault(address)
        case .tcp: return networkFault(address)
        }
    }

    private static func pathFault(_ path: Substring) -> String? {
        if path.isEmpty || path == "@" { return "the path is missing: write ipc://PATH" }
        if path.utf8.count > longestPath {
            return "the path has \(path.utf8.count) bytes and the system allows \(longestPath)"
        }
        return nil
    }

    private static func networkFault(_ address: Substring) -> String? {
        guard let colon = address.lastIndex(of: ":"), !address.hasSuffix("]") else {
            return "the port is missing: write tcp://HOST:PORT"
        }
        return hostFault(address[..<colon]) ?? portFault(address[address.index(after: colon)...])
    }

    private static func portFault(_ port: Substring) -> String? {
        if port == "*" { return nil }
        guard port.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int(port) else {
            return "the port \"\(port)\" is not a number"
        }
        if number == 0 { return "the port is 0: write * to let the system choose one" }
        return number <= 65_535 ? nil : "the port \(number) is not in 1...65535"
    }

    private static func hostFault(_ host: Substring) -> String? {
        if host.isEmpty { return "the host is missing: write a name, an address, or * for every interface" }
        if host == "*" { return nil }
        if host.hasPrefix("[") {
            let inner = host.dropFirst().dropLast()
            let isPlausible = host.hasSuffix("]") && inner.contains(":") && inner.allSatisfy(isPartOfIPv6)
            return isPlausible ? nil : "the host \"\(host)\" is not an IPv6 address in brackets"
        }
        if host.contains(":") { return "the host \"\(host)\" holds a colon: write IPv6 addresses in brackets" }
        if host.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }) {
            let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
            return numbers.count == 4 && !numbers.contains(nil) ? nil : "the host \"\(host)\" is not an IPv4 address"
        }
        return host.allSatisfy(isPartOfName) ? nil : "the host \"\(host)\" is not a name of letters, digits, - and ."
    }

    private static func isPartOfIPv6(_ character: Character) -> Bool {
        // After % comes the name of an interface, for link-local addresses.
        character.isASCII && (character.isLetter || character.isNumber || ":.%".contains(character))
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
    }
}
