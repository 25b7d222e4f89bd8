import Samples
import Testing

@testable import Reports

@Suite struct ProgressLineTests {
    private let line = ProgressLine(share: 0.61, points: 12_300_000, seconds: 9.39, file: "file.csv")

    @Test func showsABarOnATerminal() {
        #expect(line.text(width: 100) == "██████░░░░ 61 %  12.3 M points  1.31 M/s  6 s left  file.csv")
    }

    @Test func isPlainElsewhere() {
        #expect(line.text(width: nil) == "61 %, 12.3 M points, 1.31 M/s, 6 s left, file.csv")
    }

    @Test func doesWithoutAnEnd() {
        var line = line
        line.share = nil
        #expect(line.text(width: 100) == "12.3 M points  1.31 M/s  file.csv")
        line.share = .nan
        #expect(line.text(width: nil) == "12.3 M points, 1.31 M/s, file.csv")
    }

    @Test(arguments: [
        (-1.0, "░░░░░░░░░░ 0 %"), (0.999, "█████████░ 99 %"), (1, "██████████ 100 %"), (7, "██████████ 100 %"),
    ])
    func holdsTheShare(share: Double, head: String) {
        let line = ProgressLine(share: share, points: 5, seconds: 0.5, file: "")
        #expect(line.text(width: 80) == "\(head)  5 points  10/s")
    }

    @Test func fitsEveryWidth() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let line = ProgressLine(
                share: [nil, 0, 0.5, 1, .infinity, 1e-300].randomElement(using: &generator) ?? nil,
                points: [0, -1, 1, .max].randomElement(using: &generator) ?? 0,
                seconds: [0, -1, 1e-300, 1e300, 3, .nan, .infinity].randomElement(using: &generator) ?? 0,
                file: ["", "a", evil, "温度.csv"].randomElement(using: &generator) ?? "")
            let width = Int.random(in: 0...90, using: &generator)
            #expect(line.text(width: width).cells <= width)
            #expect(line.text(width: nil).unicodeScalars.allSatisfy { $0.isPrintable })
        }
    }
}
