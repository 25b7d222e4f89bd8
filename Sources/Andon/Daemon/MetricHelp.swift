import Exposition

/// What each metric means, for whoever reads `/metrics`. Every name that the daemon exports stands here.
enum MetricHelp {
    static func describe(in registry: PrometheusRegistry) {
        for (name, help) in all { registry.describe(name, help: help) }
    }

    static let all = [
        "andon_stage_received_total": "Messages that came into a stage.",
        "andon_stage_sent_total": "Messages that a stage handed on; less what the next stage received, the queue.",
        "andon_stage_items_total": "Samples (in publish: anomalies) that a stage worked on.",
        "andon_stage_dropped_total":
            "What a stage left out, by reason: what was refused, what came too late to be taken, slow subscribers.",
        "andon_stage_errors_total": "Errors of a stage, by reason.",
        "andon_stage_processing_seconds": "From taking messages to having handed on what became of them.",
        "andon_stage_blocked_seconds_total": "Time in which a stage waited because the next one took no more.",
        "andon_door_lost_messages_total": "Messages that publishers numbered and that never came.",
        "andon_door_forgotten_publishers_total":
            "Publishers whose definitions or numbers were forgotten to make room for others.",
        "andon_door_changes_total": "Changes that came in under change.",
        "andon_door_feedback_total": "Feedback that came in under feedback.",
        "andon_feedback_total": "Feedback that was followed, by verdict; revoke where a rule was withdrawn.",
        "andon_feedback_refused_total": "Feedback that could not be followed, by reason.",
        "andon_feedback_unkept_total": "Feedback that could not be written down: it holds until the next start only.",
        "andon_feedback_rules": "Rules that keep anomalies from being told.",
        "andon_feedback_held_back_total": "Anomalies that were not told, by verdict of the rule.",
        "andon_budget_anomalies_total": "Anomalies of the series of an alarm budget, by outcome: told or withheld.",
        "andon_budget_balance_alarms": "Alarms that a budget has saved up; less than 0 is debt.",
        "andon_change_tolerated_anomalies_total": "Anomalies that the lease of a change kept from being told.",
        "andon_change_forgotten_leases_total":
            "Changes that are allowed for no more although their leases go on: there were too many.",
        "andon_feedback_forgotten_anomalies_total": "Anomalies that were told and that feedback cannot name any more.",
        "andon_history_samples_total": "Samples of history that were learned before the doors opened.",
        "andon_history_anomalies_total": "Anomalies in that history, which were not told.",
        "andon_series": "Series that are known.",
        "andon_sample_listeners": "Topics of taken samples that somebody listens to; 0 when nothing is recorded.",
        "andon_slow_sample_listeners_total": "How often a listener to taken samples fell behind and lost messages.",
        "andon_series_state_bytes": "Bytes of learned state of one series.",
        "andon_samples_scored_total": "Samples that got a score.",
        "andon_samples_warming_total": "Samples of series that were still warming up.",
        "andon_samples_unrated_total":
            "Samples of counters that give no rate: the first, one at a reset, one right behind another.",
        "andon_rate_resets_total": "How often counters began anew.",
        "andon_rated_series": "Series that are judged as counters, by their rate.",
        "andon_verdict_latency_seconds": "From a message's being taken from its door to the verdict on its samples.",
        "andon_anomalies_open": "Anomalies that are open.",
        "andon_anomalies_total": "Messages about anomalies, by severity and phase.",
        "andon_anomaly_latency_seconds": "From the arrival of the deciding sample to its anomaly being on the bus.",
        "andon_subscriptions_total": "Subscriptions that were added and removed.",
        "andon_reload_success": "1 when the settings on disk run, 0 when they were refused.",
        "andon_reload_success_timestamp_seconds": "When settings were last reloaded.",
        "andon_reload_needs_restart": "1 while the settings on disk have values that hold only after a restart.",
        "andon_reload_errors_total": "Settings that were refused.",
    ]
}
