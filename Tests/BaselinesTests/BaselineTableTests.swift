import Baselines
import Samples
import Testing

@Suite struct BaselineTableTests {
    @Test func namesAreDistinct() {
        #expect(Fixture.names == ["ewma", "holt_winters", "robust_z"])
    }

    @Test func makesWhatTheShapeSwitchesOn() {
        func names(_ shape: ModelShape) -> [String] {
            BaselineTable.make(shape: shape, capacity: 4).map { type(of: $0).name }
        }
        #expect(names(ModelShape()) == Fixture.names)
        #expect(names(ModelShape(ewma: nil)) == ["holt_winters", "robust_z"])
        #expect(names(ModelShape(holtWinters: nil, robustZScore: nil)) == ["ewma"])
        #expect(names(ModelShape(ewma: nil, holtWinters: nil, robustZScore: nil)).isEmpty)
    }
}
