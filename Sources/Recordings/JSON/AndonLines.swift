/// Andon's own recording: what went over the bus, one line each.
///
/// * `{"series":[{"name":…,"labels":{…}},…],"ref":[…],"time":[…],"value":[…]}`: samples, a batch of their own. `ref` says
///   by place which of `series` a sample belongs to.
/// * `{"change":{…}}`: a change.
/// * `{"feedback":{…}}`: what an operator said.
/// * `{"close":true}`: what follows belongs to a later step.
struct AndonLines: JSONFormat {
    static let isLinewise = true

    private enum Member { case series, ref, time, value, close, change, feedback, other }

    private enum Part { case name, labels, other }

    var progress = JSONProgress(isLinewise: isLinewise)
    private var member = Member.other
    private var texts = SeriesTexts()
    private var name = SeriesName()
    /// The member of a series; `nil` outside of one.
    private var part: Part?
    private var series: [Int] = []
    private var numbers: [Int] = []
    private var refs: [Int] = []
    private var held = HeldSamples()
    private var change: ChangeObject?
    private var feedback: FeedbackObject?
    private var closes = false
    private var saysAnything = false

    mutating func take(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace, into events: inout EventCollector
    ) -> String? {
        switch (token, place.depth) {
        case (.beginObject, 1):
            begin()
            return nil
        case (.endObject, 0): return end(&events)
        case (.beginArray, 1), (_, 0): return "The line is no JSON object."
        case (.name, 1):
            member = Self.member(text)
            saysAnything = saysAnything || member != .other
            return nil
        default: return takeMember(token, text, place, &events)
        }
    }

    private mutating func begin() {
        (member, part, change, feedback, closes, saysAnything) = (.other, nil, nil, nil, false, false)
        series.removeAll(keepingCapacity: true)
        refs.removeAll(keepingCapacity: true)
        held.removeAll()
    }

    private static func member(_ name: UnsafeRawBufferPointer) -> Member {
        if name.isWord("series") { return .series }
        if name.isWord("ref") { return .ref }
        if name.isWord("time") { return .time }
        if name.isWord("value") { return .value }
        if name.isWord("close") { return .close }
        if name.isWord("feedback") { return .feedback }
        return name.isWord("change") ? .change : .other
    }

    private mutating func takeMember(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ place: JSONPlace, _ events: inout EventCollector
    ) -> String? {
        switch member {
        case .other: return nil
        case .series: return takeSeries(token, text, place.depth, &events)
        case .ref, .time, .value: return takeColumn(token, text, place, events.keepsOrigins)
        case .close:
            closes = token == .bare && text.isWord("true")
            return closes ? nil : "\"close\" is not true."
        case .change:
            if token == .beginObject, place.depth == 2 {
                change = ChangeObject(depth: 2)
                return nil
            }
            if token == .endObject, place.depth == 1 { return nil }
            return change == nil ? "\"change\" is no object." : change?.take(token, text, at: place)
        case .feedback:
            if token == .beginObject, place.depth == 2 {
                feedback = FeedbackObject()
                return nil
            }
            if token == .endObject, place.depth == 1 { return nil }
            return feedback == nil ? "\"feedback\" is no object." : feedback?.take(token, text)
        }
    }

    private mutating func takeSeries(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ depth: Int, _ events: inout EventCollector
    ) -> String? {
        switch (token, depth) {
        case (.beginArray, 2), (.endArray, 1): break
        case (.beginObject, 3):
            part = .other
            name.removeAll()
        case (.endObject, 2): return endSeries(text, &events)
        case (.name, 3): part = text.isWord("name") ? .name : text.isWord("labels") ? .labels : .other
        case (_, 3...) where part == .other: break
        case (.text, 3) where part == .name:
            name.appendNameLabel()
            name.append(text)
        case (.beginObject, 4) where part == .labels, (.endObject, 3) where part == .labels: break
        case (.name, 4) where part == .labels, (.text, 4) where part == .labels: name.append(text)
        default: return "\"series\" is no list of names with labels."
        }
        return nil
    }

    private mutating func endSeries(_ text: UnsafeRawBufferPointer, _ events: inout EventCollector) -> String? {
        part = nil
        let name = name
        let number = name.bytes.withUnsafeBytes { bytes in
            texts.number(of: bytes, in: &events) { name.key(unnamed: "") }
        }
        guard let number else { return events.whyNoSeries(text) }
        series.append(number)
        return nil
    }

    private mutating func takeColumn(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ place: JSONPlace, _ keepsOrigins: Bool
    ) -> String? {
        switch (token, place.depth) {
        case (.beginArray, 2), (.endArray, 1): return nil
        case (.bare, 2), (.text, 2): break
        default: return "A column is no list."
        }
        guard max(refs.count, held.times.count, held.values.count) < held.limit else {
            return held.tooMany
        }
        switch member {
        case .ref:
            guard let ref = Int(text.text) else { return "\(Quotation.of(text)) is no place in \"series\"." }
            refs.append(ref)
        case .time:
            guard let time = Timestamp.parse(text) else { return Timestamp.fault(text) }
            held.append(time: time, text: text, row: place.line, keepsOrigins: keepsOrigins)
        default:
            guard let value = SampleValue.parse(text) else { return SampleValue.fault(text) }
            held.append(value: value)
        }
        return nil
    }

    private mutating func end(_ events: inout EventCollector) -> String? {
        guard saysAnything else { return "The line says neither samples nor a change nor feedback nor a close." }
        guard held.isComplete, held.values.count == refs.count else {
            return "The columns differ in length: \"ref\" \(refs.count), \"time\" \(held.times.count), "
                + "\"value\" \(held.values.count)."
        }
        if let bad = refs.first(where: { !series.indices.contains($0) }) {
            return "\"ref\" has \(bad), but there are \(series.count) series."
        }
        let change = change?.change()
        if let fault = change?.fault { return fault }
        numbers.removeAll(keepingCapacity: true)
        for ref in refs { numbers.append(series[ref]) }
        events.appendWhole(held, of: numbers, seriesCount: series.count)
        if let change = change?.change { events.tell(.change(change)) }
        if let feedback { events.tell(.feedback(feedback.members)) }
        if closes { events.tell(.stepClosed) }
        return nil
    }
}
