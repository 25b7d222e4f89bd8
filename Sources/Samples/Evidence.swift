/// One reason to suspect something, as a number with its kind and as a sentence.
public struct Evidence: Equatable, Sendable {
    /// What was measured. A closed set.
    public enum Kind: String, CaseIterable, Sendable {
        /// Pearson correlation of residual windows, in -1 ... 1.
        case correlation
        /// How far the suspect left its own normal, in its own standard deviations.
        case deviation
        /// Seconds by which the suspect left its normal before (positive) the anomaly's onset.
        case lead
        /// The suspect's share of the total movement among series of the same metric, in 0 ... 1.
        case share
        /// 1 where the series first appeared at the onset.
        case newcomer
        /// 1 where suspect and anomaly belong to the same service.
        case sameService = "same_service"
        /// 1 where suspect and anomaly are about the same kind of thing, such as CPU.
        case sameKind = "same_kind"
        /// Seconds from a change to the onset.
        case change
    }

    /// What was measured.
    public var kind: Kind
    /// The measured number, in the unit of its kind.
    public var value: Double
    /// The same for a person.
    public var text: String

    /// A reason with its number and its sentence.
    public init(_ kind: Kind, _ value: Double, _ text: String) {
        self.kind = kind
        self.value = value
        self.text = text
    }
}
