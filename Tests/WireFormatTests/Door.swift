import Samples
import WireFormat

/// A decoder with what it fills, as a door holds them.
final class Door {
    /// 2026-01-01T00:00:00Z.
    static let arrival = EventTime(milliseconds: 1_767_225_600_000)

    var decoder: MetricDecoder
    var columns = MetricColumns()
    var series: SeriesTable

    init(limits: DecodingLimits = DecodingLimits(), seriesLimit: Int = 1000) {
        decoder = MetricDecoder(limits: limits)
        series = SeriesTable(limit: seriesLimit)
    }

    @discardableResult
    func take(_ header: [UInt8]?, _ body: [UInt8], topic: String = "metric.test") -> DecodingOutcome {
        body.withUnsafeBytes { body in
            guard let header else {
                return decoder.decode(
                    topic: topic, header: nil, body: body, into: &columns, series: &series, arrival: Self.arrival)
            }
            return header.withUnsafeBytes { header in
                decoder.decode(
                    topic: topic, header: header, body: body, into: &columns, series: &series, arrival: Self.arrival)
            }
        }
    }

    @discardableResult
    func take(json: String) -> DecodingOutcome {
        take(nil, Array(json.utf8))
    }

    @discardableResult
    func take(protobuf body: [UInt8], sequence: UInt64 = 1, from publisher: String = "p") -> DecodingOutcome {
        take(Self.header(.protobuf, sequence: sequence, from: publisher), body)
    }

    static func header(_ type: ContentType, sequence: UInt64 = 1, from publisher: String = "p") -> [UInt8] {
        MessageHeader(publisher: publisher, sequence: sequence, contentType: type, sentAt: arrival).encoded()
    }

    /// What was taken, with series as text.
    var rows: [Row] {
        columns.values.indices.map {
            Row(
                "\(series.keys[Int(columns.ids[$0])])", columns.times[$0] - Self.arrival.milliseconds,
                columns.values[$0])
        }
    }

    /// One sample; its time is relative to the arrival, in milliseconds.
    struct Row: Equatable, CustomStringConvertible {
        let series: String
        let time: Int64
        let value: Double

        init(_ series: String, _ time: Int64, _ value: Double) {
            self.series = series
            self.time = time
            self.value = value
        }

        var description: String { "\(series) @\(time) \(value)" }
    }

    /// Samples of some series, a second apart, as a batch.
    static func batch(_ rows: [Row]) -> SampleBatch {
        var builder = SampleBatchBuilder()
        for row in rows {
            let key = SeriesKey(parsing: row.series) ?? SeriesKey(row.series)
            builder.append(key, arrival + .milliseconds(row.time), row.value)
        }
        return builder.take()
    }
}
