package import Samples

extension ReplayReport {
    /// What was read.
    package struct Inputs: Equatable, Sendable {
        /// How many files.
        package var files: Int
        /// How many samples were judged.
        package var samples: Int
        /// How many lines could not be read.
        package var badLines: Int
        /// From the first to the last sample; `nil` where there is none.
        package var span: ClosedRange<EventTime>?

        /// What was read.
        package init(files: Int, samples: Int, badLines: Int, span: ClosedRange<EventTime>?) {
            self.files = files
            self.samples = samples
            self.badLines = badLines
            self.span = span
        }
    }
}
