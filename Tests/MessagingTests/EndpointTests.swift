import Testing

@testable import Messaging

@Suite struct EndpointTests {
    @Test(arguments: [
        "inproc://detect-1", "ipc:///run/andon/bus", "ipc://@abstract", "ipc://*", "ipc:///a path/with blanks",
        "tcp://127.0.0.1:5555", "tcp://*:5555", "tcp://127.0.0.1:*", "tcp://*:*", "tcp://bus.example.org:65535",
        "tcp://eth0:1", "tcp://[::1]:5555", "tcp://[fe80::1%eth0]:5555", "tcp://my_service-2:80",
    ])
    func readsWhatItWrites(text: String) throws {
        #expect(try Endpoint(text).description == text)
    }

    @Test(arguments: [
        ("", "it must begin with tcp://, ipc:// or inproc://"),
        ("5555", "it must begin with tcp://, ipc:// or inproc://"),
        ("udp://127.0.0.1:5555", "it must begin with tcp://, ipc:// or inproc://"),
        ("TCP://127.0.0.1:5555", "it must begin with tcp://, ipc:// or inproc://"),
        (" tcp://127.0.0.1:5555", "it must begin with tcp://, ipc:// or inproc://"),
        ("tcp://127.0.0.1:5555 ", "it contains a blank at one end"),
        ("tcp://127.0.0.1:55\n55", "it contains a control character"),
        ("inproc://", "the name is missing: write inproc://NAME"),
        ("ipc://", "the path is missing: write ipc://PATH"),
        ("ipc://@", "the path is missing: write ipc://PATH"),
        ("ipc:///a\0b", "it contains a control character"),
        ("tcp://", "the port is missing: write tcp://HOST:PORT"),
        ("tcp://localhost", "the port is missing: write tcp://HOST:PORT"),
        ("tcp://[::1]", "the port is missing: write tcp://HOST:PORT"),
        ("tcp://localhost:", "the port \"\" is not a number"),
        ("tcp://localhost:http", "the port \"http\" is not a number"),
        ("tcp://localhost:-1", "the port \"-1\" is not a number"),
        ("tcp://localhost:+5", "the port \"+5\" is not a number"),
        ("tcp://localhost:٣", "the port \"٣\" is not a number"),
        ("tcp://localhost:99999999999999999999", "the port \"99999999999999999999\" is not a number"),
        ("tcp://localhost:0", "the port is 0: write * to let the system choose one"),
        ("tcp://localhost:65536", "the port 65536 is not in 1...65535"),
        ("tcp://:5555", "the host is missing: write a name, an address, or * for every interface"),
        ("tcp://256.0.0.1:5555", "the host \"256.0.0.1\" is not an IPv4 address"),
        ("tcp://1.2.3:5555", "the host \"1.2.3\" is not an IPv4 address"),
        ("tcp://1..2.3:5555", "the host \"1..2.3\" is not an IPv4 address"),
        ("tcp://::1:5555", "the host \"::1\" holds a colon: write IPv6 addresses in brackets"),
        ("tcp://[::1:5555", "the host \"[::1\" is not an IPv6 address in brackets"),
        ("tcp://[]:5555", "the host \"[]\" is not an IPv6 address in brackets"),
        ("tcp://[:5555", "the host \"[\" is not an IPv6 address in brackets"),
        ("tcp://a/b:5555", "the host \"a/b\" is not a name of letters, digits, - and ."),
        ("tcp://bücher:5555", "the host \"bücher\" is not a name of letters, digits, - and ."),
    ])
    func saysWhatIsWrong(text: String, why: String) {
        #expect(throws: MessagingError.invalidEndpoint(text: text, why: why)) { try Endpoint(text) }
    }

    @Test func refusesAPathThatTheSystemWouldCutOff() throws {
        let path = "/" + String(repeating: "x", count: 106)
        #expect(try Endpoint("ipc://" + path).address == path)
        let why = "the path has 108 bytes and the system allows 107"
        #expect(throws: MessagingError.invalidEndpoint(text: "ipc://\(path)x", why: why)) {
            try Endpoint("ipc://\(path)x")
        }
    }

    @Test(arguments: [
        ("tcp://*:1", true), ("tcp://127.0.0.1:*", true), ("ipc://*", true), ("ipc:///a*", false),
        ("inproc://*", false),
        ("tcp://127.0.0.1:1", false),
    ])
    func knowsWhatCanOnlyBeBound(text: String, isWildcard: Bool) throws {
        #expect(try Endpoint(text).isWildcard == isWildcard)
    }
}
