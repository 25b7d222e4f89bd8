import Glibc
import Testing

@testable import Messaging

@Suite struct MessagingErrorTests {
    @Test func saysWhatAndWhyInOneSentence() throws {
        let endpoint = try Endpoint("tcp://127.0.0.1:5555")
        #expect(
            MessagingError.invalidEndpoint(text: "x", why: "it is short").description
                == "Endpoint \"x\" cannot be used: it is short")
        #expect(
            MessagingError.addressInUse(endpoint).description
                == "Could not bind tcp://127.0.0.1:5555: the address is already in use")
        #expect(
            MessagingError.terminated(operation: "receive").description
                == "Could not receive: messaging is shut down")
        #expect(
            MessagingError.unreachable(operation: "send").description
                == "Could not send: no such peer is connected")
        #expect(
            MessagingError.reported(EACCES, during: "bind ipc:///x").description
                == "Could not bind ipc:///x: Permission denied (error 13)")
    }

    @Test(arguments: [
        (EACCES, MessagingError.Blame.user), (EADDRNOTAVAIL, .user), (EINVAL, .us), (EMFILE, .environment),
        (EHOSTUNREACH, .environment),
    ])
    func namesWhoCanMendIt(code: Int32, blame: MessagingError.Blame) {
        #expect(MessagingError.reported(code, during: "test").blame == blame)
    }

    @Test func tellsWhatIsWorthAnotherTry() throws {
        #expect(MessagingError.reported(EMFILE, during: "test").isRetriable)
        #expect(MessagingError.addressInUse(try Endpoint("inproc://a")).isRetriable)
        #expect(MessagingError.unreachable(operation: "test").isRetriable)
        #expect(!MessagingError.reported(EINVAL, during: "test").isRetriable)
        #expect(!MessagingError.terminated(operation: "test").isRetriable)
        #expect(!MessagingError.invalidEndpoint(text: "", why: "").isRetriable)
    }
}
