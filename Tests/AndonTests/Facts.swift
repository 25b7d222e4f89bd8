/// What the scenarios report.
struct TwoWeeks: Decodable {
    struct Suspect: Decodable, Equatable {
        var service: String?
        var change: Bool
    }
    struct Told: Decodable {
        var series: String
        var day: Int
        var slot: Int
        var phase: String
        var reason: String?
        var id: String
        var suspects: [Suspect]
    }
    var anomalies: [Told]
}

struct Refusals: Decodable {
    var expected: [String: Int]
    var dropped: [String: Int]
    var goodSamples: Int
    var itemsAfter: Int
    var status: Int
}

struct Reload: Decodable {
    var versionAtFirst: String
    var versionAfterGood: String
    var versionAfterBad: String
    var successAfterGood: Double
    var successAfterBad: Double
    var saidProblemWithLine: Bool
    var looksOnHangup: Bool
}

struct Stop: Decodable {
    var status: Int
    var late: Double
    var taken: Int
}

struct Storm: Decodable {
    var status: Int
    var saidLost: Bool
    var taken: Int
    var judged: Int
    var series: Int
    var opened: Int
}

struct ChangeLease: Decodable {
    struct Told: Decodable {
        var phase: String
        var onset: Int
        var row: Int
        var changes: [String]
        var reason: String
        var before: Double
        var after: Double
        var suspect: String?
    }
    var web: [Told]
    var cart: [Told]
    var tolerated: Double
    var status: Int
    var same: Bool
    var lease: Int
    var wobble: Int
    var shift: Int
    var badStatus: Int
    var badSays: String
}

struct Check: Decodable {
    var seriesStatus: Int
    var seriesIsShown: Bool
    var noSeriesStatus: Int
    var goodStatus: Int
    var goodSays: String
    var badStatus: Int
    var badSays: String
    var fromSays: String
}

struct EmitAndTail: Decodable {
    var emitted: Int
    var judged: Int
    var tailed: String
    var badLineSaid: Bool
    var claimsNothing: Bool
    var waits: Bool
}

struct Metrics: Decodable {
    var promtoolStatus: Int
    var promtoolSays: String
    var undescribed: [String]
    var health: Int
    var ready: Int
    var page: Int
}

struct LiveAndReplay: Decodable {
    var live: Int
    var missed: Int
    var closes: Int
    var changes: Int
    var feedback: Int
    var heldBack: Double
    var same: Bool
    var sameSharded: Bool
}

struct FeedbackFacts: Decodable {
    var openedAfterLike: Int
    var author: String
    var heldBack: Int
    var listed: Bool
    var onPage: Bool
    var kept: Bool
    var revocations: Int
    var heldAfterRestart: Int
    var advised: Bool
    var status: Int
    var removed: [String]
    var removedBy: Bool
    var keptInReplay: [String]
    var removedInWindows: Int
    var warned: Bool
    var unreachableStatus: Int
}

struct ReplayFacts: Decodable {
    struct Oddity: Decodable, Equatable {
        var count: Int
        var firstLine: Int?
    }
    struct Input: Decodable {
        var file: String
        var format: String
        var samples: Int
        var oddities: [String: Oddity]
    }
    var labelledStatus: Int
    var f1: Double
    var nab: Double
    var text: String
    var samples: Int
    var anomalies: Int
    var stdinAnomalies: Int
    var gzipAnomalies: Int
    var compareAppearing: Int
    var compareVanishing: Int
    var scoreRows: Int
    var badStatus: Int
    var badSaid: Bool
    var missingStatus: Int
    var configStatus: Int
    var labelsStatus: Int
    var reportCharts: Int
    var reportIsSelfContained: Bool
    var interruptStatus: Int
    var interruptSaid: Bool
    var secondInterruptStatus: Int
    var pipeStatus: Int
    var pipeSaid: String
    var oddSaid: String
    var oddInput: Input
}

struct ReplayMemory: Decodable {
    var short: Double
    var long: Double
    var shortScored: Double
    var longScored: Double
}

struct TuneFacts: Decodable {
    var status: Int
    var patchIsGood: Bool
    var same: Bool
    var usageStatus: Int
    var stopStatus: Int
    var stopSaid: Bool
    var damagedStatus: Int
    var damagedSaid: Bool
}

struct ReportFacts: Decodable {
    var hasCharts: Int
    var filterIsShown: Bool
    var complaints: [String]
    var pictureBytes: Int
    var clicked: Clicked

    struct Clicked: Decodable {
        var largest: [String]
        var smallest: [String]
        var names: [String]
        var filtered: [String]
        var shown: Int
        var unfiltered: Int
        var wide: Bool
    }
}

struct NABFacts: Decodable {
    var profiles: [String]
    var best: [[Double]]
    var decisions: [[Double]]
    var windows: Int
    var singleStatus: Int
    var singleWindows: Int
    var singleExpected: Int
    var singleComplaints: Int
}

struct RecordingFacts: Decodable {
    var missing: [String]
    var added: [String]
    var host: [String: Double]
    var told: [String: Double]
}

struct WarmFacts: Decodable {
    var series: Int
    var samples: Int
    var expectedSamples: Int
    var untold: Int
    var unfinished: Int
    var opened: [String]
    var confidence: Double
    var spikeTime: [Double]
    var lastingOnset: [Double]
    var late: Int
    var coldOpened: Int
    var readyStatus: Int?
    var readySays: String?
    var stopStatus: Int?
    var stopSeconds: Double?
    var unreachableSaid: Bool?
    var requiredStatus: Int?
    var missingStatus: Int?
    var badQuerySaid: String?
}
