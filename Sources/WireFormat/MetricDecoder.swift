public import Samples

/// Turns `metric.` messages into columns of samples: the door where everything from outside is checked.
///
/// A message is either taken or refused, and of a refused one nothing is kept: its structure is checked to the end
/// before the first sample is appended. Of a message that is taken, single samples are left out where their value is
/// not finite, their time is not believable or there is no room for their series. Everything is counted by reason.
///
/// What it learns of publishers refers to one `SeriesTable`: give it the same in every call. One thread at a time.
public struct MetricDecoder: ~Copyable {
    /// What is taken, and how much is remembered.
    public var limits: DecodingLimits
    /// How many publishers were forgotten to make room for others.
    public var evictedPublishers: Int { publishers.evictions }

    private var publishers: RecentlyUsed<PublisherSeries>
    private var json: JSONSamples
    private let parser = JSONParser()
    private var staged = StagedSamples()

    /// Knows no publisher yet.
    public init(limits: DecodingLimits) {
        self.limits = limits
        publishers = RecentlyUsed(limit: limits.maximumPublishers)
        json = JSONSamples(limits: limits)
    }

    /// Appends a message's samples to `columns`, which are left as they were where the message is refused.
    ///
    /// - Parameters:
    ///   - topic: The first part; must begin with ``TopicPrefix/metric``.
    ///   - header: The middle part of three; `nil` for a message of two parts, whose body is JSON.
    ///   - body: The last part; may go as soon as this returns.
    ///   - columns: What the samples are added to.
    ///   - series: Gives new series their numbers; those of a refused message get none.
    ///   - arrival: When the message came; the time of samples that carry none, and the measure for the others.
    public mutating func decode(
        topic: String, header: UnsafeRawBufferPointer?, body: UnsafeRawBufferPointer,
        into columns: inout MetricColumns, series: inout SeriesTable, arrival: EventTime
    ) -> DecodingOutcome {
        var outcome = DecodingOutcome()
        do throws(Refusal) {
            let header = try readHeader(header)
            // Told even of a message that is refused below: it did arrive, so it is no gap.
            outcome.publisher = header?.publisher
            outcome.sequence = header?.sequence ?? 0
            try checkSize(of: body, "body")
            guard topic.utf8.starts(with: TopicPrefix.metric.utf8) else {
                throw Refusal(.unknownTopic, "The topic \(topic.quoted) does not begin with “\(TopicPrefix.metric)”.")
            }
            let window = SampleWindow(arrival: arrival, limits: limits)
            if let header, header.contentType == .protobuf {
                try takeBatch(body, of: header, window, into: &columns, series: &series, counting: &outcome)
            } else if header == nil || header?.contentType == .json {
                try takeJSON(body, arrival, window, into: &columns, series: &series, counting: &outcome)
            } else {
                let type = header?.contentType.rawValue ?? ""
                throw Refusal(.unknownFormat, "The content type \(type.quoted) is none for samples.")
            }
        } catch {
            outcome.refusedMessage = error
        }
        return outcome
    }

    private func readHeader(_ bytes: UnsafeRawBufferPointer?) throws(Refusal) -> MessageHeader? {
        guard let bytes else { return nil }
        try checkSize(of: bytes, "header")
        return try MessageHeader(orRefuse: bytes)
    }

    private func checkSize(of part: UnsafeRawBufferPointer, _ name: StaticString) throws(Refusal) {
        guard part.count <= limits.maximumMessageBytes else {
            throw Refusal(
                .oversized, "The \(name) has \(part.count) bytes; \(limits.maximumMessageBytes) are allowed.")
        }
    }

    private mutating func takeBatch(
        _ body: UnsafeRawBufferPointer, of header: MessageHeader, _ window: SampleWindow,
        into columns: inout MetricColumns, series: inout SeriesTable, counting outcome: inout DecodingOutcome
    ) throws(Refusal) {
        let place = publishers.use(header.publisher, initial: PublisherSeries())
        publishers.values[place].observe(sequence: header.sequence)
        let batch = try Andon_V1_MetricBatch(orRefuse: body, "body")
        var known = publishers.values[place]
        known.observe(generation: batch.generation)
        let new = try known.define(batch.series, known: series, limits: limits)
        try batch.check(against: known, of: header.publisher, limits: limits)
        staged.removeAll()
        try batch.appendTimes(to: &staged.times)
        // From here on nothing can be refused but single samples.
        known.settle(new, in: &series)
        publishers.values[place] = known
        let limit = limits.maximumSeriesPerPublisher
        window.take(batch.ref, staged.times, batch.value, into: &columns, counting: &outcome) { ref in
            ref < limit ? known.number(of: ref) : SeriesNumber.noRoom
        }
    }

    private mutating func takeJSON(
        _ body: UnsafeRawBufferPointer, _ arrival: EventTime, _ window: SampleWindow,
        into columns: inout MetricColumns, series: inout SeriesTable, counting outcome: inout DecodingOutcome
    ) throws(Refusal) {
        staged.removeAll()
        try json.read(body, with: parser, arrival: arrival, into: &staged)
        window.take(staged.rows, staged.times, staged.values, into: &columns, counting: &outcome) { row in
            json.number(ofRow: row, in: &series)
        }
    }
}
