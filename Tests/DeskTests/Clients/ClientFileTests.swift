// A CRM's export: what is understood, what is refused, with its line, and that nothing is half
// done.

import Foundation
import Testing

@testable import Desk

@Suite("ClientFile")
struct ClientFileTests {
    private static let head = "company;domains;addresses;contract;gti;language"

    private func read(_ text: String) throws -> ClientFile {
        ClientFile(Array(text.utf8), house: try DeskWorld.house())
    }

    private func sentences(_ text: String) throws -> [String] {
        try read(text).problems.map { "\($0.line): \($0.sentence)" }
    }

    @Test("reads every column, in French as in English, whatever its accents and capitals")
    func columns() throws {
        let english = """
            company,domains,addresses,people,contract,gti,account manager,technical referent,sites,\
            language,contract start,contract end
            Ateliers Roy,roy.example,,Alice Roy <a.roy@roy.example>,Premium,4H,Nora Petit,\
            Hugo Blin,Lyon|Paris,fr,2026-01-01,2028-12-31
            """
        let french = """
            Société;Domaines;Adresses;Contacts;Niveau de contrat;GTI;Responsable de compte;\
            Référent technique;Sites;Langue;Date de début;Échéance
            Ateliers Roy;roy.example;;Alice Roy <a.roy@roy.example>;premium;GTI 4 h;Nora Petit;\
            Hugo Blin;"Lyon
            Paris";Français;01/01/2026;31/12/2028
            """
        let one = try read(english)
        let other = try read(french)
        #expect(one.problems.isEmpty)
        #expect(one.notes.isEmpty)
        #expect(one.rows.map(\.client) == other.rows.map(\.client))
        let client = try #require(one.rows.first?.client)
        #expect(client.contract == .premium)
        #expect(client.gti == Delay(4, .hours))
        #expect(client.sites == ["Lyon", "Paris"])
        #expect(client.people.map(\.name) == ["Alice Roy"])
        #expect(client.endsOn?.text == "2028-12-31")
    }

