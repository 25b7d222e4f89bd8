import Detection
import Samples
import WireFormat

extension [HeldBack] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for held in self {
            writer.append(held.rule)
            writer.append(held.verdict.rawValue)
            writer.append(AnomalyJSON.encode(held.anomaly, source: "detect", service: nil))
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let rule = reader.text(), let verdict = reader.text().flatMap(FeedbackVerdict.init(rawValue:)),
                let json = reader.part(), case .success(let event) = json.withUnsafeBytes({ AnomalyJSON.decode($0) })
            else { return nil }
            append(HeldBack(rule: rule, verdict: verdict, anomaly: event.anomaly))
        }
    }
}
