import Samples
import Testing

/// A metric as exporters and libraries name it, and what it is.
struct MetricExample: CustomTestStringConvertible, Sendable {
    let key: SeriesKey
    let kind: MetricKind
    let unit: MetricUnit

    var testDescription: String { key.description }

    private init(_ name: String, _ kind: MetricKind, _ unit: MetricUnit, _ labels: Labels = .none) {
        key = SeriesKey(name, labels)
        self.kind = kind
        self.unit = unit
    }

    static let nodeExporter: [MetricExample] = [
        .init("node_cpu_seconds_total", .cpu, .seconds, ["mode": "idle"]),
        .init("node_load1", .cpu, .none),
        .init("node_context_switches_total", .cpu, .count),
        .init("node_intr_total", .cpu, .count),
        .init("node_memory_MemAvailable_bytes", .memory, .bytes),
        .init("node_memory_MemFree_bytes", .memory, .bytes),
        .init("node_memory_SwapFree_bytes", .memory, .bytes),
        .init("node_filesystem_avail_bytes", .disk, .bytes),
        .init("node_filesystem_files_free", .disk, .none),
        .init("node_disk_io_time_seconds_total", .disk, .seconds),
        .init("node_disk_read_bytes_total", .disk, .bytes),
        .init("node_disk_writes_completed_total", .disk, .count),
        .init("node_network_receive_bytes_total", .network, .bytes),
        .init("node_network_receive_errs_total", .errors, .count),
        .init("node_network_transmit_drop_total", .errors, .count),
        .init("node_network_up", .availability, .none),
        .init("node_netstat_Tcp_CurrEstab", .network, .none),
        .init("node_filefd_allocated", .saturation, .none),
        .init("node_nf_conntrack_entries", .saturation, .none),
        .init("node_pressure_cpu_waiting_seconds_total", .cpu, .seconds),
        .init("node_hwmon_temp_celsius", .other, .celsius),
        .init("node_boot_time_seconds", .other, .timestamp),
        .init("node_time_seconds", .other, .timestamp),
        .init("node_procs_running", .cpu, .none),
        .init("node_uname_info", .other, .none),
    ]

    static let prometheus: [MetricExample] = [
        .init("up", .availability, .none),
        .init("scrape_duration_seconds", .latency, .seconds),
        .init("scrape_samples_scraped", .traffic, .none),
        .init("probe_success", .availability, .none),
        .init("probe_http_duration_seconds", .latency, .seconds),
        .init("process_cpu_seconds_total", .cpu, .seconds),
        .init("process_resident_memory_bytes", .memory, .bytes),
        .init("process_open_fds", .saturation, .none),
        .init("process_start_time_seconds", .other, .timestamp),
        .init("go_goroutines", .saturation, .none),
        .init("go_gc_duration_seconds", .latency, .seconds, ["quantile": "0.99"]),
        .init("go_memstats_heap_alloc_bytes", .memory, .bytes),
        .init("http_requests_total", .traffic, .count, ["code": "200"]),
        .init("http_requests_total", .errors, .count, ["code": "503"]),
        .init("http_request_duration_seconds_bucket", .traffic, .count),
        .init("http_request_duration_seconds_count", .traffic, .count),
        .init("http_request_duration_seconds_sum", .latency, .seconds),
        .init("http_request_size_bytes", .traffic, .bytes),
        .init("http_response_size_bytes", .traffic, .bytes),
        .init("grpc_server_handled_total", .traffic, .count),
        .init("prometheus_tsdb_head_series_created_total", .other, .count),
        .init("alertmanager_notifications_failed_total", .errors, .count),
        .init("job:http_requests:rate5m", .traffic, .perSecond),
        .init("job:http_errors:ratio_rate5m", .errors, .ratio),
        .init("job:network_receive_bytes:rate1m", .network, .bytesPerSecond),
        .init("job:http_request_duration_seconds:p99", .latency, .seconds),
        .init("backup_last_success_timestamp_seconds", .availability, .timestamp),
        .init("coredns_dns_request_duration_seconds_sum", .latency, .seconds),
        .init("redis_uptime_in_seconds", .heartbeat, .seconds),
        .init("kafka_consumergroup_lag", .saturation, .none),
        .init("pg_stat_activity_count", .other, .count),
    ]

