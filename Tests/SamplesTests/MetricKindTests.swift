import Samples
import Testing

@Suite struct MetricKindTests {
    @Test(arguments: [
        ("host_cpu_busy_ratio", MetricKind.cpu), ("process_cpu_cores", .cpu), ("host_load1", .cpu),
        ("process_memory_bytes", .memory), ("host_disk_read_bytes_per_second", .disk),
        ("process_write_bytes_per_second", .disk), ("host_network_errors_per_second", .errors),
        ("host_network_receive_bytes_per_second", .network), ("http_request_duration_seconds", .latency),
        ("queue_depth", .saturation), ("http_requests_total", .traffic), ("temperature", .other),
        ("agent_heartbeat_total", .heartbeat),
    ])
    func readsTheName(name: String, kind: MetricKind) {
        #expect(MetricKind(of: SeriesKey(name)) == kind)
    }

    @Test(arguments: MetricExample.all)
    func readsTheNamesOfExportersAndLibraries(example: MetricExample) {
        #expect(MetricKind(of: example.key) == example.kind)
    }

    @Test func aLabelDecidesBeforeTheName() {
        #expect(MetricKind(of: SeriesKey("queue_depth", ["kind": "traffic"])) == .traffic)
        #expect(MetricKind(of: SeriesKey("queue_depth", ["kind": "some"])) == .saturation)
    }
}
