import Settings
import Testing

@Suite struct StageLinkTests {
    @Test(arguments: [
        ("inproc", StageLink.inproc), ("ipc:///run/andon", .ipc(directory: "/run/andon")),
        ("tcp://127.0.0.1:6000", .tcp(host: "127.0.0.1", basePort: 6000)),
        ("tcp://[::1]:6000", .tcp(host: "::1", basePort: 6000)),
    ])
    func readsAndWrites(text: String, link: StageLink) {
        #expect(StageLink(text) == link)
        #expect(link.description == text)
    }

    @Test(arguments: [
        "", "inproc://x", "ipc://relative", "ipc:///" + String(repeating: "x", count: 76), "tcp://host", "tcp://host:0",
        "tcp://host:65336", "tcp://host:*",
    ])
    func refuses(text: String) {
        #expect(StageLink(text) == nil)
    }
}
