/// A form of recording in JSON: what is done with its tokens.
///
/// Reading is written here once and made for each format, as in ``LineFormat``.
protocol JSONFormat: FormatReader {
    /// True where every line is a document of its own, so that a bad one spoils no other.
    static var isLinewise: Bool { get }

    /// How far the reading is.
    var progress: JSONProgress { get set }

    /// Takes a token; returns what is wrong with it, as a sentence. The rest of a bad line is not shown.
    mutating func take(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace, into events: inout EventCollector
    ) -> String?
}

extension JSONFormat {
    mutating func read(_ piece: UnsafeRawBufferPointer, into events: inout EventCollector) {
        // The progress changes while the format does: it is not a part of it meanwhile.
        var progress = progress
        self.progress = JSONProgress(isLinewise: Self.isLinewise)
        defer { self.progress = progress }
        var position = 0
        while position < piece.count {
            if progress.isPassingOver {
                Self.passOver(piece, &position, &progress)
                continue
            }
            switch progress.tokenizer.next(in: piece, from: &position) {
            case .token(let token): take(token, piece, &progress, &events)
            case .lineEnd: Self.endLine(&progress, &events)
            case .needsMore: return
            case .broken:
                progress.isPassingOver = true
                let rest = Self.isLinewise ? "" : " The rest of the file is not read."
                events.bad(line: progress.tokenizer.line, progress.tokenizer.fault + rest)
            }
        }
    }

    mutating func finish(into events: inout EventCollector) {
        guard !progress.isPassingOver, !progress.tokenizer.isBetweenDocuments else { return }
        events.bad(line: progress.tokenizer.line, Self.cut)
    }

    private static var cut: String { "The \(isLinewise ? "line" : "file") ends in the middle of its JSON." }

    @inline(__always)
    private mutating func take(
        _ token: JSONToken, _ piece: UnsafeRawBufferPointer, _ progress: inout JSONProgress,
        _ events: inout EventCollector
    ) {
        let place = JSONPlace(depth: progress.tokenizer.depth, line: progress.tokenizer.line)
        let fault = progress.tokenizer.withText(in: piece) { take(token, $0, at: place, into: &events) }
        guard let fault else { return }
        events.bad(line: place.line, fault)
        progress.isPassingOver = Self.isLinewise
    }

    private static func endLine(_ progress: inout JSONProgress, _ events: inout EventCollector) {
        if !progress.tokenizer.isBetweenDocuments { events.bad(line: progress.tokenizer.line, cut) }
        progress.tokenizer.endLine()
    }

    private static func passOver(
        _ piece: UnsafeRawBufferPointer, _ position: inout Int, _ progress: inout JSONProgress
    ) {
        guard isLinewise, let end = piece.place(of: 0x0A, from: position) else {
            position = piece.count
            return
        }
        position = end + 1
        progress.isPassingOver = false
        progress.tokenizer.endLine()
    }
}
