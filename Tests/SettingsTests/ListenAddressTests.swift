import Settings
import Testing

@Suite struct ListenAddressTests {
    @Test(arguments: [("127.0.0.1:9464", "127.0.0.1", 9464), ("[::]:0", "::", 0), ("localhost:80", "localhost", 80)])
    func readsAndWrites(text: String, host: String, port: Int) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.description == text)
    }

    @Test(arguments: ["", "9464", ":9464", "host", "host:", "host:-1", "host:65536", "*:80", "::1:80", "http://a:80"])
    func refuses(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
