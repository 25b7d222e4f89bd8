import CZlib

/// Undoes gzip, piece by piece, also where several members stand one behind the other; the owner of zlib's state.
struct GzipInflater: ~Copyable {
    /// The first two bytes of every gzip.
    static let magic: [UInt8] = [0x1F, 0x8B]

    /// Why a gzip cannot be undone further.
    struct Damage: Error, Equatable {
        /// What zlib found.
        let sentence: String
    }

    /// What zlib keeps refers to where its state lies, so that it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var taken = 0
    private var output: [UInt8]
    /// True before the first byte of a member.
    private var isBetweenMembers = true
    /// Members that were undone to their end.
    private var members = 0
    private var isInGarbage = false
    /// Given once what was made before it was.
    private var damage: Damage?
    /// True where zlib holds more than there was room for.
    private var isFull = false

    /// - Parameter chunkBytes: The largest piece that is given.
    init(chunkBytes: Int = ByteSource.chunkBytes) {
        output = [UInt8](repeating: 0, count: chunkBytes)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = andon_gunzip_begin(stream)
        precondition(result == Z_OK, "There is memory for a gzip's window of 32 KiB.")
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// True where the stream may end here.
    var mayEnd: Bool { taken == input.count && (isBetweenMembers || hasTrailingGarbage) }

    /// True where something followed the last member that is none; it is passed over.
    var hasTrailingGarbage: Bool { isInGarbage || (!isBetweenMembers && isBehindMember(butBytes: 1)) }

    /// Gives the next bytes of the gzip; those before must have been used up, ``withNext(_:)`` having returned `nil`.
    mutating func give(_ bytes: UnsafeRawBufferPointer) {
        precondition(taken == input.count, "One piece is undone before the next one comes.")
        input.removeAll(keepingCapacity: true)
        input.append(contentsOf: bytes)
        taken = 0
    }

    /// Lends the next bytes of what was packed to the closure; `nil` where more of the gzip is needed.
    ///
    /// - Throws: ``Damage``, after what came before, which is right as far as zlib could tell.
    mutating func withNext<Value>(_ body: (UnsafeRawBufferPointer) -> Value) throws(Damage) -> Value? {
        while taken < input.count || isFull || damage != nil {
            if let damage { throw damage }
            if isInGarbage {
                taken = input.count
                continue
            }
            if isBetweenMembers, skipsPadding() { continue }
            let made = inflateOnce()
            if made > 0 { return output.withUnsafeBytes { body($0.slice(0, made)) } }
        }
        return nil
    }

    /// Zeros behind a member fill up a block of a tape.
    private mutating func skipsPadding() -> Bool {
        guard input[taken] == 0 else { return false }
        taken += 1
        return true
    }

    /// True where no more than so many bytes were seen of what follows a member.
    private func isBehindMember(butBytes count: Int) -> Bool { members > 0 && stream.pointee.total_in <= UInt(count) }

    private mutating func inflateOnce() -> Int {
        isBetweenMembers = false
        let (stream, start) = (stream, taken)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress?.advanced(by: start)
                stream.pointee.avail_in = UInt32(input.count - start)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        taken = input.count - Int(stream.pointee.avail_in)
        isFull = stream.pointee.avail_out == 0
        switch result {
        case Z_STREAM_END:
            (isBetweenMembers, isFull) = (true, false)
            members += 1
            inflateReset(stream)
        case Z_OK, Z_BUF_ERROR: break
        default:
            isFull = false
            // Two bytes make a member; what fails on them never was one.
            if isBehindMember(butBytes: Self.magic.count) {
                isInGarbage = true
                return 0
            }
            damage = Damage(sentence: stream.pointee.msg.map { String(cString: $0) } ?? "zlib says \(result)")
        }
        return output.count - Int(stream.pointee.avail_out)
    }
}
