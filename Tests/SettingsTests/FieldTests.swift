import Testing

@testable import Settings

@Suite struct FieldTests {
    /// A text that sets one key by its path.
    private func yaml(_ path: String, _ value: String) -> String {
        let names = path.split(separator: ".")
        return names.map { "{\($0): " }.joined() + value + String(repeating: "}", count: names.count)
    }

    @Test func everyPathIsDeclaredOnce() {
        let paths = AndonSettings.fields.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(paths.count > 40)
    }

    @Test(arguments: AndonSettings.fields.map(\.path))
    func aDefaultReadsBackAsItself(path: String) throws {
        let field = try #require(AndonSettings.fields.first { $0.path == path })
        let settings = try Fixtures.settings(yaml(path, field.text(AndonSettings())))
        #expect(settings == AndonSettings())
    }

    @Test(arguments: AndonSettings.fields.map(\.path))
    func aValueOfTheWrongKindNamesItsKey(path: String) throws {
        let field = try #require(AndonSettings.fields.first { $0.path == path })
        let takesMap = field.allowed.hasPrefix("a map")
        let problems = Fixtures.problems(yaml(path, takesMap ? "[]" : "{}"))
        let found = takesMap ? "a list" : "a map"
        #expect(problems == ["config/andon.yaml:1: \(path) is \(found); it must be \(field.allowed)"])
    }

    @Test func everyKeyIsExplained() {
        for field in AndonSettings.fields {
            #expect(field.about.hasSuffix("."), "\(field.path)")
            #expect(!field.allowed.hasSuffix("."), "\(field.path)")
        }
    }
}
