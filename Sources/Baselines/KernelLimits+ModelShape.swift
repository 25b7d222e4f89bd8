internal import LinearAlgebra
internal import Samples

extension KernelLimits {
    /// What a shape says about warming up and floors.
    init(_ shape: ModelShape) {
        self.init(
            absoluteFloor: Float(shape.absoluteFloor), relativeFloor: Float(shape.relativeFloor),
            warmUp: Float(shape.warmUp))
    }
}
