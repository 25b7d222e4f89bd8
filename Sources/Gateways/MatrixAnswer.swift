import Recordings
import Samples

/// What a Prometheus answered to a range query.
struct MatrixAnswer {
    /// Samples with a finite value, series by series, in batches that each have a table of series.
    private(set) var batches: [SampleBatch] = []

    /// Reads an answer. What has no finite value is no sample.
    ///
    /// - Parameters:
    ///   - query: what was asked; names series that have no name of their own, as sums and rates have none.
    ///   - url: for the error.
    /// - Throws: ``GatewayError/unauthorised(url:status:)``, ``GatewayError/refused(url:status:sentence:)``,
    ///   ``GatewayError/tooLarge(url:sentence:)``, ``GatewayError/unreadable(url:sentence:)``.
    init(_ answer: HTTPAnswer, to query: String, url: String) throws(GatewayError) {
        guard answer.status == 200 else { throw Self.refusal(answer, url: url) }
        let (batches, fault) = Self.read(answer.body, of: query)
        if let fault { throw .unreadable(url: url, sentence: fault) }
        self.batches = batches
    }

    /// What an answer says whose status is not 200.
    static func refusal(_ answer: HTTPAnswer, url: String) -> GatewayError {
        let sentence = sentence(of: answer.body)
        switch answer.status {
        case 401, 403: return .unauthorised(url: url, status: answer.status)
        // Its own limits of points, and of samples that it loads for one query.
        case 400..<500 where tooMuch.contains(where: sentence.contains): return .tooLarge(url: url, sentence: sentence)
        default: return .refused(url: url, status: answer.status, sentence: sentence)
        }
    }

    private static let tooMuch = ["too many samples", "exceeded maximum resolution", "too many points"]
    private static let batchCapacity = 65_536

    /// The samples of a body, and the first thing that is wrong with it.
    private static func read(_ body: [UInt8], of query: String) -> (batches: [SampleBatch], fault: String?) {
        // A name may have neither braces nor quotes in it.
        let name = String(query.map { "{}\"".contains($0) ? "_" : $0 })
        var parser = RecordingParser(
            file: name, series: SeriesKey(name), format: .query, batchCapacity: batchCapacity)
        body.withUnsafeBytes { parser.read($0) }
        parser.finish()
        var batches: [SampleBatch] = []
        var fault: String?
        for event in parser.take() {
            switch event {
            case .samples(let recorded): batches.append(recorded.batch)
            case .bad(let line): fault = fault ?? line.sentence
            case .change, .feedback, .stepClosed: break
            }
        }
        return (batches, fault)
    }

    /// The words of Prometheus or, of what is not its own, the first line: a proxy says most there.
    private static func sentence(of body: [UInt8]) -> String {
        if let fault = read(body, of: "").fault, fault.hasPrefix("The query failed") { return fault }
        let line = String(decoding: body.prefix(200), as: UTF8.self).split(whereSeparator: \.isNewline).first
        return line.map(String.init) ?? "It says nothing."
    }
}
