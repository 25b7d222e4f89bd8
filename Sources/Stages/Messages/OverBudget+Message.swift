import Detection
import Samples
import WireFormat

extension [OverBudget] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for one in self {
            writer.append(one.budget)
            writer.append(AnomalyJSON.encode(one.anomaly, source: "explain", service: nil))
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let budget = reader.text(), let json = reader.part(),
                case .success(let event) = json.withUnsafeBytes({ AnomalyJSON.decode($0) })
            else { return nil }
            append(OverBudget(budget: budget, anomaly: event.anomaly))
        }
    }
}

extension [BudgetAccount] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for account in self {
            writer.append(account.budget)
            writer.append(account.given.bitPattern)
            writer.append(UInt64(account.told))
            writer.append(UInt64(account.withheld))
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let budget = reader.text(), let given = reader.next(UInt64.self), let told = reader.next(UInt64.self),
                let withheld = reader.next(UInt64.self)
            else { return nil }
            append(
                BudgetAccount(
                    budget: budget, given: Double(bitPattern: given), told: Int(clamping: told),
                    withheld: Int(clamping: withheld)))
        }
    }
}
