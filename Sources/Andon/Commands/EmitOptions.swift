import ArgumentParser
import Foundation

/// What all kinds of emitting have in common.
struct EmitOptions: ParsableArguments {
    @Option(name: .long, help: "The PULL door of a daemon.")
    var to = "tcp://127.0.0.1:5561"

    @Option(name: .long, help: "protobuf or json.")
    var format = BusPublisher.Format.protobuf

    @Option(name: .long, help: "Name of this publisher on the bus.")
    var publisher = "emit-\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)"
}

extension BusPublisher.Format: ExpressibleByArgument {}
