import ArgumentParser
import Recordings
import Replay
import Settings
import Tuning

/// What a command says when it cannot do what was asked, and the exit status that goes with it.
enum Failures {
    /// Runs `body`; an error of ours becomes a sentence and a status: 2 where whoever called can mend it, else 1.
    static func told(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as InvalidSettings {
            for problem in error.problems { Standard.error(problem.description) }
            throw ExitCode(2)
        } catch let error as RecordingError {
            Standard.error("andon: \(error)")
            throw ExitCode(error.blame == .user ? 2 : 1)
        } catch let error as ReplayError {
            Standard.error("andon: \(error)")
            throw ExitCode(error.blame == .user ? 2 : 1)
        } catch let error as TuningError {
            Standard.error("andon: \(error)")
            throw ExitCode(2)
        } catch let error as DaemonError {
            Standard.error("andon: \(error)")
            throw ExitCode(2)
        } catch let error as ExitCode {
            throw error
        } catch {
            Standard.error("andon: \(error)")
            throw ExitCode(1)
        }
    }
}
