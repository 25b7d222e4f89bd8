import Samples

/// What changes from one settings value to another, key by key.
package struct SettingsDiff: Equatable, Sendable {
    /// One key whose value changes.
    package struct Change: Equatable, Sendable {
        /// Such as `models.ewma.alpha`, or `policies.rules[name]` for one rule.
        package let key: String
        /// As settings write it; `nil` for a rule that is new.
        package let old: String?
        /// As settings write it; `nil` for a rule that is gone.
        package let new: String?
        /// What the change does.
        package let effect: SettingsEffect
    }

    /// In the order of the reference.
    package let changes: [Change]

    /// The models that are on before or after.
    private let inUse: Set<String>

    /// Compares every key.
    package init(from old: AndonSettings, to new: AndonSettings) {
        let inUse = old.models.enabled.union(new.models.enabled)
        self.inUse = inUse
        changes = AndonSettings.fields.filter { !$0.isSame(old, new) }.flatMap { field in
            guard field.path != AndonSettings.rulesPath else {
                return Self.rules(from: old.policies.book.rules, to: new.policies.book.rules)
            }
            var effect = field.effect
            // A parameter of a baseline that is off before and after resets nothing.
            if case .resets(let model) = effect, inUse.isDisjoint(with: Self.models(model, in: inUse)) {
                effect = .live
            }
            return [Change(key: field.path, old: field.text(old), new: field.text(new), effect: effect)]
        }
    }

    /// True where nothing changes.
    package var isEmpty: Bool { changes.isEmpty }

    /// True where a change holds only after a restart.
    package var needsRestart: Bool { changes.contains { $0.effect == .restart } }

    /// The models that every series learns anew, sorted, with series whose type may change named as such; `["all"]` where it is all of
    /// them.
    package var resetsModels: [String] {
        let models = changes.compactMap { change -> String? in
            if change.effect == .retypes { return Self.retyped }
            guard case .resets(let model) = change.effect else { return nil }
            return model
        }
        guard !models.contains("all") else { return ["all"] }
        return Set(models.flatMap { Self.models($0, in: inUse) }).sorted()
    }

    private static let retyped = "series whose type changes"

    /// The names of the models that an effect speaks of, of those in use.
    private static func models(_ name: String, in inUse: Set<String>) -> Set<String> {
        switch name {
        case "all": inUse
        case "seasons": inUse.intersection(ModelShape.seasonalBaselines)
        default: [name]
        }
    }

    /// One line a change, such as `stages.shards: 1 -> 2 (restart: not applied until then)`.
    package var report: [String] { changes.map(\.description) }

    private static func rules(from old: [PolicyBook.Rule], to new: [PolicyBook.Rule]) -> [Change] {
        let (before, after) = (old.map(\.name), new.map(\.name))
        var changes: [Change] = []
        for name in before + after.filter({ !before.contains($0) }) {
            let (was, becomes) = (old.first { $0.name == name }, new.first { $0.name == name })
            guard was != becomes else { continue }
            let key = "\(AndonSettings.rulesPath)[\(name.quotedIfNeeded)]"
            changes.append(Change(key: key, old: was?.inWords, new: becomes?.inWords, effect: .live))
        }
        let (kept, moved) = (before.filter(after.contains), after.filter(before.contains))
        if kept != moved {
            let text = { (names: [String]) in "order " + names.map(\.quotedIfNeeded).joined(separator: ", ") }
            changes.append(Change(key: AndonSettings.rulesPath, old: text(kept), new: text(moved), effect: .live))
        }
        return changes
    }
}

extension SettingsDiff.Change: CustomStringConvertible {
    /// One line: the key, both values, and what the change does.
    package var description: String {
        let consequence =
            switch effect {
            case .live: "live"
            case .resets("all"): "every series learns anew"
            case .resets("seasons"): "the seasons of every series are learned anew"
            case .resets(let model): "\(model) of every series learns anew"
            case .retypes: "a series whose type changes learns anew"
            case .restart: "needs a restart, not applied until then"
            }
        return "\(key): \(old ?? "none") -> \(new ?? "none") (\(consequence))"
    }
}
