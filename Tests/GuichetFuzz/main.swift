// guichet's readers under fire. Usage:
//   GuichetFuzz list                     the targets, each with its longest input
//   GuichetFuzz TARGET replay PATH…      hands every file (of a folder) in once
//   GuichetFuzz TARGET OPTION… FOLDER…   libFuzzer's own command line, where it is linked
// Runs in the package's root: the settings and templates of the package are part of the test.

import Foundation
import FuzzDriver
import Glibc

private func say(_ text: String, to handle: FileHandle = .standardOutput) {
    handle.write(Data((text + "\n").utf8))
}

// The files of a folder, or the file itself.
private func files(_ path: String) -> [String] {
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: path) else { return [path] }
    return names.sorted().flatMap { files("\(path)/\($0)") }
}

private func replay(_ target: FuzzTarget, _ paths: [String]) -> Int32 {
    var count = 0
    for path in paths.flatMap(files) {
        guard let data = FileManager.default.contents(atPath: path) else {
            say("\(path) cannot be read.", to: .standardError)
            return EX_NOINPUT
        }
        // The name comes first, so that a file that ends the process is known.
        say(path)
        target.run(Array(data)[...])
        count += 1
    }
    say("\(target.name): \(count) files")
    return 0
}

// What the fuzzer calls knows no target, so the command line is asked.
private let chosen = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.named)

private func fuzz(_ target: FuzzTarget, _ options: [String]) -> Int32 {
    // The settings and templates are loaded by the first input: that one is not against the clock.
    target.run([])
    let words = ["GuichetFuzz", "-max_len=\(target.bytesMaximum)"] + options
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    return unsafe arguments.withUnsafeMutableBufferPointer { list in
        guard let base = list.baseAddress else { return EX_SOFTWARE }
        return unsafe fuzz_drive(Int32(words.count), base) { bytes, count in
            let input = unsafe UnsafeBufferPointer(start: bytes, count: count)
            chosen?.run(unsafe Array(input)[...])
            return 0
        }
    }
}

private let words = CommandLine.arguments.dropFirst()
switch (words.first, words.dropFirst().first) {
case ("list", _):
    for target in FuzzTarget.all { say("\(target.name) \(target.bytesMaximum)") }
case (_, "replay"):
    guard let chosen else { fallthrough }
    exit(replay(chosen, Array(words.dropFirst(2))))
case _:
    guard let chosen else {
        say("Name a target: \(FuzzTarget.all.map { $0.name }).", to: .standardError)
        exit(EX_USAGE)
    }
    let code = fuzz(chosen, Array(words.dropFirst()))
    guard code >= 0 else {
        say("No fuzzer is linked into this build: `make fuzz`, or say replay.", to: .standardError)
        exit(EX_UNAVAILABLE)
    }
    exit(code)
}
