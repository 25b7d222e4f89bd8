import ArgumentParser
import Foundation
import Recordings
import Settings

/// What `replay` and `tune` have in common: which history, under which config.
struct HistoryOptions: ParsableArguments {
    @Argument(help: "Files and folders; '-' is standard input.")
    var inputs: [String]

    @Option(name: .long, help: "The settings file; by default config/andon.yaml, or where there is none every default.")
    var config: String?

    private static let usualConfig = "config/andon.yaml"

    func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("Name at least one file or folder.") }
    }

    /// What the config is called in reports.
    var configName: String { config ?? (isUsualThere ? Self.usualConfig : "defaults") }

    /// The settings to work by.
    func settings() throws(InvalidSettings) -> AndonSettings {
        guard let path = config ?? (isUsualThere ? Self.usualConfig : nil) else { return AndonSettings() }
        return try AndonSettings.load(path: path)
    }

    private var isUsualThere: Bool { FileManager.default.fileExists(atPath: Self.usualConfig) }
}
