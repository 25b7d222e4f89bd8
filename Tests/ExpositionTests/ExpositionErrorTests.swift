import Testing

@testable import Exposition

@Suite struct ExpositionErrorTests {
    @Test(arguments: [
        ExpositionError.addressInUse(host: "127.0.0.1", port: 9_464), .notPermitted(host: "127.0.0.1", port: 9_464),
        .noSuchAddress(host: "127.0.0.1", port: 9_464, cause: "x"),
        .cannotListen(host: "127.0.0.1", port: 9_464, cause: "x"),
    ])
    func namesTheAddressAndSaysWhatToDo(error: ExpositionError) {
        #expect(error.description.contains("127.0.0.1:9464"))
        #expect(error.description.contains("choose"))
        #expect(error.description.hasSuffix("."))
    }

    @Test func bracketsIPv6() {
        #expect(ExpositionError.addressInUse(host: "::1", port: 80).description.contains("[::1]:80"))
    }

    @Test func knowsWhoseTurnItIs() {
        #expect(ExpositionError.addressInUse(host: "", port: 1).blame == .user)
        #expect(ExpositionError.cannotListen(host: "", port: 1, cause: "").blame == .environment)
        #expect(ExpositionError.broken(cause: "").blame == .us)
        #expect(ExpositionError.notPermitted(host: "", port: 1).isRetriable == false)
        #expect(ExpositionError.addressInUse(host: "", port: 1).isRetriable)
    }
}
