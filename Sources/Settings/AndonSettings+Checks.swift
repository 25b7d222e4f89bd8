import Samples

extension AndonSettings {
    /// What no key can tell on its own.
    func check(_ findings: inout Findings) {
        if models.enabled.isDisjoint(with: ModelShape.forecasts) {
            let forecasts = ModelShape.forecasts.joined(separator: ", ")
            let sentence = "models has no forecast enabled; at least one of \(forecasts) must be"
            findings.note(sentence, key: "models")
        }
        let standard = policies.book.standard
        findings.checkOrder(standard.warningAt, standard.criticalAt, at: "policies.standard")
        checkWarm(&findings)
        checkListeners(&findings)
    }

    /// Two sockets cannot be bound to one address.
    private func checkListeners(_ findings: inout Findings) {
        var owners: [String: String] = [:]
        for (key, address) in listeners {
            if let owner = owners[address] {
                let sentence = "\(key) is \(address), which \(owner) listens on already; each needs its own"
                // One of the two may be a default, which stands on no line.
                findings.note(sentence, key: key, line: findings.line(of: key) ?? findings.line(of: owner))
            } else {
                owners[address] = key
            }
        }
    }

    /// What is bound where; any free port is no conflict.
    private var listeners: [(key: String, address: String)] {
        let lists = [
            ("doors.zeromq.subscribe", doors.zeromq.subscribe), ("doors.zeromq.pull", doors.zeromq.pull),
            ("exits.zeromq.publish", exits.zeromq.publish), ("exits.zeromq.samples", exits.zeromq.samples),
        ]
        var found = lists.flatMap { path, endpoints in
            endpoints.enumerated().filter { $1.side == .bind && !$1.address.hasSuffix("*") }
                .map { (key: "\(path)[\($0)]", address: $1.address) }
        }
        if let address = http.address, address.port != 0 { found.append(("http.address", "tcp://\(address)")) }
        return found
    }
}