    @Test("reads UTF-8 with and without its mark, and Windows-1252")
    func encodings() throws {
        let text = "société;domaines\nÉlectricité d’Œuvre;oeuvre.example\n"
        let windows = text.unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "’": 0x92
            case "Œ": 0x8C
            default: UInt8(truncatingIfNeeded: scalar.value)
            }
        }
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), windows] {
            let file = ClientFile(bytes, house: try DeskWorld.house())
            #expect(file.problems.isEmpty)
            #expect(file.rows.map(\.client.name.text) == ["Électricité d’Œuvre"])
        }
    }

    @Test(
        "reads commas, semicolons and tabs, quotes and every line end",
        arguments: [",", ";", "\t"],
        ["\n", "\r\n", "\r"]
    )
    func forms(separator: String, lineEnd: String) throws {
        let lines = [
            ["company", "domains", "contract"],
            ["\"Roy \(separator) \"\"Fils\"\"\"", "roy.example", "Comfort"],
            ["", "", ""], ["Petit", "petit.example", ""],
        ]
        let text = lines.map { $0.joined(separator: separator) }.joined(separator: lineEnd)
        let file = try read(text)
        #expect(file.problems.isEmpty, "\(file.problems)")
        let shown = separator == "\t" ? nil : "Roy \(separator) \"Fils\""
        if let shown { #expect(file.rows.first?.client.name.text == shown) }
        #expect(file.rows.last?.line == 4)
        #expect(file.rows.last?.client.contract == nil)
    }

    @Test("tells every mistake of every row at once, with its line")
    func mistakes() throws {
        let found = try sentences(
            """
            \(Self.head)
            ;a.example;;Premium;4H;fr
            Bon;bon.example;;Premium;4H;fr
            Sans;;;Premium;4H;fr
            Mauvais;gmail.com mileo.example b@d;x@;Gold;bientôt;klingon
            Court;court.example
            """
        )
        #expect(found.count == 10, "\(found)")
        #expect(found.first?.hasPrefix("2: the company’s name is missing") == true)
        #expect(found.contains { $0.hasPrefix("4: Sans has neither") })
        for part in [
            "gmail.com is a public provider", "mileo.example is our own", "“b@d” is not a domain",
            "“x@” is not an e-mail", "“Gold” is none of", "“bientôt” is not a delay",
            "“klingon” is neither",
        ] {
            #expect(found.contains { $0.hasPrefix("5: ") && $0.contains(part) }, "\(part)")
        }
        #expect(found.last == "6: 2 cells stand under the 6 columns of the head")
    }

    @Test(
        "refuses a head that cannot be right",
        arguments: [
            ("domains;contract\n", "no column “company”"),
            ("company;contract\n", "none of “domains”"),
            ("company;société;domains\n", "two columns are “company”"),
            ("company;domians\n", "did you mean “domains”"),
            ("", "the file is empty"), ("company;domains\n", "no client"),
        ]
    )
    func heads(text: String, part: String) throws {
        let found = try sentences(text)
        #expect(found.contains { $0.contains(part) }, "\(found)")
    }

    @Test(
        "refuses what no CRM writes",
        arguments: [
            "company;domains\n\"Roy;roy.example\n", "company;domains\n\"Roy\"x;roy.example\n",
        ]
    )
    func brokenQuotes(text: String) throws {
        #expect(try sentences(text).first?.hasPrefix("2: ") == true)
    }

    @Test("refuses other encodings")
    func otherEncodings() throws {
        for bytes in [[0xFF, 0xFE, 0x63, 0x00], [0x63, 0x00]] as [[UInt8]] {
            let file = ClientFile(bytes, house: try DeskWorld.house())
            #expect(file.problems.count == 1)
        }
    }

    @Test("refuses a company, a domain or an address that two rows claim")
    func doubles() throws {
        let found = try sentences(
            """
            \(Self.head)
            Roy;roy.example;a@roy.example;Premium;;
            ROY;other.example;;;;
            Petit;roy.example;;;;
            Blanc;;a@roy.example;;;
            """
        )
        #expect(
            found == [
                "3: the company “ROY” stands in line 2 already",
                "4: the domain roy.example belongs to “Roy” in line 2 already",
                "5: the address a@roy.example belongs to “Roy” in line 2 already",
            ]
        )
    }

    @Test("tells the claims of rows that have other mistakes, too")
    func doublesOfWrongRows() throws {
        let found = try sentences(
            """
            \(Self.head)
            Roy;roy.example;;Gold;;
            Petit;roy.example;;Premium;;
            Roy;roy.example;;;;
            """
        )
        #expect(
            found.map { $0.prefix(20) } == [
                "2: contract: “Gold” ", "3: the domain roy.ex", "4: the company “Roy”",
            ],
            "\(found)"
        )
    }

    @Test("takes no address of a colleague, a mailbox or a domain of ours for a client's")
    func ourOwn() throws {
        let colleague = try #require(try DeskWorld.house().company.staff.first?.address.text)
        let found = try sentences(
            """
            company;addresses
            Un;\(colleague)
            Deux;sav@mileo.example
            Trois;nobody@mileo.example
            """
        )
        #expect(
            found == [
                "2: addresses: \(colleague) is a colleague’s address, and no client’s",
                "3: addresses: sav@mileo.example is one of our mailboxes",
                "4: addresses: nobody@mileo.example stands under mileo.example, which is our own",
            ]
        )
    }

    @Test("ends on any bytes, and imports nothing that has a problem")
    func anyBytes() throws {
        let house = try DeskWorld.house()
        let good = Array(
            "company;domains;people;contract\nRoy;roy.example;\"A <a@roy.example>\";Comfort\n".utf8
        )
        var state: UInt64 = 42
        let next = { () -> Int in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        for _ in 1...3_000 {
            var bytes = good
            for _ in 0...(next() % 6) {
                bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next())
            }
            let file = ClientFile(bytes, house: house)
            let plan = ClientImport(file, registry: [])
            #expect(plan.problems.isEmpty || plan.changes.isEmpty)
            #expect(!plan.problems.isEmpty || !plan.changes.isEmpty)
        }
    }

    @Test("notes columns that are not read and people who are not on the staff")
    func notes() throws {
        let file = try read("company;domains;SIRET;manager\nRoy;roy.example;123;Jean Dupuis\n")
        #expect(file.problems.isEmpty)
        #expect(file.notes.map(\.line) == [1, 2])
    }

    @Test(
        "understands delays as people write them",
        arguments: [
            ("4H", "4 h"), ("GTI 4H", "4 h"), ("4 heures", "4 h"), ("8 heures ouvrées", "8 bh"),
            ("J+1", "1 bd"), ("2 jours ouvrés", "2 bd"), ("4 bh", "4 bh"), ("30 min", "30 min"),
        ]
    )
    func delays(text: String, delay: String) {
        #expect(ClientCells.gti(text)?.description == delay)
    }
}

@Suite("ClientImport")
struct ClientImportTests {
    private func imported(_ text: String, registry: [Client] = []) throws -> ClientImport {
        let file = ClientFile(Array(text.utf8), house: try DeskWorld.house())
        return ClientImport(file, registry: registry)
    }

