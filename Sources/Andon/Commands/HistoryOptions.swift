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

    @Option(name: .long, help: "Threads that detect; by default what the settings say. It changes no decision.")
    var shards: Int?

    private static let usualConfig = "config/andon.yaml"

    func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("Name at least one file or folder.") }
        if let shards, !(1...64).contains(shards) {
            throw ValidationError("--shards is \(shards); it must be a whole number from 1 to 64.")
        }
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