    static let kubernetes: [MetricExample] = [
        .init("kube_pod_container_status_restarts_total", .errors, .count),
        .init("kube_pod_status_ready", .availability, .none),
        .init("kube_pod_created", .other, .timestamp),
        .init("kube_pod_container_resource_limits", .saturation, .bytes, ["resource": "memory", "unit": "byte"]),
        .init("kube_pod_container_resource_requests", .saturation, .none, ["resource": "cpu", "unit": "core"]),
        .init("kube_deployment_status_replicas_available", .other, .none),
        .init("container_cpu_usage_seconds_total", .cpu, .seconds),
        .init("container_cpu_cfs_throttled_periods_total", .cpu, .count),
        .init("container_memory_working_set_bytes", .memory, .bytes),
        .init("container_network_transmit_packets_dropped_total", .errors, .count),
        .init("container_oom_events_total", .errors, .count),
        .init("kubelet_volume_stats_used_bytes", .disk, .bytes),
        .init("apiserver_request_duration_seconds_sum", .latency, .seconds),
        .init("workqueue_depth", .saturation, .none),
    ]

    static let openTelemetry: [MetricExample] = [
        .init("http.server.request.duration", .latency, .seconds, ["unit": "s"]),
        .init("http.server.active_requests", .saturation, .count, ["unit": "{request}"]),
        .init("http.client.request.body.size", .traffic, .bytes, ["unit": "By"]),
        .init("system.cpu.utilization", .cpu, .ratio),
        .init("system.memory.utilization", .memory, .ratio, ["unit": "1"]),
        .init("system.network.io", .network, .bytes, ["unit": "By"]),
        .init("system.network.errors", .errors, .none),
        .init("system.disk.io_time", .disk, .seconds, ["unit": "s"]),
        .init("process.uptime", .heartbeat, .seconds, ["unit": "s"]),
        .init("db.client.connection.wait_time", .latency, .milliseconds, ["unit": "ms"]),
        .init("messaging.client.consumed.messages", .traffic, .count, ["unit": "{message}"]),
        .init("queue.fill", .saturation, .percent, ["unit": "%", "kind": "saturation"]),
    ]

    static let applications: [MetricExample] = [
        // Micrometer
        .init("http_server_requests_seconds_max", .latency, .seconds),
        .init("http_server_requests_seconds_count", .errors, .count, ["outcome": "SERVER_ERROR"]),
        .init("http_server_requests_seconds_count", .traffic, .count, ["outcome": "SUCCESS"]),
        .init("jvm_memory_used_bytes", .memory, .bytes),
        .init("jvm_gc_pause_seconds_max", .memory, .seconds),
        .init("jvm_threads_live_threads", .saturation, .none),
        .init("hikaricp_connections_pending", .saturation, .none),
        .init("hikaricp_connections_acquire_seconds_max", .latency, .seconds),
        .init("process_uptime_seconds", .heartbeat, .seconds),
        .init("logback_events_total", .traffic, .count, ["level": "error"]),
        // StatsD
        .init("web.checkout.response_time_ms", .latency, .milliseconds),
        .init("web.checkout.responseTime.p95", .latency, .none),
        .init("stats.timers.api.login.duration_ms.upper_90", .latency, .milliseconds),
        .init("api.requests.rps", .traffic, .perSecond),
        .init("payments.failed", .errors, .none),
        .init("shop.orders_per_second", .traffic, .perSecond),
        .init("disk.sda.used_percent", .disk, .percent),
        .init("cache.hit_ratio", .other, .ratio),
        .init("worker.heartbeat", .heartbeat, .none),
        .init("search-latency-us", .latency, .microseconds),
        // Names that end in an identifier say no unit, whatever stands before it
        .init("ec2_cpu_utilization_53ea38", .cpu, .none),
        .init("elb_request_count_8c0756", .traffic, .none),
        // This machine
        .init("host_disk_read_bytes_per_second", .disk, .bytesPerSecond),
        .init("host_pressure_ratio", .saturation, .ratio),
    ]

    static let all = nodeExporter + prometheus + kubernetes + openTelemetry + applications
}
