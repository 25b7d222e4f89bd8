internal import Samples

/// What one publisher's numbers for series mean here, as far as its definitions said so.
struct PublisherSeries: Sendable {
    /// A series whose definition was not known before.
    struct NewSeries {
        let ref: Int
        let key: SeriesKey
    }

    /// By the publisher's number: the number in the `SeriesTable`, or a mark of ``SeriesNumber``.
    private var numbers: [UInt32] = []
    private var lastSequence: UInt64 = 0
    private var generation: UInt32 = 0

    /// Takes the number of a message, even of one that is refused: starting again at or below the last one says that
    /// the publisher restarted, so what it defined before may mean something else now.
    mutating func observe(sequence: UInt64) {
        guard sequence > 0 else { return }
        if sequence <= lastSequence { numbers.removeAll() }
        lastSequence = sequence
    }

    /// Definitions of another generation are forgotten.
    mutating func observe(generation: UInt32) {
        guard generation != self.generation else { return }
        numbers.removeAll()
        self.generation = generation
    }

    /// The series behind a publisher's number.
    func number(of ref: UInt32) -> UInt32 {
        Int(ref) < numbers.count ? numbers[Int(ref)] : SeriesNumber.undefined
    }

    /// Checks definitions and marks their numbers as ``SeriesNumber/noRoom`` until ``settle(_:in:)`` gives them a
    /// series. Those whose number reaches the limit are passed over; of a number defined twice the last one counts.
    ///
    /// A definition sent again, as most are, costs a comparison and makes no key.
    mutating func define(
        _ definitions: [Andon_V1_SeriesDefinition], known series: borrowing SeriesTable, limits: DecodingLimits
    ) throws(Refusal) -> [NewSeries] {
        var new: [NewSeries] = []
        for definition in definitions where Int(definition.ref) < limits.maximumSeriesPerPublisher {
            let ref = Int(definition.ref)
            let number = Int(number(of: definition.ref))
            if number < series.count, definition.defines(series.keys[number]) { continue }
            new.append(NewSeries(ref: ref, key: try definition.key(maximumBytes: limits.maximumSeriesBytes)))
            set(SeriesNumber.noRoom, for: ref)
        }
        return new
    }

    /// Gives newly defined series their numbers, as far as the table has room.
    mutating func settle(_ new: [NewSeries], in series: inout SeriesTable) {
        for definition in new { numbers[definition.ref] = series.number(of: definition.key) }
    }

    private mutating func set(_ number: UInt32, for ref: Int) {
        if ref >= numbers.count {
            numbers.append(contentsOf: repeatElement(SeriesNumber.undefined, count: ref + 1 - numbers.count))
        }
        numbers[ref] = number
    }
}

extension Andon_V1_SeriesDefinition {
    /// Whether it says what is known already.
    fileprivate func defines(_ key: SeriesKey) -> Bool {
        name == key.name && labels.count == key.labels.pairs.count
            && key.labels.pairs.allSatisfy { labels[$0.name] == $0.value }
    }

    fileprivate func key(maximumBytes: Int) throws(Refusal) -> SeriesKey {
        let size = labels.reduce(name.utf8.count) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        guard size <= maximumBytes else {
            throw Refusal(.malformed, "The series \(name.quoted) has more than \(maximumBytes) bytes.")
        }
        return try SeriesKey(orRefuse: name, Labels(labels))
    }
}
