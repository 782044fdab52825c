// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which a mail flows through them. Every Swift target is built
// with the one list below; a rule that is relaxed for one target would be relaxed for none to see.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let package = Package(
    name: "Guichet",
    products: [
        .executable(name: "guichet", targets: ["guichet"]),
        .library(name: "CrashShim", type: .dynamic, targets: ["CrashShim"]),
    ],
    targets: [
        // The C libraries: a module map and what Swift cannot call by itself.
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),

        // The processor's instructions for SHA-256.
        .systemLibrary(name: "CSHA"),
        // What a process that reads strangers' mail gives up.
        .systemLibrary(name: "CConfine"),

        // The words that come with the program: Mailboxes/lexicon/shipped, laid in.
        .target(name: "CLexicon"),

        // The pure core.
        .target(name: "Desk", swiftSettings: strict),

        // The pure wires: bytes in, actions out. They depend on nothing, not even Foundation.
        .target(name: "IMAPWire", swiftSettings: strict),
        .target(name: "SMTPWire", swiftSettings: strict),

        // The adapters: one C library or one folder each; none imports another.
        .target(
            name: "Settings",
            dependencies: ["CLexicon", "CYAML", "Desk"],
            swiftSettings: strict
        ),
        .target(
            name: "MailTransport",
            dependencies: ["CCurl", "IMAPWire", "SMTPWire", "Desk"],
            swiftSettings: strict
        ),
        .target(
            name: "MIME",
            dependencies: ["CGMime", "CSHA", "CXML", "Desk"],
            swiftSettings: strict
        ),
        .target(name: "Letters", dependencies: ["CCmark", "Desk"], swiftSettings: strict),
        .target(name: "Store", dependencies: ["CSQLite", "Desk"], swiftSettings: strict),
        .target(name: "Host", dependencies: ["CConfine", "Desk"], swiftSettings: strict),

        // The shell, and the executable that wires everything.
        .target(name: "Gateway", dependencies: ["Desk"], swiftSettings: strict),
        .executableTarget(
            name: "guichet",
            dependencies: [
                "Desk", "Gateway", "Host", "Letters", "MIME", "MailTransport", "Settings", "Store",
            ],
            swiftSettings: strict
        ),

        // Tests mirror the sources.
        .target(
            name: "TestSupport",
            dependencies: ["Desk"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),

        // Real servers, and misbehaving ones, on this machine's own loopback.
        .target(
            name: "TestServers",
            dependencies: ["TestSupport"],
            path: "Tests/TestServers",
            swiftSettings: strict
        ),
        .testTarget(
            name: "TestServersTests",
            dependencies: ["TestServers", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DeskTests",
            dependencies: ["Desk", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "IMAPWireTests",
            dependencies: ["IMAPWire", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SMTPWireTests",
            dependencies: ["SMTPWire", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", "Desk", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MailTransportTests",
            dependencies: [
                "MailTransport", "IMAPWire", "SMTPWire", "Desk", "TestServers", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MIMETests",
            dependencies: ["MIME", "Desk", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HostTests",
            dependencies: ["Host", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LettersTests",
            dependencies: ["Letters", "Desk", "TestSupport"],
            swiftSettings: strict
        ),
        // A process that StoreTests start in order to kill it.
        .executableTarget(
            name: "CrashChild",
            dependencies: ["Store", "Desk", "TestSupport"],
            path: "Tests/CrashChild",
            swiftSettings: strict
        ),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Desk", "TestSupport"],
            swiftSettings: strict
        ),

        .testTarget(
            name: "GatewayTests",
            dependencies: ["Gateway", "Desk", "Store", "TestSupport"],
            swiftSettings: strict
        ),

        // Every door for strangers' bytes, thrown open: `make fuzz` builds it with a fuzzer, every
        // other build replays what was found.
        .target(name: "FuzzDriver", path: "Tests/FuzzDriver"),
        .executableTarget(
            name: "GuichetFuzz",
            dependencies: [
                "Desk", "FuzzDriver", "IMAPWire", "Letters", "MIME", "SMTPWire", "Settings",
            ],
            path: "Tests/GuichetFuzz",
            swiftSettings: strict
        ),

        // The real program, run as its user runs it, and interrupted at any I/O step by a library
        // that is preloaded into it.
        .target(name: "CrashShim", path: "Tests/CrashShim"),
        .testTarget(
            name: "GuichetTests",
            dependencies: [
                "guichet", "Desk", "Gateway", "GuichetFuzz", "MIME", "Store", "TestServers",
                "TestSupport",
            ],
            swiftSettings: strict
        ),

        // Rules about the source itself.
        .testTarget(
            name: "TidyTests",
            dependencies: ["TestSupport"],
            swiftSettings: strict
        ),
    ]
)
