extension String {
    /// The text itself where it is one plain word, otherwise in double quotes, escaped: equal only for equal texts.
    var quotedIfNeeded: String {
        let isPlain: (UInt8) -> Bool = { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:*?+[]%".utf8.contains(byte)
            }
        }
        guard isEmpty || !utf8.allSatisfy(isPlain) else { return self }
        var out = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
