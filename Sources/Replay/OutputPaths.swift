import Foundation
package import Recordings

/// What a replay is about to write, looked at before anything is.
package enum OutputPaths {
    /// Refuses to replace an input, or one output by another.
    ///
    /// - Throws: ``ReplayError/output(path:sentence:)``.
    package static func check(
        _ files: [RecordingFile], scores: String?, anomalies: String?
    ) throws(ReplayError) {
        let inputs = Set(files.filter { !$0.isStandardInput }.map { real($0.path) })
        var outputs = scores.map { folder in files.map { ScoreFile.path(in: folder, for: $0) } } ?? []
        if let anomalies { outputs.append(anomalies) }
        var met: Set<String> = []
        for output in outputs {
            guard !inputs.contains(real(output)) else {
                throw .output(path: output, sentence: "It is one of the inputs; choose another folder or file.")
            }
            guard met.insert(real(output)).inserted else {
                throw .output(path: output, sentence: "Two of the inputs would go there; replay them one at a time.")
            }
        }
    }

    /// The path with every link followed, as far as it exists.
    private static func real(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}
