// Commands of the staff at the shell: the real program, its rules, its transcript, its exit codes.

import Foundation
import TestSupport
import Testing

@Suite("guichet do")
struct DoTests {
    /// A counter with two dossiers of one client; returns their numbers.
    private func open(_ counter: Counter) throws -> [String] {
        try counter.lay(Counter.mail(id: "1@client.example", subject: "Lecteur"), name: "1")
        try counter.lay(
            Counter.mail(id: "2@client.example", subject: "Caméra", text: "La caméra est noire."),
            name: "2"
        )
        #expect(try counter.run("run", "--once").code == 0)
        return try counter.values("number", "tickets").sorted()
    }

    /// The client writes again, about the second dossier.
    private func layReply(to number: String, in counter: Counter) throws {
        let mail = Counter.mail(
            id: "3@client.example",
            subject: "Re: [\(number)] Caméra",
            text: "Et toujours rien."
        )
        try counter.lay(mail, name: "3")
    }

    @Test("carries out commands, prints the transcript and holds the text for the client")
    func carriesOut() throws {
        let counter = try Counter()
        let number = try open(counter)[0]
        let run = try counter.run(
            "do",
            number,
            "#prendre",
            "#critique porte HS",
            "--as",
            "Karim",
            "--message",
            "Bonjour, nous venons demain."
        )
        #expect(run.code == 0, "\(run.complaints)")
        #expect(run.output.contains("> #prendre\n  Confié à Karim Haddad."))
        #expect(run.output.contains("| Bonjour, nous venons demain."))
        #expect(run.output.contains("Pour annuler : #annuler "))
        let shown = try counter.run("show", number)
        #expect(shown.output.contains("karim.haddad@mileo.example"))
        #expect(try counter.values("state", "outbox").filter { $0 == "queued" }.count == 1)
    }

    @Test("answers the client with a text alone, and shows every letter that the client gets")
    func answersAlone() throws {
        let counter = try Counter()
        let number = try open(counter)[0]
        let plain = try counter.run("do", number, "--as", "Karim", "--message", "Nous venons.")
        #expect(plain.code == 0, "\(plain.complaints)")
        #expect(plain.output.contains("| Nous venons."))
        #expect(try counter.values("kind", "outbox").contains("answer"))
        let both = try counter.run(
            "do",
            number,
            "#résolu",
            "--as",
            "Karim",
            "--message",
            "C’est réparé."
        )
        let answer = try #require(both.output.firstRange(of: "| C’est réparé."))
        let question = try #require(both.output.firstRange(of: "Un mot suffit"))
        #expect(answer.lowerBound < question.lowerBound, "in the order in which they leave")
        let empty = try counter.run("do", number, "--as", "Karim")
        #expect(empty.code == 64 && empty.complaints.contains("do wants commands"))
    }

