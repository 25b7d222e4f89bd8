import Samples

/// A change in JSON, as the bus carries it: `{"id","time","service","what","until"?,"labels"?}`.
///
/// A recording says everything: unlike on the bus, the id and the time must be there.
struct ChangeObject: Sendable {
    private enum Member { case id, time, until, service, what, labels, other }

    /// The depth inside the object.
    private let depth: Int
    private var member = Member.other
    private var id = ""
    private var time: EventTime?
    private var until: EventTime?
    private var service: String?
    private var what = ""
    private var label = ""
    private var labels: [(name: String, value: String)] = []

    init(depth: Int) {
        self.depth = depth
    }

    /// Takes a token inside the object; returns what is wrong with it.
    mutating func take(_ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace) -> String? {
        switch (token, place.depth - depth) {
        case (.name, 0): member = Self.member(text)
        case _ where member == .other: break
        case (.bare, 0) where text.isWord("null"): break
        case (.text, 0), (.bare, 0): return takeValue(text, isText: token == .text)
        case (.beginObject, 1) where member == .labels: labels = []
        case (.name, 1) where member == .labels: label = text.text
        case (.text, 1) where member == .labels: labels.append((label, text.text))
        case (.endObject, 0) where member == .labels: break
        default: return Self.unfit
        }
        return nil
    }

    /// The change; `nil` with what is wrong.
    func change() -> (change: Change?, fault: String?) {
        guard !id.isEmpty, !what.isEmpty, let time else {
            return (nil, "A change needs \"id\", \"time\" and \"what\".")
        }
        if let until, until < time { return (nil, "\"until\" lies before \"time\".") }
        return (Change(id: id, time: time, until: until, service: service, what: what, labels: Labels(labels)), nil)
    }

    private static let unfit = "A member of \"change\" is not what it must be."

    private static func member(_ name: UnsafeRawBufferPointer) -> Member {
        switch name.text {
        case "id": .id
        case "time": .time
        case "until": .until
        case "service": .service
        case "what": .what
        case "labels": .labels
        default: .other
        }
    }

    private mutating func takeValue(_ text: UnsafeRawBufferPointer, isText: Bool) -> String? {
        switch member {
        case .time, .until:
            guard let milliseconds = Timestamp.parse(text) else { return Timestamp.fault(text) }
            let instant = EventTime(milliseconds: milliseconds)
            if member == .time { time = instant } else { until = instant }
        case .id where isText: id = text.text
        case .service where isText: service = text.text
        case .what where isText: what = text.text
        default: return Self.unfit
        }
        return nil
    }
}
