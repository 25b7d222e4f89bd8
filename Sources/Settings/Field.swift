import Yams

/// One key of the settings, declared once: from this come reading, the sentence for a bad value, the difference of two
/// settings and the reference for people.
struct Field<Root: Sendable>: Sendable {
    /// Names joined by dots, such as `models.ewma.alpha`.
    let path: String
    /// Completes the sentence "it must be …".
    let allowed: String
    /// What a change does to a running system.
    let effect: SettingsEffect
    /// One sentence for the reference.
    let about: String
    /// Takes the value at a node into the root; a bad one only into the findings. The text is the path to show.
    let read: @Sendable (Node, String, inout Root, inout Findings) -> Void
    /// The value as one line; differs for different values.
    let text: @Sendable (Root) -> String
    /// True where both have the same value.
    let isSame: @Sendable (Root, Root) -> Bool
    /// Gives the second root the value of the first.
    let copy: @Sendable (Root, inout Root) -> Void

    /// A key whose value is reached by two functions.
    init<Value>(
        _ path: String, _ form: Form<Value>, _ effect: SettingsEffect, _ about: String,
        get: @escaping @Sendable (Root) -> Value, set: @escaping @Sendable (inout Root, Value) -> Void
    ) {
        self.path = path
        self.allowed = form.allowed
        self.effect = effect
        self.about = about
        read = { node, shown, root, findings in
            if let value = form.read(node, shown, &findings) { set(&root, value) }
        }
        text = { form.text(get($0)) }
        isSame = { get($0) == get($1) }
        copy = { set(&$1, get($0)) }
    }

    /// A key whose value stands at a key path.
    init<Value>(
        _ path: String, _ value: any WritableKeyPath<Root, Value> & Sendable, _ form: Form<Value>,
        _ effect: SettingsEffect, _ about: String
    ) {
        self.init(path, form, effect, about, get: { $0[keyPath: value] }, set: { $0[keyPath: value] = $1 })
    }
}
