import Evaluation
import Testing

@Suite struct EvaluationFigureTests {
    @Test func eachHasANameOfItsOwn() {
        let names = EvaluationFigure.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(
            names == [
                "anomalies", "anomalies_per_day", "anomalies_per_series_day", "true_anomalies", "false_anomalies",
                "windows", "found_windows", "precision", "recall", "f1", "false_alarms_per_series_day",
                "false_alarm_share", "median_delay_seconds", "p90_delay_seconds", "nab_standard_best",
                "nab_low_fp_best", "nab_low_fn_best", "nab_standard_decisions", "nab_low_fp_decisions",
                "nab_low_fn_decisions", "delay_limited_f1",
            ])
    }
}
