import Testing

@testable import Settings

@Suite struct ByteCountTests {
    @Test(arguments: [("0", 0), ("1000", 1000), ("64KiB", 65_536), ("16MiB", 16_777_216), ("3GiB", 3_221_225_472)])
    func readsAndWrites(text: String, bytes: Int) {
        #expect(ByteCount.parse(text) == bytes)
        #expect(ByteCount.text(bytes) == text)
    }

    @Test(arguments: ["", "KiB", "16MB", "16 MiB", "1.5KiB", "-1", "16mib", "9223372036854775807GiB", "٣KiB"])
    func refuses(text: String) {
        #expect(ByteCount.parse(text) == nil)
    }
}
