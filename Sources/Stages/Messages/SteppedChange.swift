package import Samples

/// A change, and the event-time step in which it is taken into account.
package struct SteppedChange: Equatable, Sendable {
    /// Milliseconds since 1970 UTC.
    package var step: Int64
    /// What was changed.
    package var change: Change

    /// A change and its step.
    package init(step: Int64, change: Change) {
        self.step = step
        self.change = change
    }
}

extension [SteppedChange] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for stepped in self {
            let change = stepped.change
            writer.append(stepped.step)
            writer.append(change.id)
            writer.append(change.time.milliseconds)
            writer.append(UInt8(change.until == nil ? 0 : 1))
            writer.append(change.until?.milliseconds ?? 0)
            writer.append(UInt8(change.service == nil ? 0 : 1))
            writer.append(change.service ?? "")
            writer.append(change.what)
            writer.append(change.labels)
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let step = reader.next(Int64.self), let id = reader.text(), let time = reader.next(Int64.self),
                let hasEnd = reader.next(UInt8.self), let end = reader.next(Int64.self),
                let hasService = reader.next(UInt8.self), let service = reader.text(), let what = reader.text(),
                let labels = reader.labels()
            else { return nil }
            let change = Change(
                id: id, time: EventTime(milliseconds: time),
                until: hasEnd == 1 ? EventTime(milliseconds: end) : nil, service: hasService == 1 ? service : nil,
                what: what, labels: labels)
            append(SteppedChange(step: step, change: change))
        }
    }
}
