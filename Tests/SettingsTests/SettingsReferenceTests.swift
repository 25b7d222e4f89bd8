import Foundation
import Settings
import Testing

@Suite struct SettingsReferenceTests {
    @Test func theCommittedPageIsWhatTheDeclarationsSay() throws {
        let page = Fixtures.root.appending(path: "config/settings.md")
        let expected = SettingsReference.markdown()
        if ProcessInfo.processInfo.environment["ANDON_WRITE_REFERENCE"] == "1" {
            try Data(expected.utf8).write(to: page)
        }
        let committed = try String(contentsOf: page, encoding: .utf8)
        #expect(
            committed == expected,
            """
            config/settings.md is stale. Write it again with
            ANDON_WRITE_REFERENCE=1 swift test --filter SettingsReferenceTests
            """)
    }

    @Test func namesTypeDefaultAndEffectOfAKey() {
        let line =
            "| `models.warm_up` | a whole number from 2 to 100000 | `20` | resets all | "
            + "Samples of a series before its baselines give a forecast; verdicts count in full after some 200 more. |"
        #expect(SettingsReference.markdown().contains("\n\(line)\n"))
    }
}
