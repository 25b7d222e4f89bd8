import Foundation
import Testing

/// The real daemon and a foreign client: each scenario is a Python script that starts `andon` on free ports, talks to it
/// with pyzmq, and prints as its last line the facts that are looked at here.
///
/// A script ends by itself after ten minutes at the latest, which is before the time limit here.
@Suite(.serialized, .timeLimit(.minutes(12))) struct ScenarioTests {
    @Test(arguments: [1, 2, 3])
    func tellsExactlyWhatWasInjectedIntoTwoWeeks(seed: Int) async throws {
        let facts: TwoWeeks = try await Scenario.run("two_weeks", ["\(seed)"])
        let opened = facts.anomalies.filter { $0.phase == "opened" }
        let places = opened.map { "\($0.series) \($0.day) \($0.slot)" }.sorted()
        #expect(
            places == [
                "cart_cpu_cores 6 168", "db_connections 12 100", "shop_orders_per_second 9 36",
                "web_latency_seconds 6 168",
            ])
        let closed = facts.anomalies.filter { $0.phase == "closed" }
        #expect(closed.map(\.id).sorted() == opened.map(\.id).sorted())
        // What lasts behind the deployment of its service is let in as its new level; the way back from it is no anomaly.
        #expect(closed.allSatisfy { ($0.reason == "level_shift") == ($0.series == "shop_orders_per_second") })
        let suspects = Dictionary(uniqueKeysWithValues: opened.map { ($0.series, $0.suspects) })
        #expect(suspects["web_latency_seconds"]?.first?.service == "cart")
        #expect(suspects["shop_orders_per_second"]?.first == .init(service: "shop", change: true))
        #expect(suspects["db_connections"]?.isEmpty == true)
    }

    @Test func refusesBadInputByReasonAndGoesOn() async throws {
        let facts: Refusals = try await Scenario.run("refusals")
        for (reason, count) in facts.expected { #expect(facts.dropped[reason] == count, "\(reason)") }
        #expect(facts.itemsAfter == facts.goodSamples)
        #expect(facts.status == 0)
    }

    @Test func followsItsSettingsFile() async throws {
        let facts: Reload = try await Scenario.run("reload")
        #expect(facts.successAfterGood == 1)
        #expect(facts.successAfterBad == 0)
        #expect(facts.versionAfterBad == facts.versionAfterGood)
        #expect(facts.versionAfterGood != facts.versionAtFirst)
        #expect(facts.saidProblemWithLine)
        #expect(facts.looksOnHangup)
    }

    /// The script itself says where something was lost.
    @Test(arguments: ["small", "large"])
    func drainsOnTerminationUnderLoad(messages: String) async throws {
        let facts: Stop = try await Scenario.run("stop_under_load", [messages])
        #expect(facts.status == 0)
        #expect(facts.late == 0, "the load is real work, not refused samples")
        #expect(facts.taken > 100_000)
    }

    @Test func drainsOnTerminationInAStormOfAnomalies() async throws {
        let facts: Storm = try await Scenario.run("stop_in_storm")
        #expect(facts.status == 0)
        #expect(!facts.saidLost)
        #expect(facts.judged == facts.taken)
        #expect(facts.opened == facts.series, "every series had its anomaly told before the end")
    }

    @Test func checksSettingsAndSaysWhatAReloadWouldDo() async throws {
        let facts: Check = try await Scenario.run("check")
        #expect(facts.goodStatus == 0 && facts.goodSays.contains("is good"))
        #expect(facts.badStatus == 2 && facts.badSays.contains("warm_up"))
        #expect(facts.fromSays.contains("open_at") && facts.fromSays.contains("No learned state would be lost"))
        #expect(facts.seriesStatus == 0 && facts.seriesIsShown, "the manual shows what it prints")
        #expect(facts.noSeriesStatus == 64)
    }

    @Test func emitsFilesAndLinesAndTailsThem() async throws {
        let facts: EmitAndTail = try await Scenario.run("emit_and_tail")
        #expect(facts.judged == facts.emitted)
        #expect(facts.tailed.contains("queue_depth"))
        #expect(facts.badLineSaid)
        #expect(facts.claimsNothing, "what was given up was not published")
        #expect(facts.waits, "what is published to nobody waits for a daemon")
    }

    @Test func exportsMetricsThatPromtoolAccepts() async throws {
        let facts: Metrics = try await Scenario.run("metrics")
        #expect(facts.promtoolStatus == 0, "\(facts.promtoolSays)")
        #expect(facts.undescribed.isEmpty, "every metric has its line in MetricHelp")
        #expect(facts.health == 200 && facts.ready == 200 && facts.page == 200)
    }

    @Test func followsFeedbackUntilItIsRevoked() async throws {
        let facts: FeedbackFacts = try await Scenario.run("feedback")
        #expect(facts.openedAfterLike == 1, "the like of it was held back")
        #expect(facts.author == "ann" && facts.heldBack == 1)
        #expect(facts.listed && facts.onPage, "the rule is seen")
        #expect(facts.kept && facts.revocations == 1, "what was followed is written down")
        #expect(facts.heldAfterRestart == 1, "and holds after a restart")
        #expect(facts.advised, "what cannot be followed is said, and what to do")
        #expect(facts.status == 0)
        #expect(facts.removed == ["2026-01-01T05:00:00Z"] && facts.removedBy)
        #expect(facts.keptInReplay == ["2026-01-01T05:44:00Z"])
        #expect(facts.removedInWindows == 1 && facts.warned)
        #expect(facts.unreachableStatus == 1)
    }

    @Test func allowsForAnAnnouncedDeployment() async throws {
        let facts: ChangeLease = try await Scenario.run("change_lease")
        let (web, cart) = (facts.web.filter { $0.phase != "updated" }, facts.cart.filter { $0.phase != "updated" })
        // The service that was not deployed: the wobble, then the level for an hour.
        #expect(cart.map(\.onset) == [facts.wobble, facts.wobble, facts.shift, facts.shift])
        #expect(cart.map(\.reason) == ["", "recovered", "", "level_shift"] && cart.allSatisfy { $0.changes.isEmpty })
        #expect((cart.last?.row ?? 0) - facts.shift >= 360)
        // The one that was: the level alone, until the lease ends.
        #expect(facts.tolerated == 1)
        #expect(web.map(\.onset) == [facts.shift, facts.shift] && web.map(\.reason) == ["", "level_shift"])
        #expect(web.allSatisfy { $0.changes == ["deploy-2"] && $0.suspect == "deploy-2" })
        #expect((facts.lease - 3...facts.lease).contains((web.last?.row ?? 0) - facts.shift))
        #expect(web.last.map { abs($0.before - 100) <= 1 && abs($0.after - 130) <= 1 } == true)
        #expect(facts.same, "a replay with the changes as a file tells the same")
        #expect(facts.status == 0)
        #expect(facts.badStatus == 2 && facts.badSays.contains("line 1: “time” is missing"))
    }

    @Test func aReplayOfARecordingTellsWhatTheDaemonTold() async throws {
        let facts: LiveAndReplay = try await Scenario.run("live_and_replay")
        #expect(facts.live > 4)
        #expect(facts.closes > 0 && facts.changes == 1, "the recording has more than samples")
        #expect(facts.feedback == 1 && facts.heldBack == 1)
        #expect(facts.missed == 0, "what the recorder missed is not in the recording")
        #expect(facts.same)
        #expect(facts.sameSharded)
    }

    @Test func replaysFilesFromTheCommandLine() async throws {
        let facts: ReplayFacts = try await Scenario.run("replay")
        #expect(facts.labelledStatus == 0)
        #expect(facts.f1 == 1 && facts.nab == 100)
        #expect(facts.text.contains("Precision") && facts.text.contains("cart_cpu_cores"))
        #expect(facts.stdinAnomalies == facts.anomalies && facts.gzipAnomalies == facts.anomalies)
        #expect(facts.compareAppearing == 0 && facts.compareVanishing == facts.anomalies)
        #expect(facts.scoreRows == facts.samples + 1)
        #expect(facts.badStatus == 1 && facts.badSaid, "a damaged file is said, and what came before counts")
        #expect(facts.missingStatus == 2 && facts.configStatus == 2 && facts.labelsStatus == 2)
        #expect(facts.reportCharts == 4 && facts.reportIsSelfContained)
        #expect(facts.interruptStatus == 130 && facts.interruptSaid)
        #expect(facts.secondInterruptStatus == -2)
        #expect(facts.pipeStatus == 2 && facts.pipeSaid.contains("can be read only once"))
        #expect(
            facts.oddSaid.contains(
                "odd.csv: 1 bad line left out (line 14), 1 place without a value (line 13), 1 duplicate (line 5), "
                    + "1 step back in time (line 6), 1 gap (line 9), 1 irregular step (line 11)"), "\(facts.oddSaid)")
        #expect(facts.oddInput.format == "csv" && facts.oddInput.samples == 11)
        #expect(facts.oddInput.oddities["gaps"] == .init(count: 1, firstLine: 9))
        #expect(facts.oddInput.oddities["duplicates"] == .init(count: 1, firstLine: 5))
    }

    @Test func aReplayOfALongFileTakesNoMoreMemory() async throws {
        let facts: ReplayMemory = try await Scenario.run("replay_memory")
        // The short file does not yet fill what may be under way, 40 MB. Fifty bytes a row would make more of it than that.
        #expect(facts.long < 2 * facts.short)
        #expect(facts.longScored < 2 * facts.shortScored)
    }

    @Test func tunesOnHistory() async throws {
        let facts: TuneFacts = try await Scenario.run("tune")
        #expect(facts.status == 0)
        #expect(facts.patchIsGood, "what it prints is a config")
        #expect(facts.same, "the command that it prints finds the same again")
        #expect(facts.usageStatus == 64)
        #expect(facts.stopStatus == 130 && facts.stopSaid, "SIGINT ends it with the best so far")
        #expect(facts.damagedStatus == 1 && facts.damagedSaid, "a damaged file is said, and what came before counts")
    }

    @Test func theReportWorksInABrowser() async throws {
        let facts: ReportFacts = try await Scenario.run("report")
        #expect(facts.hasCharts == 4)
        #expect(facts.filterIsShown, "the script ran")
        #expect(facts.complaints.isEmpty)
        #expect(facts.pictureBytes > 20_000)
        let clicked = facts.clicked
        #expect(clicked.largest == ["269", "268"] && clicked.smallest == ["150", "151"])
        #expect(clicked.names == [0, 1, 2].map { "load{host=\"\($0)\"}" }, "numbers in names sort as numbers")
        #expect(clicked.filtered == ["load{host=\"42\"}"] && clicked.shown == 1)
        #expect(clicked.unfiltered == 120)
        #expect(!clicked.wide, "the page scrolls in one direction only")
    }

    @Test(.enabled(if: hasNAB, "../shared/data/nab and its scorer are not beside the package"))
    func theNABFiguresAreThoseOfTheReferenceScorer() async throws {
        let facts: NABFacts = try await Scenario.run("nab", [Self.shared.path])
        #expect(facts.profiles == ["low_fn", "low_fp", "standard"])
        for pair in facts.best + facts.decisions { #expect(abs(pair[0] - pair[1]) < 0.01, "\(pair)") }
        #expect(facts.windows > 7)
        #expect(facts.singleStatus == 0)
        #expect(facts.singleWindows == facts.singleExpected, "labels are found by the path as it was given")
        #expect(facts.singleComplaints <= 3, "labels of other files are one line")
    }

    @Test(arguments: ["csv", "prometheus"])
    func judgesItsFirstLiveSamplesByWhatItLearnedFromHistory(source: String) async throws {
        let facts: WarmFacts = try await Scenario.run("warm", [source])
        #expect(facts.series == 4)
        // Of a Prometheus the last value holds for five minutes; of files an hour of one series is there twice.
        #expect(facts.samples >= facts.expectedSamples && facts.samples <= facts.expectedSamples + 60)
        #expect(facts.untold == 2 && facts.unfinished == 2)
        #expect(
            facts.opened == ["cart_sessions", "web_latency_seconds"],
            "the spike, and what history left open and goes on; neither normal samples nor what has recovered")
        #expect(facts.confidence > 0.99)
        #expect(facts.spikeTime == [5], "told by the very sample")
        #expect(facts.lastingOnset.allSatisfy { $0 > 900 && $0 < 1800 }, "with the onset that it had in the history")
        #expect(facts.late > 0, "a sample older than what was learned is out of order")
        #expect(facts.coldOpened == 0, "a daemon without history does not see the spike")
        if source == "csv" {
            #expect(facts.readyStatus == 503 && facts.readySays?.contains("warming from history") == true)
            #expect(facts.stopStatus == 0 && facts.stopSeconds ?? .infinity < 10)
        } else {
            #expect(facts.unreachableSaid == true, "it starts without, and says so")
            #expect(facts.requiredStatus == 2 && facts.missingStatus == 2)
            #expect(facts.badQuerySaid?.contains("parse error") == true)
        }
    }

    private static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    private static let hasNAB = ["data/nab/windows.json", "tools/score_nab.py"].allSatisfy {
        FileManager.default.fileExists(atPath: shared.appending(path: $0).path)
    }

    /// Whoever changes what a replay prints, or the recordings, changes the documents too.
    @Test func theDocumentsShowWhatAReplayPrints() async throws {
        let facts: RecordingFacts = try await Scenario.run("recordings")
        #expect(facts.missing.isEmpty && facts.added.isEmpty)
        #expect(facts.host == facts.told)
    }
}
