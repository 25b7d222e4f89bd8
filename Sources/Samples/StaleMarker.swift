/// The value by which Prometheus says that a series ends: one of the many NaN, told from the others by its bits.
///
/// - Reference: Prometheus, "Staleness" (model/value in its sources).
public enum StaleMarker {
    /// The marker.
    public static let value = Double(bitPattern: bits)

    /// True for the marker alone; false for every other NaN.
    @inlinable public static func isMarker(_ value: Double) -> Bool { value.bitPattern == bits }

    @usableFromInline static let bits: UInt64 = 0x7ff0_0000_0000_0002
}
