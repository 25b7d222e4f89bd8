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
            "| `models.warm_up` | a whole number from 2 to 100000 | `60` | resets all | Samples of a series before its first verdict. |"
        #expect(SettingsReference.markdown().contains("\n\(line)\n"))
    }
}
