import Evaluation
import Messaging
import Recordings
import Samples

extension ReplaySource {
    /// After so many samples in a row that are older than the newest the step is closed: what is found in them must not wait until
    /// time has caught up, which in a file that is written series by series is its end.
    private static let mostLate = 10_000

    /// Takes the next event of a file, of samples those before `bound`.
    ///
    /// - Returns: true where nothing is left of the event.
    func carry(_ cursor: FileCursor, before bound: Turn, to door: inout HistoryDoor) throws(MessagingError) -> Bool {
        switch cursor.event {
        case .samples(let recorded):
            guard try carry(recorded, of: cursor, before: bound, to: &door) else { return false }
            if cursor.isPrompt { try flush(to: &door) }
        case .change(let change):
            try flush(to: &door)
            clock.advance(to: change.time.milliseconds)
            try door.push(change)
        case .feedback(let members):
            try flush(to: &door)
            try door.push(feedback: members)
        case .stepClosed:
            try close(to: &door)
        case .bad(let line):
            notice(.badLine(line))
        case nil: break
        }
        return true
    }

    private func carry(
        _ recorded: RecordedSamples, of cursor: FileCursor, before bound: Turn, to door: inout HistoryDoor
    ) throws(MessagingError) -> Bool {
        let batch = recorded.batch
        var (row, begun) = (cursor.row, cursor.row)
        while row < batch.count {
            let (time, value) = (batch.times[row], batch.values[row])
            guard !value.isNaN || StaleMarker.isMarker(value) else {
                row += 1
                continue
            }
            guard Turn(time: time, file: cursor.file) < bound else {
                add(recorded, begun..<row, of: cursor)
                cursor.take(upTo: row, next: time)
                return false
            }
            if isDue(before: time) {
                add(recorded, begun..<row, of: cursor)
                begun = row
                try sayTimed(before: time, to: &door)
            }
            add(time, value, of: Int(batch.seriesIndex[row]), batch.series, in: cursor)
            row += 1
            let isLate = cursor.late >= Self.mostLate && !cursor.tellsCloses
            if isLate || outgoing.samples.count >= batchCapacity {
                add(recorded, begun..<row, of: cursor)
                begun = row
                if isLate { try closeLate(cursor, to: &door) } else { try flush(to: &door) }
            }
        }
        add(recorded, begun..<row, of: cursor)
        return true
    }

    @inline(__always)
    private func add(_ time: Int64, _ value: Double, of index: Int, _ series: [SeriesKey], in cursor: FileCursor) {
        if cursor.numbers[index] < 0 {
            oldest = min(oldest, time)
            cursor.numbers[index] = roster.number(of: series[index], in: cursor.file, firstAt: time)
        }
        let number = cursor.numbers[index]
        if !value.isNaN { roster.note(number, at: time) }
        outgoing.append(number, roster.keys, time: time, value: value)
        if time < newest {
            cursor.late += 1
        } else {
            newest = time
            cursor.late = 0
        }
    }

    /// Adds rows that were taken, where somebody asks for them.
    private func add(_ recorded: RecordedSamples, _ range: Range<Int>, of cursor: FileCursor) {
        guard rows != nil, !range.isEmpty else { return }
        var batch = RowBatch(file: cursor.file)
        batch.namesSeries = cursor.namesSeries
        batch.recorded = recorded
        batch.numbers = cursor.numbers
        batch.rows = range
        batch.newSeries = Array(roster.keys[toldSeries...])
        toldSeries = roster.keys.count
        outgoing.rows.append(batch)
    }

    /// True where something is to be said before a sample of this time: a change also at the time of the sample, for it holds from then on.
    private func isDue(before time: Int64) -> Bool {
        (timedChanges.last.map { $0.time.milliseconds <= time } ?? false)
            || (timedFeedback.last.map { $0.time.milliseconds < time } ?? false)
    }

    /// Says what is due before a sample of this time.
    func sayTimed(before time: Int64, to door: inout HistoryDoor) throws(MessagingError) {
        try flush(to: &door)
        while isDue(before: time) {
            let change = timedChanges.last?.time ?? EventTime(milliseconds: .max)
            if let feedback = timedFeedback.last, feedback.time.milliseconds < time, feedback.time < change {
                timedFeedback.removeLast()
                try door.push(feedback)
            } else if let change = timedChanges.popLast() {
                clock.advance(to: change.time.milliseconds)
                try door.push(change)
            }
        }
    }

    private func closeLate(_ cursor: FileCursor, to door: inout HistoryDoor) throws(MessagingError) {
        try close(to: &door)
        cursor.late = 0
        if !cursor.hasToldLate {
            notice(.remark("\(files[cursor.file].relativePath) \(Self.goesBack)"))
        }
        cursor.hasToldLate = true
    }

    private func close(to door: inout HistoryDoor) throws(MessagingError) {
        try flush(to: &door)
        try door.closeStep()
    }

    /// Sends what waits to be sent.
    func flush(to door: inout HistoryDoor) throws(MessagingError) {
        var (samples, batches) = outgoing.take()
        let message = samples.isEmpty ? door.messages : door.messages + 1
        for batch in batches.indices { batches[batch].message = message }
        rows?.append(batches)
        guard !samples.isEmpty else { return }
        clock.advance(to: newest)
        try door.push(samples)
    }

    private static let goesBack = """
        lies behind the newest time for long, as where series stand one behind the other or a time is far ahead. It is judged in \
        its own order: series that stand one behind the other are not seen beside each other, as they are when sorted by time.
        """
}
