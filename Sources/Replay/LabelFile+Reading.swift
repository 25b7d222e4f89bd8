import Evaluation
import Samples

/// What is wrong with labels.
struct LabelProblem: Error {
    var sentence: String
}

extension LabelFile {
    static func files(_ object: [String: Any], from: EventTime?) throws(LabelProblem) -> [String: FileLabels] {
        var files: [String: FileLabels] = [:]
        for (name, value) in object {
            guard let entry = value as? [String: Any] else {
                files[name] = try labels(value, from: from, of: "“\(name)”")
                continue
            }
            let own = try evaluateFrom(entry, of: "“\(name)”")
            files[name] = try labels(entry["windows"] as Any, from: own ?? from, of: "“\(name)”")
        }
        return files
    }

    static func labels(_ value: Any, from: EventTime?, of what: String) throws(LabelProblem) -> FileLabels {
        guard let list = value as? [Any] else { throw LabelProblem(sentence: "The windows of \(what) are no list.") }
        var windows: [LabelWindow] = []
        for (number, value) in list.enumerated() {
            guard let window = window(value) else {
                throw LabelProblem(
                    sentence: "Window \(number + 1) of \(what) is no [start, end] of two times in order.")
            }
            windows.append(window)
        }
        return FileLabels(windows: windows, evaluateFrom: from)
    }

    static func evaluateFrom(_ object: [String: Any], of what: String) throws(LabelProblem) -> EventTime? {
        guard let value = object["evaluate_from"] else { return nil }
        guard let time = time(value) else { throw LabelProblem(sentence: "evaluate_from of \(what) is no time.") }
        return time
    }

    private static func window(_ value: Any) -> LabelWindow? {
        var ends = value as? [Any] ?? []
        if let object = value as? [String: Any] { ends = [object["start"], object["end"]].compactMap { $0 } }
        guard ends.count == 2, let start = time(ends[0]), let end = time(ends[1]), start <= end else { return nil }
        return LabelWindow(start: start, end: end)
    }

    /// Unix seconds, or milliseconds from 10^11 on, may stand in quotation marks too.
    private static func time(_ value: Any) -> EventTime? {
        let text = value as? String
        if let time = text.flatMap({ EventTime(iso8601: $0) }) { return time }
        guard let number = value as? Double ?? text.flatMap({ Double($0) }), number.magnitude < 1e14 else { return nil }
        return EventTime(milliseconds: Int64(number.magnitude >= 1e11 ? number : number * 1000))
    }
}
