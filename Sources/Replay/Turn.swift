/// When a file is to be read on, among others that are read at the same time: by time, at the same time by the order of the files.
struct Turn: Comparable {
    /// Of what comes next, milliseconds since 1970 UTC.
    var time: Int64
    /// Which file.
    var file: Int

    /// Behind every file at a time.
    static func behind(_ time: Int64) -> Turn { Turn(time: time, file: .max) }

    static func < (a: Turn, b: Turn) -> Bool {
        a.time != b.time ? a.time < b.time : a.file < b.file
    }
}
