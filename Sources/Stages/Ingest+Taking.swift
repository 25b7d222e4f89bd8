import Detection
import Logging
import Messaging
import Metrics
import Samples
import WireFormat

/// What becomes of one message.
extension Ingest {
    func take(_ message: Message, now: EventTime) async throws(MessagingError) {
        metrics.received.increment()
        guard !message.isTruncated else {
            return refuse(Refusal(.oversized, "The message exceeds what a door receives at all"), topic: "")
        }
        guard message.frames.count == 2 || message.frames.count == 3, let topic = message.frames[0].text else {
            return refuse(Refusal(.malformed, "A message has a topic, optionally a header, and a body"), topic: "")
        }
        let body = message.frames[message.frames.count - 1]
        let header = message.frames.count == 3 ? message.frames[1] : nil
        if topic.hasPrefix(TopicPrefix.metric) {
            try await takeMetrics(topic, header, body, now)
        } else if topic.hasPrefix(TopicPrefix.change) {
            try await takeChange(topic, body, now)
        } else if topic.hasPrefix(TopicPrefix.feedback) {
            try await takeFeedback(topic, body, now)
        } else if configuration.takesCloses || isWarming, topic == TopicPrefix.sampleClose {
            try closeStep()
        } else if isWarming, topic == TopicPrefix.sampleEnd {
            endHistory()
        } else if configuration.takesCloses, topic == TopicPrefix.sampleEnd {
            stop()
        } else {
            refuse(Refusal(.unknownTopic, "Topics that come in begin with metric., change. or feedback."), topic: topic)
        }
    }

    private func takeMetrics(
        _ topic: String, _ header: Frame?, _ body: Frame, _ now: EventTime
    ) async throws(MessagingError) {
        columns.removeAll()
        let outcome = body.withBytes { bytes in
            withOptionalBytes(of: header) { head in
                decoder.decode(
                    topic: topic, header: head, body: bytes, into: &columns, series: &series, arrival: now)
            }
        }
        if let publisher = outcome.publisher,
            let gap = sequences.observe(publisher: publisher, sequence: outcome.sequence)
        {
            doorMetrics.lostMessages.increment(by: gap.lost)
            logger.warning(
                "Messages of a publisher were lost on the way",
                metadata: ["publisher.name": "\(publisher)", "lost.count": "\(gap.lost)"])
        }
        noteForgotten()
        if let refusal = outcome.refusedMessage { return refuse(refusal, topic: topic) }
        for (reason, count) in outcome.refusedSamples { metrics.drop(reason.rawValue, count) }
        metrics.items.increment(by: columns.ids.count)
        if isWarming {
            doorMetrics.history.increment(by: columns.ids.count)
        } else {
            try tap?.tell(columns, of: series)
        }
        doorMetrics.series.record(series.count)
        guard !columns.isEmpty else { return }
        for row in columns.ids.indices {
            noteWaiting()
            router.route(
                series: columns.ids[row], time: columns.times[row], step: steps.step(of: columns.times[row]),
                value: columns.values[row], table: series)
            if router.isFull {
                guard try await flush() else { return lose(samples: columns.ids.count - row - 1) }
            }
        }
        timer.note(step: steps.current, at: arrival)
    }

    private func noteForgotten() {
        let now = (definitions: decoder.evictedPublishers, numbers: sequences.evictions)
        guard now != forgotten else { return }
        doorMetrics.forgottenDefinitions.increment(by: now.definitions - forgotten.definitions)
        doorMetrics.forgottenNumbers.increment(by: now.numbers - forgotten.numbers)
        forgotten = now
    }

    private func noteWaiting() {
        if waitingSince == 0 { waitingSince = arrival }
    }

    private func takeChange(_ topic: String, _ body: Frame, _ now: EventTime) async throws(MessagingError) {
        let decoded = body.withBytes {
            ChangeJSON.decode($0, limits: limits, arrival: now)
        }
        switch decoded {
        case .success(let change):
            doorMetrics.changes.increment()
            // What came before it is judged without it, what comes after with it, however messages are cut.
            if router.isJudged { guard try await flush() else { return } }
            noteWaiting()
            router.route(SteppedChange(step: steps.stepOfChange(), change: change))
            if !isWarming { try tap?.tell(change, of: series) }
        case .failure(let refusal):
            refuse(refusal, topic: topic)
        }
    }

    private func takeFeedback(_ topic: String, _ body: Frame, _ now: EventTime) async throws(MessagingError) {
        // Of what was said in history the rules that still hold are kept already; it speaks of anomalies that were told then.
        guard !isWarming else { return }
        let decoded = body.withBytes {
            FeedbackJSON.decode($0, limits: limits, arrival: now)
        }
        switch decoded {
        case .success(let feedback):
            doorMetrics.feedback.increment()
            // What came before it is judged without it, what comes after with it, however messages are cut.
            if router.sampleCount > 0 { guard try await flush() else { return } }
            noteWaiting()
            feedbackCount += 1
            router.route(
                SteppedFeedback(number: feedbackCount, step: steps.stepOfChange(), feedback: feedback))
            try tap?.tell(feedback, of: series)
        case .failure(let refusal):
            logger.warning("Feedback refused", metadata: ["sentence": "\(refusal.sentence)"])
            refuse(refusal, topic: topic)
        }
    }

    private func refuse(_ refusal: Refusal, topic: String) {
        metrics.drop(refusal.reason.rawValue)
        logger.debug(
            "Message refused",
            metadata: [
                "reason": "\(refusal.reason.rawValue)", "topic": "\(topic.prefix(100))",
                "sentence": "\(refusal.sentence)",
            ])
    }
}

/// The bytes of a frame that may not be there.
private func withOptionalBytes<R>(of frame: Frame?, _ body: (UnsafeRawBufferPointer?) -> R) -> R {
    guard let frame else { return body(nil) }
    return frame.withBytes { body($0) }
}
