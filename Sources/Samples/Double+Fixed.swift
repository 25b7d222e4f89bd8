extension Double {
    /// With so many digits behind the point, 0 to 9: `0.482`, `-12`. What is no number, or too large for that, as it is.
    package func fixed(_ digits: Int) -> String {
        precondition((0...9).contains(digits), "Digits behind the point are 0 to 9.")
        let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
        let scaled = (magnitude * factor).rounded()
        guard scaled < 1e15 else { return "\(self)" }
        let (whole, part) = Int64(scaled).quotientAndRemainder(dividingBy: Int64(factor))
        let sign = self < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let rest = String(part)
        return "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.utf8.count) + rest
    }
}
