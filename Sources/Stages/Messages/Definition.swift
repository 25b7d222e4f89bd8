package import Samples

/// The name of a series, sent ahead of the first number that stands for it.
package struct Definition: Equatable, Sendable {
    /// The number of the series in the process that routes samples.
    package var id: UInt32
    /// What it stands for.
    package var key: SeriesKey

    /// A number and what it stands for.
    package init(id: UInt32, key: SeriesKey) {
        self.id = id
        self.key = key
    }
}

extension [Definition] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for definition in self {
            writer.append(definition.id)
            writer.append(definition.key.name)
            writer.append(definition.key.labels)
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let id = reader.next(UInt32.self), let name = reader.text(), let labels = reader.labels() else {
                return nil
            }
            append(Definition(id: id, key: SeriesKey(name, labels)))
        }
    }
}
