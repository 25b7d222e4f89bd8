/// What a changed setting does to a running system.
package enum SettingsEffect: Equatable, Sendable {
    /// It holds from the next sample on; nothing that was learned is lost.
    case live
    /// It holds at once, and the named model of every series starts again: `ewma`, `holt_winters` and so on, `seasons` for those
    /// that follow the civil clock, or `all`.
    case resets(String)
    /// It holds at once, and a series that it makes something else, a counter or a gauge, starts again.
    case retypes
    /// It holds from the next start on; until then the old value stays.
    case restart
}

extension SettingsEffect: CustomStringConvertible {
    /// `live`, `resets ewma`, `resets series whose type changes`, `restart`.
    package var description: String {
        switch self {
        case .live: "live"
        case .resets(let model): "resets \(model)"
        case .retypes: "resets series whose type changes"
        case .restart: "restart"
        }
    }
}
