import Evaluation
import Messaging
import Recordings
import Samples
import WireFormat

extension ReplaySource {
    /// Pushes one file. One that cannot be read to its end is told, and what came before counts.
    func replay(_ file: RecordingFile, _ number: Int, to socket: Socket) throws(MessagingError) {
        progress.begin(file.relativePath)
        roster.begin(path: file.relativePath)
        (numbers, generation) = ([], 0)
        namesSeries = false
        var reading = FileReading(path: file.relativePath)
        do {
            var recording = try Recording(file, keepsOrigins: rows != nil)
            while !Task.isCancelled, let events = try recording.next() {
                for event in events { try carry(event, of: number, to: socket) }
                progress.note(
                    samples: recording.counts.samples - reading.counts.samples,
                    bytesRead: bytesOfFilesBefore + recording.bytesRead)
                reading.counts = recording.counts
                reading.format = recording.format
            }
        } catch let error as RecordingError {
            failures.append((file.relativePath, error))
            notice(.failed(path: file.relativePath, error))
        } catch let error as MessagingError {
            throw error
        } catch {
            preconditionFailure("Reading a recording throws nothing else: \(error)")
        }
        bytesOfFilesBefore += file.totalBytes ?? 0
        var end = RowBatch(file: number)
        end.isFileEnd = true
        end.namesSeries = namesSeries
        rows?.append(end)
        readings.append(reading)
        notice(.finished(reading))
    }

    private func carry(_ event: RecordingEvent, of file: Int, to socket: Socket) throws(MessagingError) {
        switch event {
        case .samples(let recorded):
            try carry(recorded, of: file, to: socket)
        case .change(let change):
            clock.advance(to: change.time.milliseconds)
            try push(Message(Frame(TopicPrefix.change), Frame(copying: ChangeJSON.encode(change))), to: socket)
        case .stepClosed:
            try push(Message(Frame(TopicPrefix.sampleClose), Frame("")), to: socket)
        case .bad(let line):
            notice(.badLine(line))
        }
    }

    private func carry(_ recorded: RecordedSamples, of file: Int, to socket: Socket) throws(MessagingError) {
        number(recorded)
        // Only a file whose single series has no name of its own is called like its path.
        namesSeries = recorded.batch.series != [files[file].series]
        let (batch, used) = compact(recorded.batch)
        for row in 0..<batch.count {
            roster.note(used[Int(batch.seriesIndex[row])], at: batch.times[row])
            clock.advance(to: batch.times[row])
        }
        if let rows {
            var sent = RowBatch(file: file)
            sent.namesSeries = namesSeries
            sent.series = used.map { UInt32($0) }
            sent.newSeries = Array(roster.keys[toldSeries...])
            toldSeries = roster.keys.count
            sent.samples = batch
            sent.origins = recorded.origins
            rows.append(sent)
        }
        try push(batch, to: socket)
    }

    /// Gives numbers to the series of the batch that have none yet.
    private func number(_ recorded: RecordedSamples) {
        let batch = recorded.batch
        if recorded.generation != generation { numbers = [] }
        generation = recorded.generation
        numbers += repeatElement(-1, count: batch.series.count - numbers.count)
        for row in 0..<batch.count {
            let place = Int(batch.seriesIndex[row])
            guard numbers[place] < 0 else { continue }
            numbers[place] = roster.number(of: batch.series[place], firstAt: batch.times[row])
        }
    }

    /// The same samples with the roster's names, in a table of only those series that occur, and their numbers.
    private func compact(_ batch: SampleBatch) -> (SampleBatch, numbers: [Int]) {
        var places = [UInt32](repeating: .max, count: numbers.count)
        var used: [Int] = []
        var compact = SampleBatch()
        compact.seriesIndex = batch.seriesIndex.map { index in
            if places[Int(index)] == .max {
                places[Int(index)] = UInt32(used.count)
                used.append(numbers[Int(index)])
            }
            return places[Int(index)]
        }
        compact.series = used.map { roster.keys[$0] }
        (compact.times, compact.values) = (batch.times, batch.values)
        return (compact, used)
    }

    private func push(_ batch: SampleBatch, to socket: Socket) throws(MessagingError) {
        sequence += 1
        let header = MessageHeader(
            publisher: "replay", sequence: sequence, contentType: .protobuf, sentAt: EventTime(milliseconds: 0))
        let body = encoder.encode(batch)
        try push(
            Message(Frame(TopicPrefix.metric), Frame(copying: header.encoded()), Frame(copying: body)), to: socket)
    }

    /// Sends, however long the stages take; gives up only when the task is cancelled.
    func push(_ message: Message, to socket: Socket) throws(MessagingError) {
        while !Task.isCancelled {
            if try socket.send(message) { return }
        }
    }
}
