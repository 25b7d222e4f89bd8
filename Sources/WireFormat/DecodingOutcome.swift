public import Samples

/// What became of one message.
public struct DecodingOutcome: Equatable, Sendable {
    /// Who sent it; `nil` without a header, or with one that cannot be read.
    public var publisher: String?
    /// Its number at its publisher; 0 where it has none.
    public var sequence: UInt64 = 0
    /// Samples that were appended.
    public var accepted = 0
    /// Samples that were left out while the rest was taken; reasons that did not occur are absent.
    public var refusedSamples: [RefusalReason: Int] = [:]
    /// Why nothing at all was taken; `nil` where the message was.
    public var refusedMessage: Refusal?

    /// Nothing has happened yet.
    public init() {}

    mutating func refuse(_ samples: Int, _ reason: RefusalReason) {
        if samples > 0 { refusedSamples[reason, default: 0] += samples }
    }
}