    @Test("is new the first time, nothing the second, and keeps who was attached")
    func repeated() throws {
        let text = "company;domains;contract\nRoy;roy.example;Premium\nPetit;petit.example;\n"
        let first = try imported(text)
        #expect(first.changes.map(\.isNew) == [true, true])
        var registry = first.changes.map(\.client)
        registry[0].attached = [try DeskWorld.address("a@gmail.com")]
        let second = try imported(text, registry: registry)
        #expect(second.changes.isEmpty)
        #expect(second.unchanged == 2)
        let third = try imported(
            "company;domains;contract\nroy;roy.example;Comfort\n",
            registry: registry
        )
        let change = try #require(third.changes.first)
        #expect(change.fields.map(\.name) == ["company", "contract"])
        #expect(change.fields.last?.after == "comfort")
        #expect(change.client.attached == registry[0].attached)
        #expect(third.absent.map(\.text) == ["Petit"])
    }

    @Test("a column that the file has not leaves the value, an empty field under one empties it")
    func absentColumns() throws {
        let first = try imported(
            "company;domains;people;contract;gti;language;sites;contract start\n"
                + "Roy;roy.example;Alice <a@roy.example>;Premium;4H;en;Lyon;2026-01-01\n"
        )
        let registry = first.changes.map(\.client)
        let same = try imported("company;domains\nRoy;roy.example\n", registry: registry)
        #expect(same.unchanged == 1 && same.changes.isEmpty)
        let people = try imported(
            "company;addresses\nRoy;a@roy.example,b@roy.example\n",
            registry: registry
        )
        let change = try #require(people.changes.first)
        #expect(change.fields.map(\.name) == ["people"])
        #expect(change.client.people.map(\.name) == ["Alice", ""])
        #expect(change.client.domains == ["roy.example"])
        let emptied = try imported(
            "company;domains;contract;gti\nRoy;roy.example;;8H\n",
            registry: registry
        )
        #expect(emptied.changes.first?.fields.map(\.name) == ["contract", "gti"])
        #expect(emptied.changes.first?.client.contract == nil)
        #expect(emptied.changes.first?.client.sites == ["Lyon"])
    }

    @Test("a new value must go with the ones that stay")
    func besideWhatStays() throws {
        let registry = try imported(
            "company;domains;contract start\nRoy;roy.example;2026-06-01\n"
        ).changes.map(\.client)
        let found = try imported(
            "company;domains;contract end\nRoy;roy.example;2026-01-31\n",
            registry: registry
        )
        #expect(found.problems.map(\.sentence).first?.contains("before it starts") == true)
        let nobody = try imported("company;domains\nRoy;\n", registry: registry)
        #expect(nobody.problems.first?.sentence == "Roy has neither a domain nor an address")
    }

    @Test("a company whose row has a mistake is still one that the file names")
    func namedWithMistake() throws {
        let registry = try imported("company;domains\nX;x.example\n").changes.map(\.client)
        let found = try imported(
            "company;domains;contract\nX;x.example;Gold\nV;x.example;Premium\n",
            registry: registry
        )
        #expect(found.absent.isEmpty)
        #expect(found.problems.map(\.line) == [2, 3])
        #expect(found.problems.last?.sentence.contains("“X” in line 2 already") == true)
    }

    @Test("takes nothing from a client that the file does not name, nor from staff's hand")
    func claims() throws {
        var roy = Client(try #require(ClientName("Roy")))
        roy.domains = ["roy.example"]
        roy.attached = [try DeskWorld.address("x@other.example")]
        let text = "company;domains;addresses\nPetit;roy.example;x@other.example\n"
        let found = try imported(text, registry: [roy])
        #expect(found.problems.map(\.line) == [2, 2])
        #expect(found.changes.isEmpty)
    }

    @Test("gives the contract that is in force on a day")
    func force() throws {
        var client = Client(try #require(ClientName("Roy")))
        client.contract = .premium
        client.startsOn = Day("2026-01-01")
        client.endsOn = Day("31/12/2026")
        let levels = try ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map {
            client.contract(on: try #require(Day($0)))
        }
        #expect(levels == [nil, .premium, .premium, nil])
    }

    @Test("knows no day that the calendar does not have")
    func days() {
        for text in ["2026-02-29", "31/04/2026", "2026-13-01", "", "2026-1-1", "01/02/26", "x"] {
            #expect(Day(text) == nil, "\(text)")
        }
        #expect(Day("29/02/2028")?.text == "2028-02-29")
    }
}
