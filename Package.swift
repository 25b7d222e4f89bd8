// swift-tools-version: 6.2
import PackageDescription

// Arrows only point down. A target imports what stands here and nothing more; the build checks it
// (`--explicit-target-dependency-import-check error`).

/// Swift 6, every warning an error, imports internal unless said otherwise.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let metricsTestKit = Target.Dependency.product(name: "MetricsTestKit", package: "swift-metrics")
let lifecycleTestKit = Target.Dependency.product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A library that does the arithmetic: optimised in debug builds too, or tests on weeks of samples would take an hour.
func numerics(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies,
        swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: strict)
}

let package = Package(
    name: "andon",
    products: [
        .executable(name: "andon", targets: ["Andon"]),
        .library(name: "Samples", targets: ["Samples"]),
        .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
        .library(name: "Baselines", targets: ["Baselines"]),
        .library(name: "Detection", targets: ["Detection"]),
        .library(name: "Causes", targets: ["Causes"]),
        .library(name: "WireFormat", targets: ["WireFormat"]),
        .library(name: "Messaging", targets: ["Messaging"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C: one module map and shim each, imported by exactly one Swift target.
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-fno-math-errno"])]),
        .target(
            name: "CSimdJSON", cxxSettings: [.unsafeFlags(["-O3"])], linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CThreads"),

        // Pure: no clock, no I/O, no log.
        numerics("Samples"),
        numerics("LinearAlgebra", ["CKernels", "COpenBLAS"]),
        numerics("Baselines", ["Samples", "LinearAlgebra"]),
        numerics("Detection", ["Samples", "LinearAlgebra", "Baselines"]),
        numerics("Causes", ["Samples", "LinearAlgebra"]),
        numerics("Evaluation", ["Samples"]),
        numerics("Tuning", ["Samples", "Detection", "Evaluation"]),
        .target(
            name: "WireFormat", dependencies: ["Samples", "CSimdJSON", protobuf],
            exclude: ["andon", "generate.sh", "wire-format.md"],
            swiftSettings: strict),

        // The world.
        library("Messaging", ["CZeroMQ", "CThreads"]),
        library("HostMetrics", ["Samples"]),
        library("Recordings", ["Samples", "CZlib"]),
        library("Gateways", ["Samples", "Recordings", asyncHTTPClient, nio, nioHTTP1, nioPosix]),
        library("Reports", ["Samples"]),
        library("Settings", ["Samples", yams]),
        library("Exposition", [hummingbird, hummingbirdCore, nio, logging, metrics, lifecycle]),
        library(
            "Stages",
            [
                "Samples", "Detection", "Causes", "WireFormat", "Messaging", logging, metrics, lifecycle,
            ]),
        library(
            "Topology",
            [
                "Samples", "Detection", "Causes", "WireFormat", "Stages", "Messaging", "Settings", logging, metrics,
                lifecycle, signals,
            ]
        ),
        library(
            "Replay",
            [
                "Samples", "Detection", "Evaluation", "Gateways", "WireFormat", "Messaging", "Recordings", "Reports",
                "Settings", "Stages", "Topology", logging, metrics, lifecycle,
            ]),
        .executableTarget(
            name: "Andon",
            dependencies: [
                "Samples", "Detection", "Evaluation", "Tuning", "Reports", "Replay", "WireFormat", "Messaging",
                "Gateways", "HostMetrics", "Recordings", "Settings", "Exposition", "Stages",
                "Topology", arguments, logging, metrics, lifecycle, signals,
            ],
            swiftSettings: strict),

        tests("Samples"),
        tests("LinearAlgebra"),
        tests("Baselines", ["Samples", "LinearAlgebra"]),
        tests("Detection", ["Samples", "Baselines", "LinearAlgebra"]),
        tests("Causes", ["Samples"]),
        tests("WireFormat", ["Samples"]),
        tests("Messaging"),
        tests("HostMetrics", ["Samples"]),
        tests("Evaluation", ["Samples"]),
        tests("Tuning", ["Samples", "Detection", "Evaluation"]),
        tests("Reports", ["Samples"]),
        tests(
            "Replay",
            [
                "Samples", "Detection", "Evaluation", "Gateways", "Messaging", "Recordings", "Settings", "Stages",
                "WireFormat", logging, metrics,
            ]),
        tests("Recordings", ["Samples"]),
        tests("Gateways", ["Samples", "Recordings"]),
        tests("Settings", ["Samples"]),
        tests("Exposition", [nio, nioPosix, logging, metrics, lifecycle]),
        tests(
            "Stages",
            [
                "Samples", "Causes", "WireFormat", "Messaging", "Detection", "Measurements", logging, metrics,
                lifecycle,
            ]),
        tests(
            "Topology",
            [
                "Samples", "Settings", "Stages", "WireFormat", "Messaging", "Measurements", logging, metrics,
                metricsTestKit, lifecycle, lifecycleTestKit,
            ]),
        // What tests of several targets need to wait for something that is counted.
        .target(name: "Measurements", dependencies: [metrics], path: "Tests/Measurements", swiftSettings: strict),
        .testTarget(
            name: "AndonTests",
            dependencies: [
                "Andon", "Samples", "Settings", "Stages", "Topology", "Exposition", "WireFormat", "Messaging",
                "Measurements", "Recordings", "Replay", arguments,
            ], exclude: ["Scenarios"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