    @Test("undoes by the code, and stops what has not left")
    func undoes() throws {
        let counter = try Counter()
        let number = try open(counter)[0]
        let code = try #require(
            try counter.values(
                "undo",
                "do",
                number,
                "#prendre",
                "--as",
                "Karim",
                "--message",
                "Nous venons."
            ).first
        )
        let run = try counter.run("do", number, "#annuler \(code)", "--as", "Karim")
        #expect(run.code == 0)
        #expect(run.output.contains("arrêté avant son départ"), "\(run.output)")
        #expect(try counter.values("state", "outbox").contains("failed"))
        let again = try counter.run("do", number, "#annuler \(code)", "--as", "Karim")
        #expect(again.code == 65 && again.output.contains("déjà servi"))
    }

    @Test("merges and changes the procedure, and what is told to the client follows")
    func reachesBeyond() throws {
        let counter = try Counter()
        let numbers = try open(counter)
        let merged = try counter.run("do", numbers[1], "#fusionner \(numbers[0])", "--as", "Karim")
        #expect(merged.code == 0, "\(merged.output)")
        let changed = try counter.run("do", numbers[0], "#réclamation", "--as", "Karim")
        #expect(changed.code == 0 && changed.output.contains("REC-"), "\(changed.output)")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(
            try counter.values("kind", "outbox").filter { $0 == "complaint-acknowledgement" }.count
                == 1
        )
        // The client's answer to the first number arrives where it goes on.
        try layReply(to: numbers[1], in: counter)
        #expect(try counter.run("run", "--once").code == 0)
        let complaint = try #require(
            try counter.values("number", "tickets").first { $0.hasPrefix("REC") }
        )
        #expect(try counter.run("show", complaint).output.contains("Re: [\(numbers[1])] Caméra"))
    }

    @Test("tells of a further mail with the last exchanges of both dossiers")
    func exchangesOfBoth() throws {
        let counter = try Counter(notifies: true)
        let numbers = try open(counter)
        let merged = try counter.run("do", numbers[1], "#fusionner \(numbers[0])", "--as", "Karim")
        #expect(merged.code == 0, "\(merged.output)")
        try layReply(to: numbers[0], in: counter)
        #expect(try counter.run("run", "--once").code == 0)
        let told = try counter.letters().map(StaffByMailTests.plain).filter {
            $0.contains("Et toujours rien.") && $0.contains("Derniers échanges")
        }
        let exchanges = told.first?.components(separatedBy: "Derniers échanges")[1] ?? ""
        let places = ["La caméra est noire.", "lecteur"].map { exchanges.range(of: $0) }
        #expect(places.allSatisfy { $0 != nil }, "\(exchanges.prefix(800))")
    }

    @Test("undoes a merger from either dossier, by the code", arguments: [0, 1])
    func undoesMerger(from place: Int) throws {
        let counter = try Counter()
        let numbers = try open(counter)
        let merged = try counter.values(
            "undo",
            "do",
            numbers[1],
            "#fusionner \(numbers[0])",
            "--as",
            "Karim"
        )
        let code = try #require(merged.first)
        let run = try counter.run("do", numbers[place], "#annuler \(code)", "--as", "Karim")
        #expect(run.code == 0, "\(run.output)")
        #expect(run.output.contains("de nouveau deux dossiers"), "\(run.output)")
        #expect(try counter.values("state", "tickets") == ["new", "new"])
        // What is written about it arrives where it did before.
        try layReply(to: numbers[1], in: counter)
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.run("show", numbers[1]).output.contains("Re: [\(numbers[1])] Caméra"))
    }

    @Test("splits the client’s last mail off")
    func splits() throws {
        let counter = try Counter()
        let number = try open(counter)[0]
        #expect(try counter.run("do", number, "#séparer", "--as", "Karim").code == 65)
        try counter.lay(
            Counter.mail(
                id: "3@client.example",
                subject: "Re: [\(number)] Lecteur",
                text: "Au fait, le portail grince depuis lundi."
            ),
            name: "3"
        )
        #expect(try counter.run("run", "--once").code == 0)
        let run = try counter.run("do", number, "#séparer", "--as", "Karim")
        #expect(run.code == 0, "\(run.output)")
        #expect(try counter.values("number", "tickets").count == 3)
    }

    @Test("answers what needs no dossier, to those who may ask")
    func house() throws {
        let counter = try Counter()
        _ = try open(counter)
        let asked = try counter.run(
            "do",
            "#état",
            "#droit-accès a.roy@client.example",
            "--as",
            "ines.rolland@mileo.example"
        )
        #expect(asked.code == 0)
        #expect(asked.output.contains("2 mails reçus = 2 dossiers ouverts"))
        #expect(asked.output.contains("Données conservées sur a.roy@client.example"))
        let refused = try counter.run("do", "#état", "#mes-tickets", "--as", "Karim")
        #expect(refused.code == 65 && refused.output.contains("réservé à l’administration"))
        #expect(try counter.run("do", "#prendre", "--as", "Karim").code == 65)
    }

    @Test("opens a dossier for whoever telephoned, confirmed in writing")
    func telephone() throws {
        let counter = try Counter()
        let run = try counter.run(
            "do",
            "#ouvrir b.dubois@autre.example portail bloqué",
            "--as",
            "Karim",
            "--message",
            "Le portail de la cour est bloqué."
        )
        #expect(run.code == 0, "\(run.output)\(run.complaints)")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.letterFields("To").contains { $0.contains("b.dubois@autre.example") })
        let empty = try counter.run("do", "#ouvrir b.dubois@autre.example", "--as", "Karim")
        #expect(empty.code == 65)
        let ours = try counter.run(
            "do",
            "#ouvrir karim.haddad@mileo.example",
            "--as",
            "Karim",
            "--message",
            "x"
        )
        #expect(ours.code == 64)
    }

    @Test(
        "is called wrongly with a sentence and a code",
        arguments: [
            (["do", "NUMBER", "#prendre"], 64, "--as NAME"),
            (["do", "NUMBER", "prendre", "--as", "Karim"], 64, "commands begin with #"),
            (["do", "NUMBER", "#prendre", "--as", "Karine"], 64, "nobody called"),
            (["do", "NUMBER", "#prendre", "--as", "x\u{1B}[2J"], 64, "nobody called"),
            (["do", "SAV-2026-000999", "#prendre", "--as", "Karim"], 64, "check digit"),
            (["do", "NUMBER"], 64, "wants"), (["do"], 64, "wants more"),
        ] as [([String], Int32, String)]
    )
    func misuse(arguments: [String], code: Int32, expected: String) throws {
        let counter = try Counter()
        let number = try open(counter)[0]
        let run = try BuiltProgram.run(
            arguments.map { $0 == "NUMBER" ? number : $0 }
                + [
                    "--config", counter.folder.path("config"), "--state",
                    counter.folder.path("state"),
                ]
        )
        #expect(run.code == code, "\(run.output)\(run.complaints)")
        #expect(run.complaints.contains(expected), "\(run.complaints)")
        #expect(!run.complaints.contains("\u{1B}"))
    }

    @Test("knows whose login it is")
    func login() throws {
        let counter = try Counter()
        let number = try open(counter)[0]
        let run = try counter.run(
            "do",
            number,
            "#prendre",
            environment: ["USER": "karim.haddad"]
        )
        #expect(run.code == 0 && run.output.contains("Karim Haddad"), "\(run.complaints)")
    }

    @Test("notes an absence that the next dossier’s handler follows")
    func absence() throws {
        let counter = try Counter()
        let noted = try counter.run("do", "#absence Léa aujourd’hui", "--as", "Paul")
        #expect(noted.code == 0, "\(noted.output)")
        let complaint = Counter.mail(
            id: "9@client.example",
            to: "reclamations@mileo.example",
            subject: "Réclamation",
            text: "Je suis très mécontent de votre intervention."
        )
        try counter.lay(complaint, in: "reclamations", name: "9")
        #expect(try counter.run("run", "--once").code == 0)
        #expect(try counter.values("handler", "tickets") == ["hugo.besnard@mileo.example"])
    }
}
