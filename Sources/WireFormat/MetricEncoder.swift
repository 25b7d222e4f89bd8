public import Samples

/// Turns batches into bodies of `metric.` messages: the publisher's side.
///
/// In protobuf a series is defined when it first occurs and known by its number from then on. Who subscribes later has
/// missed that, so ask for every definition now and then; with each batch is simplest.
public struct MetricEncoder: Sendable {
    /// Series that are numbered before numbering starts over; what receivers take by default.
    public let maximumSeries: Int
    private var refs: [SeriesKey: UInt32] = [:]
    private var generation: UInt32 = 0

    /// Has defined nothing yet.
    public init(maximumSeries: Int = 100_000) {
        precondition(maximumSeries >= 1, "At least one series is numbered.")
        self.maximumSeries = maximumSeries
    }

    /// The batch as protobuf `andon.v1.MetricBatch`; for a header with ``ContentType/protobuf``.
    ///
    /// - Parameters:
    ///   - batch: Not empty: a batch without samples is refused at the other end.
    ///   - everyDefinition: Whether to define all series of the batch, rather than those not defined before.
    public mutating func encode(_ batch: SampleBatch, everyDefinition: Bool = false) -> [UInt8] {
        makeRoom(for: batch)
        var message = Andon_V1_MetricBatch()
        let rows = batch.series.map { key in
            if let ref = refs[key], !everyDefinition { return ref }
            let ref = refs[key, default: UInt32(refs.count)]
            refs[key] = ref
            message.series.append(Andon_V1_SeriesDefinition(key, ref: ref))
            return ref
        }
        message.generation = generation
        message.ref = batch.seriesIndex.map { rows[Int($0)] }
        message.baseTimeMs = batch.times.first ?? 0
        message.timeDeltaMs.reserveCapacity(batch.count)
        var previous = message.baseTimeMs
        for time in batch.times {
            message.timeDeltaMs.append(time &- previous)
            previous = time
        }
        message.value = batch.values
        return message.bytes()
    }

    /// The batch as JSON columns; for a message of two parts, or a header with ``ContentType/json``.
    ///
    /// Every batch says everything, so whoever joins late understands it. Values that are not finite become null.
    public static func json(_ batch: SampleBatch) -> [UInt8] {
        JSONWriter.document { writer in
            writer.object { writer in
                writer.name("series")
                writer.array(batch.series) { $0.object(naming: $1) }
                writer.name("ref")
                writer.array(batch.seriesIndex) { $0.integer(Int64($1)) }
                writer.name("time")
                writer.array(batch.times) { $0.time($1) }
                writer.name("value")
                writer.array(batch.values) { $0.number($1) }
            }
        }
    }

    /// Starts numbering over where the batch would exceed the limit; the new generation makes receivers forget the
    /// old numbers even if the message that defines the new ones is lost.
    private mutating func makeRoom(for batch: SampleBatch) {
        let new = batch.series.count { refs[$0] == nil }
        guard refs.count + new > maximumSeries, !refs.isEmpty else { return }
        refs.removeAll()
        generation &+= 1
    }
}

extension Andon_V1_SeriesDefinition {
    fileprivate init(_ key: SeriesKey, ref: UInt32) {
        self.init()
        self.ref = ref
        name = key.name
        labels = key.labels.dictionary
    }
}

extension JSONWriter {
    /// `{"name":…,"labels":{…}}`, the form of a series that needs no quoting of its own.
    mutating func object(naming key: SeriesKey) {
        object { writer in
            writer.member("name", key.name)
            writer.name("labels")
            writer.object(labels: key.labels)
        }
    }

    /// `{"<name>":"<value>",…}`
    mutating func object(labels: Labels) {
        object { writer in
            for pair in labels.pairs { writer.member(pair.name, pair.value) }
        }
    }

    /// Unix milliseconds; seconds where milliseconds would be taken for seconds.
    fileprivate mutating func time(_ milliseconds: Int64) {
        if milliseconds >= JSONValue.leastMilliseconds {
            integer(milliseconds)
        } else {
            number(Double(milliseconds) / 1000)
        }
    }
}
