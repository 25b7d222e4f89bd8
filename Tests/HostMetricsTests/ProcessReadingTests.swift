import Testing

@testable import HostMetrics

@Suite struct ProcessReadingTests {
    private func reading(_ text: String) -> ProcessReading? {
        ProcessReading(stat: Array(text.utf8)[...])
    }

    private let tail =
        "R 9322 9322 3484 0 -1 4194304 102 0 0 0 30 12 0 0 20 0 1 0 146186 3133440 388 18446744073709551615"

    @Test func takesTheFieldsOfARealLine() throws {
        let found = try #require(reading("9325 (cat) \(tail)\n"))
        #expect(found.name == "cat")
        #expect(found.cpuTicks == 42)
        #expect(found.startTicks == 146_186)
        #expect(found.residentPages == 388)
        #expect(found.readBytes == nil)
    }

    @Test(arguments: ["(a) b (c)", "a b", "", ")", "((", "tmux: server", "a\nb) R 1 (", "naïve"])
    func takesAnyName(_ name: String) throws {
        let found = try #require(reading("1234 (\(name)) \(tail)"))
        #expect(found.name == name)
        #expect(found.cpuTicks == 42)
    }

    @Test func bytesThatAreNotTextAreReplaced() throws {
        let bytes = Array("1 (".utf8) + [0xFF, 0x41] + Array(") \(tail)".utf8)
        #expect(try #require(ProcessReading(stat: bytes[...])).name == "\u{FFFD}A")
    }

    @Test(arguments: [("kworker/0:1-events", "kworker"), ("kthreadd", "kthreadd"), ("jbd2/vda1-8", "jbd2")])
    func threadsOfTheKernelGoByTheirKind(_ name: String, _ expected: String) throws {
        let kernelTail = tail.replacing("4194304", with: "69238880")
        #expect(try #require(reading("2 (\(name)) \(kernelTail)")).name == expected)
        #expect(try #require(reading("2 (\(name)) \(tail)")).name == name)
    }

    @Test func takesBytesOfStorage() throws {
        var found = try #require(reading("1 (cat) \(tail)"))
        let text = "rchar: 7\nwchar: 8\n\nodd\nread_bytes: 5\nwrite_bytes: 6\ncancelled_write_bytes: 9\n"
        found.add(io: ByteScanner(Array(text.utf8)[...]))
        #expect(found.readBytes == 5)
        #expect(found.writeBytes == 6)
        found.add(io: ByteScanner(Array("read_bytes: -1\n".utf8)[...]))
        #expect(found.readBytes == nil)
    }

    @Test(arguments: [
        "", "1", "1 cat R", "1 )cat( R 1", "1 (cat)", "1 (cat) R 1 2 3 4 5", "1 (cat) R 1 2 3 4 5 x 1 2 3 4 30 12",
        "9325 (cat) R 9322 9322 3484 0 -1 4194304 102 0 0 0 30 12 0 0 20 0 1 0 146186 3133440",
        "9325 (cat) R 9322 9322 3484 0 -1 4194304 102 0 0 0 -3 12 0 0 20 0 1 0 146186 3133440 388",
    ])
    func malformedOrCutLinesAreNil(_ text: String) {
        #expect(reading(text) == nil)
    }
}
