import Baselines
import Samples
import Testing

@Suite struct SavedStateTests {
    @Test(arguments: Fixture.names)
    func noChangedByteIsTaken(_ name: String) throws {
        let bytes = try learned(name).save()
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x10
            #expect(throws: SavedStateError.self) {
                _ = try BaselineTable.restore(changed, shape: Fixture.shape, capacity: 2)
            }
        }
    }

    @Test(arguments: Fixture.names)
    func noOtherLengthIsTaken(_ name: String) throws {
        let bytes = try learned(name).save()
        for length in 0..<bytes.count {
            #expect(throws: SavedStateError.self) {
                _ = try BaselineTable.restore(Array(bytes.prefix(length)), shape: Fixture.shape, capacity: 2)
            }
        }
        #expect(throws: SavedStateError.damaged) {
            _ = try BaselineTable.restore(bytes + [0], shape: Fixture.shape, capacity: 2)
        }
    }

    @Test func noiseIsRefused() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1_000 {
            let noise = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(throws: SavedStateError.notASavedState) {
                _ = try BaselineTable.restore(noise, shape: Fixture.shape, capacity: 2)
            }
            #expect(throws: SavedStateError.self) {
                _ = try BaselineTable.restore(
                    Array("ANDB".utf8) + [1, 0, 0, 0] + noise, shape: Fixture.shape, capacity: 2)
            }
        }
    }

    @Test(arguments: Fixture.names)
    func anotherShapeIsRefusedWithASentence(_ name: String) throws {
        let bytes = try learned(name).save()
        var longer = Fixture.shape
        longer.warmUp = 11
        #expect(throws: SavedStateError.otherShape(name)) {
            _ = try BaselineTable.restore(bytes, shape: longer, capacity: 2)
        }
        #expect(throws: SavedStateError.switchedOff(name)) {
            _ = try BaselineTable.restore(bytes, shape: .nothing, capacity: 2)
        }
        #expect(throws: SavedStateError.otherCapacity(found: 2, expected: 3)) {
            _ = try BaselineTable.restore(bytes, shape: Fixture.shape, capacity: 3)
        }
        #expect(
            SavedStateError.otherCapacity(found: 2, expected: 3).description
                == "The saved state is a block of 2 series, not of 3.")
        #expect(SavedStateError.otherShape(name).blame == .user)
    }

    @Test(arguments: ModelShape.seasonalBaselines.sorted())
    func anotherNumberOfSlotsIsRefused(_ name: String) throws {
        var shape = Fixture.shape
        shape.holtWinters?.slotsPerDay = 48
        shape.dailySeason?.slotsPerDay = 48
        shape.weeklySeason?.slotsPerDay = 48
        shape.multiplicativeHoltWinters?.slotsPerDay = 48
        let bytes = try learned(name).save()
        #expect(throws: SavedStateError.otherShape(name)) {
            _ = try BaselineTable.restore(bytes, shape: shape, capacity: 2)
        }
    }

    @Test func anotherBaselineIsRefused() throws {
        let bytes = try learned(EWMA.name).save()
        #expect(throws: SavedStateError.otherBaseline(found: "ewma", expected: "robust_z")) {
            _ = try RobustZScore(restoring: bytes, shape: Fixture.shape, capacity: 2)
        }
    }

    @Test func anotherVersionIsRefused() throws {
        var bytes = try learned(EWMA.name).save()
        bytes[4] = 2
        #expect(throws: SavedStateError.unknownVersion(2)) {
            _ = try BaselineTable.restore(bytes, shape: Fixture.shape, capacity: 2)
        }
    }

    private func learned(_ name: String) throws -> any Baseline {
        var baseline = try Fixture.make(name, capacity: 2)
        var data = SeededGenerator(seed: 12)
        for number in 0..<60 { baseline.learn(Fixture.roughPass(number, capacity: 2, using: &data)) }
        return baseline
    }
}
