import Glibc

/// The files of `/proc` and `/sys` below a root, read whole into one buffer that serves again and again.
///
/// A file that is absent, forbidden or gone while it is read is `nil`: machines differ, and processes end.
struct KernelFiles: Sendable {
    /// Larger files are not taken; `/proc/stat` of a machine with a thousand processors has about 0.3 MiB.
    static let limitBytes = 4 << 20

    private let root: String
    private var buffer = [UInt8](repeating: 0, count: 16 << 10)

    /// The files below `root`, which ends with a slash or does not.
    init(root: String) {
        self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
    }

    /// The whole file at a path such as `proc/stat`.
    mutating func contents(of path: String) -> ArraySlice<UInt8>? {
        let descriptor = open("\(root)/\(path)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var filled = 0
        while true {
            if filled == buffer.count {
                guard filled < Self.limitBytes else { return nil }
                buffer.append(contentsOf: repeatElement(0, count: filled))
            }
            let taken = buffer.withUnsafeMutableBytes { bytes in
                let free = UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
                return read(descriptor, free.baseAddress, free.count)
            }
            if taken > 0 { filled += taken } else if taken == 0 { return buffer[..<filled] }
            if taken < 0, errno != EINTR { return nil }
        }
    }

    /// The whole file at a path, to be taken apart.
    mutating func scanner(of path: String) -> ByteScanner? {
        contents(of: path).map(ByteScanner.init)
    }

    /// The lines `key number …` or `key: number …` of a file; a line of another form is left out.
    mutating func numbersByKey(of path: String) -> [String: UInt64]? {
        guard var text = scanner(of: path) else { return nil }
        var numbers: [String: UInt64] = [:]
        while var line = text.line() {
            guard let word = line.word(), let number = line.number() else { continue }
            let key = word.last == 0x3A ? word.dropLast() : word
            numbers[String(decoding: key, as: UTF8.self)] = number
        }
        return numbers
    }

    /// True where something is at the path.
    func exists(_ path: String) -> Bool {
        access("\(root)/\(path)", F_OK) == 0
    }

    /// The numbers of the processes that `/proc` lists now.
    func processIDs() -> [Int32] {
        guard let directory = opendir("\(root)/proc") else { return [] }
        defer { closedir(directory) }
        var ids: [Int32] = []
        while let entry = readdir(directory) {
            // In place: a copy of the whole field would read beyond a short entry at the end of the buffer.
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if let id = Int32(name) { ids.append(id) }
        }
        return ids
    }
}
