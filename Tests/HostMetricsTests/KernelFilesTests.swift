import Testing

@testable import HostMetrics

@Suite struct KernelFilesTests {
    @Test func readsFilesLargerThanItsBuffer() throws {
        let tree = try FixtureTree()
        let text = String(repeating: "0123456789", count: 10_000)
        try tree.write("proc/big", text)
        var files = KernelFiles(root: tree.root)
        #expect(files.contents(of: "proc/big")?.elementsEqual(text.utf8) == true)
    }

    @Test func refusesFilesWithoutEnd() throws {
        let tree = try FixtureTree()
        try tree.write("proc/huge", String(repeating: "x", count: KernelFiles.limitBytes))
        var files = KernelFiles(root: tree.root)
        #expect(files.contents(of: "proc/huge") == nil)
    }

    @Test func keepsWhatWasReadBefore() throws {
        let tree = try FixtureTree()
        try tree.write("proc/a", "first")
        try tree.write("proc/b", "other")
        var files = KernelFiles(root: tree.root + "/")
        let first = files.contents(of: "proc/a")
        #expect(files.contents(of: "proc/b")?.elementsEqual("other".utf8) == true)
        #expect(first?.elementsEqual("first".utf8) == true)
    }

    @Test func absentFilesAndDirectoriesAreNil() throws {
        let tree = try FixtureTree()
        try tree.write("proc/1/stat", "")
        var files = KernelFiles(root: tree.root)
        #expect(files.contents(of: "proc/absent") == nil)
        #expect(files.contents(of: "proc/1") == nil)
        #expect(files.contents(of: "proc/1/stat")?.isEmpty == true)
        #expect(!files.exists("sys/block"))
    }

    @Test func readsNumbersByKeyAndLeavesOutOtherLines() throws {
        let tree = try FixtureTree()
        try tree.write("proc/meminfo", "MemTotal:  100 kB\npswpin 7\n\nodd\nbad: x\n: 5\n")
        var files = KernelFiles(root: tree.root)
        #expect(files.numbersByKey(of: "proc/meminfo") == ["MemTotal": 100, "pswpin": 7, "": 5])
    }

    @Test func listsProcessesOnly() throws {
        let tree = try FixtureTree()
        for path in ["proc/1/stat", "proc/4194304/stat", "proc/self/stat", "proc/12x/stat", "proc/99999999999/stat"] {
            try tree.write(path, "")
        }
        #expect(KernelFiles(root: tree.root).processIDs().sorted() == [1, 4_194_304])
        #expect(KernelFiles(root: tree.root + "/none").processIDs().isEmpty)
    }
}
