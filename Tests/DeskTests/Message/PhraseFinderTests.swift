// Many phrases in one pass: the same answer as looking for each by itself.

import Testing

@testable import Desk

@Suite("PhraseFinder")
struct PhraseFinderTests {
    @Test(
        "finds what is there",
        arguments: [
            (["he", "she", "his", "hers"], "ushers", [0, 1, 3]),
            (["a", "ab", "abc", "bc"], "xabcx", [0, 1, 2, 3]),
            (["absent", "je suis absent"], "demain je suis absente", [0, 1]),
            (["seo"], "", []), ([], "anything", []), (["été"], "en été", [0]),
            (["aaa"], "aa", []), (["aab"], "aaaab", [0]),
        ] as [([String], String, [Int])]
    )
    func finds(phrases: [String], text: String, expected: [Int]) {
        #expect(PhraseFinder(phrases).phrases(in: Array(text.utf8)[...]) == expected)
    }

    @Test("agrees with a search for each phrase, on made-up texts")
    func agrees() {
        var seed: UInt64 = 7
        func letter() -> UInt8 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(ascii: "a") + UInt8((seed >> 33) % 3)
        }
        for _ in 0..<300 {
            let phrases = Set(
                (0..<6).map { _ in
                    String(
                        decoding: (0..<Int(1 + letter() % 5)).map { _ in letter() },
                        as: UTF8.self
                    )
                }
            ).sorted()
            let text = (0..<40).map { _ in letter() }
            let expected = phrases.indices.filter { place in
                let phrase = Array(phrases[place].utf8)
                return (0...(text.count - phrase.count)).contains {
                    Array(text[$0..<($0 + phrase.count)]) == phrase
                }
            }
            #expect(PhraseFinder(phrases).phrases(in: text[...]) == expected)
        }
    }
}
