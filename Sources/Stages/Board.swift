import Samples

/// The newest state of the newest anomalies; bounded. One that is closed shows what was abnormal about it, not the normal
/// sample that closed it.
struct Board {
    /// How many are remembered; closed ones make room first, the longest closed before the others.
    let capacity: Int
    private var newest: [String: Anomaly] = [:]
    /// Ids in the order of their last message, the newest last.
    private var order: [String] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func take(_ anomaly: Anomaly) {
        newest[anomaly.id] = newest[anomaly.id].map { anomaly.showing($0) } ?? anomaly
        order.removeAll { $0 == anomaly.id }
        order.append(anomaly.id)
        guard order.count > capacity else { return }
        let victim = order.firstIndex { newest[$0]?.phase == .closed } ?? 0
        newest[order.remove(at: victim)] = nil
    }

    /// The open ones first, then the newest first.
    var anomalies: [Anomaly] {
        let all = order.reversed().compactMap { newest[$0] }
        return all.filter { $0.phase != .closed } + all.filter { $0.phase == .closed }
    }
}

extension Anomaly {
    /// This message; once closed, with the sample of the message before.
    fileprivate func showing(_ before: Anomaly) -> Anomaly {
        guard phase == .closed else { return self }
        var shown = self
        (shown.value, shown.expected, shown.lower, shown.upper) = (
            before.value, before.expected, before.lower, before.upper
        )
        shown.score = before.score
        return shown
    }
}
