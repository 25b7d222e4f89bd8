import Samples

/// The name and the labels of a series while they are read out of JSON, as one run of bytes that can be looked up before
/// it becomes a key.
struct SeriesName: Sendable {
    /// What names the metric among the labels, as Prometheus has it.
    static let nameLabel: StaticString = "__name__"

    /// Labels and their values in turn, each behind its length, so that no two series look the same.
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds the name of a label, or its value.
    mutating func append(_ part: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt32(part.count)) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: part)
    }

    /// Adds the label that names the metric; its value follows.
    mutating func appendNameLabel() {
        append(UnsafeRawBufferPointer(start: Self.nameLabel.utf8Start, count: Self.nameLabel.utf8CodeUnitCount))
    }

    /// The series; `nil` where it has no name and `unnamed` is none either.
    func key(unnamed: String) -> SeriesKey? {
        var name = unnamed
        var labels: [(name: String, value: String)] = []
        let parts = parts()
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            if parts[index] == Self.nameLabel.description {
                name = parts[index + 1]
            } else {
                labels.append((parts[index], parts[index + 1]))
            }
        }
        return name.isEmpty ? nil : SeriesKey(name, Labels(labels))
    }

    private func parts() -> [String] {
        bytes.withUnsafeBytes { bytes in
            var parts: [String] = []
            var index = 0
            while index < bytes.count {
                let start = index + MemoryLayout<UInt32>.size
                index = start + Int(bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
                parts.append(bytes.slice(start, index).text)
            }
            return parts
        }
    }
}
