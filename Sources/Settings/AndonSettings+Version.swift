import Samples

extension AndonSettings {
    /// Twelve hex digits, the same for the same values in every process and on every machine, whatever comments, order
    /// and notation the files have.
    ///
    /// Cost: writes out every key and rule; keep it rather than ask for it with each anomaly.
    package var version: String {
        var hash = StableHash()
        for field in Self.fields {
            hash.combine(field.path)
            hash.combine(field.text(self))
        }
        let digits = String(hash.value, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
    }

    /// What runs after a reload: all of `loaded` but for the keys that need a restart, which stay as they run.
    package static func merged(running: AndonSettings, loaded: AndonSettings) -> AndonSettings {
        var merged = loaded
        for field in fields where field.effect == .restart { field.copy(running, &merged) }
        return merged
    }
}
