import Samples
import Testing

@testable import Tuning

@Suite struct TuningTextTests {
    @Test func showsTheTableThePatchAndTheCommand() {
        let result = ConfigPatchTests.result(heldBack: ConfigPatchTests.measured())
        let text = TuningText(result, command: "andon tune data --labels l.json --seed 7").description
        #expect(text.contains("Tried 80 policies in 400 replays of 5 files, 9 series, 1 window.\n"))
        let row = text.split(separator: "\n").first { $0.hasPrefix("F1 ") }
        #expect(
            row?.split(separator: " ").joined(separator: " ")
                == "F1 0.000 (0.000 to 0.000) 1.000 (1.000 to 1.000) +1.000 (+1.000 to +1.000)")
        #expect(text.contains("median delay"))
        #expect(text.contains(ConfigPatch(result).yaml))
        #expect(text.hasSuffix("The same again: andon tune data --labels l.json --seed 7\n"))
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    }

    @Test func withoutMeasurementThereIsNoTable() {
        let text = TuningText(ConfigPatchTests.result(), command: "x").description
        #expect(!text.contains("present "))
        #expect(text.contains("Not confirmed: holding back takes at least 3 files or series, and there are 2."))
    }

    @Test func confirmationOnSeriesOfOneFileHasItsCaveat() {
        func verdict(_ kind: HeldBackEffect.Kind) -> String {
            guard case .measured(var effect) = ConfigPatchTests.measured() else { return "" }
            effect.kind = kind
            return ConfigPatchTests.result(heldBack: .measured(effect)).verdict
        }
        #expect(verdict(.file) == "Confirmed on what was held back.")
        #expect(verdict(.group) == "Confirmed on what was held back.")
        #expect(verdict(.series).contains("they share windows and time"))
    }

    @Test func saysThatItWasInterrupted() {
        var result = ConfigPatchTests.result(heldBack: .interrupted)
        result.isComplete = false
        #expect(TuningText(result, command: "x").description.contains("interrupted; this is the best so far"))
    }

    @Test func saysThatTheBoundWasNotKept() {
        var result = ConfigPatchTests.result()
        result.keepsBound = false
        #expect(TuningText(result, command: "x").description.contains("No policy that was tried keeps the bound"))
    }

    @Test func aRateIsConfirmedWhereItIsKept() {
        var result = ConfigPatchTests.result(heldBack: ConfigPatchTests.measured(.alertsPerWeek(1)))
        result.objective = .alertsPerWeek(36)
        #expect(result.isConfirmed)
        result.objective = .alertsPerWeek(34)
        #expect(!result.isConfirmed)
        #expect(TuningText(result, command: "x").description.contains("more than that were raised"))
    }

    @Test func aBoundThatThePresentPolicyBreaksIsConfirmedWhereItIsKept() {
        var result = ConfigPatchTests.result(heldBack: ConfigPatchTests.measured())
        result.objective = .f1(atMostFalsePerSeriesDay: 0.5)
        #expect(result.isConfirmed)
        result.heldBack = .tooFew(1)
        #expect(!result.isConfirmed)
    }
}
