// The supervisor and its services, in simulated time: order, trouble, reload, stop, watchdog.

import Desk
import Foundation
import Gateway
import Testing

@Suite("The supervisor", .timeLimit(.minutes(10)))
struct SupervisorTests {
    private static let start = [
        "starting", "began outbox", "began mailbox sav", "began mailbox reclamations",
        "began clock", "running",
    ]
    private static let stop = [
        "ended clock", "ended mailbox reclamations", "ended mailbox sav", "ended outbox",
    ]

    @Test("starts in order and stops in reverse")
    func order() throws {
        let stage = try ServiceStage()
        stage.begin()
        #expect(stage.events == Self.start)
        #expect(stage.snapshot?.state == .running)
        stage.end()
        #expect(stage.events == Self.start + ["stopping"] + Self.stop + ["stopped"])
        #expect(stage.snapshot?.state == .stopped)
    }

    @Test("acknowledges a mail at the moment of its filing")
    func latency() throws {
        let stage = try ServiceStage()
        stage.begin()
        stage.inboxes[0].put("alice")
        stage.advance(by: 5)
        #expect(stage.postmen[0].handedOver.map(\.seconds) == [5])
        #expect(stage.postmen[0].handedOver.map(\.recipient) == ["alice@client.example"])
        #expect(stage.inboxes[0].marked.count == 1)
        stage.end()
        #expect(stage.events.filter { $0.hasPrefix("sav took in") } == ["sav took in 1/1"])
    }

    @Test("waits for a letter's own moment")
    func laterLetter() throws {
        let stage = try ServiceStage()
        stage.begin()
        stage.postmen[0].putOff(by: 62.5)
        stage.inboxes[0].put("alice")
        stage.advance(by: 100)
        #expect(stage.postmen[0].handedOver.map(\.seconds) == [67.5])
        stage.end()
    }

    @Test("lets one mailbox fail by itself, tells once, and backs off")
    func failingMailbox() throws {
        let stage = try ServiceStage()
        stage.inboxes[1].fail(ScriptedInbox.Failure())
        stage.begin()
        stage.advance(by: 700)
        #expect(stage.inboxes[1].attempts == [0, 1, 3, 7, 15, 31, 63, 127, 255, 405, 555])
        #expect(stage.inboxes[0].attempts == Array(stride(from: 0, through: 700, by: 5)))
        #expect(
            stage.events.filter { $0.contains("failed") }
                == ["mailbox reclamations failed: the server does not answer"]
        )
        let standing = stage.snapshot?.services[.mailbox(stage.inboxes[1].mailbox)]
        #expect(standing?.failures == 11)
        #expect(standing?.nextTry == SimulatedClock.start.addingTimeInterval(705))
        stage.inboxes[1].fail(nil)
        stage.advance(by: 10)
        #expect(
            stage.events.filter { $0.contains("recovered") }
                == ["mailbox reclamations recovered after 11"]
        )
        stage.end()
        #expect(stage.snapshot?.services[.mailbox(stage.inboxes[1].mailbox)]?.failures == 0)
    }

    @Test("spreads the attempts by chance")
    func jitter() throws {
        let stage = try ServiceStage(mailboxes: ["sav"], chance: 0.5)
        stage.inboxes[0].fail(ScriptedInbox.Failure())
        stage.begin()
        stage.advance(by: 25)
        #expect(stage.inboxes[0].attempts == [0, 1.5, 4.5, 10.5, 22.5])
        stage.end()
    }

    @Test("does not hammer a server that refuses for good")
    func lastingFailure() throws {
        let stage = try ServiceStage(mailboxes: ["sav"])
        stage.inboxes[0].fail(.init(sentence: "wrong password", isTemporary: false))
        stage.begin()
        stage.advance(by: 200)
        #expect(stage.inboxes[0].attempts == [0, 60, 120, 180])
        stage.end()
    }

    @Test("lets one way out fail by itself, and repeats nothing")
    func failingWayOut() throws {
        let stage = try ServiceStage()
        stage.postmen[0].fail(ScriptedInbox.Failure())
        stage.begin()
        stage.inboxes[0].put("alice")
        stage.inboxes[1].put("bruno")
        stage.advance(by: 20)
        #expect(stage.postmen[0].handedOver.isEmpty)
        #expect(stage.postmen[1].handedOver.map(\.recipient) == ["bruno@client.example"])
        stage.postmen[0].fail(nil)
        stage.advance(by: 20)
        #expect(stage.postmen[0].handedOver.map(\.recipient) == ["alice@client.example"])
        #expect(stage.events.filter { $0.contains("outbox/sav failed") }.count == 1)
        #expect(stage.events.filter { $0.contains("outbox/sav recovered") }.count == 1)
        stage.end()
    }

    @Test("tells a complaint once, not at every pass")
    func complaints() throws {
        let stage = try ServiceStage(mailboxes: ["sav"])
        stage.inboxes[0].complain(["a pipe lies in new/"])
        stage.begin()
        stage.advance(by: 60)
        let complaints = { stage.events.filter { $0.contains("complains") }.count }
        #expect(complaints() == 1)
        stage.inboxes[0].complain([])
        stage.advance(by: 10)
        stage.inboxes[0].complain(["a pipe lies in new/"])
        stage.advance(by: 10)
        #expect(complaints() == 2)
        stage.end()
    }

    @Test("finishes the mail in hand, with its letter, before it stops")
    func mailInHand() throws {
        let stage = try ServiceStage(mailboxes: ["sav"])
        let gate = DispatchSemaphore(value: 0)
        stage.inboxes[0].hang(on: gate)
        stage.inboxes[0].put("alice")
        stage.begin(resting: stage.restingCount - 1)
        stage.inboxes[0].waitForPass()
        stage.supervisor.askToStop()
        stage.wait(for: "ended clock")
        gate.signal()
        stage.waitForEnd()
        #expect(stage.postmen[0].handedOver.count == 1)
        // The outbox works beside the mailbox: only its end is last.
        let intake = ["filed file", "sav took in 1/1", "ended mailbox sav"]
        #expect(stage.events.filter(intake.contains) == intake)
        let letter = ["sent alice@client.example", "ended outbox", "stopped"]
        #expect(stage.events.filter(letter.contains) == letter)
        #expect(stage.events.suffix(2) == ["ended outbox", "stopped"])
    }

    @Test("leaves behind, after its patience, a service that does not end")
    func leftBehind() throws {
        let stage = try ServiceStage(mailboxes: ["sav"])
        let gate = DispatchSemaphore(value: 0)
        stage.inboxes[0].hang(on: gate)
        stage.begin(resting: stage.restingCount - 1)
        stage.inboxes[0].waitForPass()
        stage.supervisor.askToStop()
        stage.wait(for: "ended clock")
        stage.clock.pass(Supervisor.patienceSeconds)
        stage.waitForEnd()
        #expect(stage.events.suffix(2) == ["left behind mailbox sav", "stopped"])
        gate.signal()
    }

    @Test("works by new settings after a reload, and forgets what is no more")
    func reload() throws {
        let stage = try ServiceStage { world in
            var world = world
            world.inboxes.removeLast()
            return world
        }
        stage.begin()
        stage.supervisor.askToReload()
        stage.wait(for: "reloaded")
        stage.clock.settle(stage.restingCount - 1)
        let events = stage.events
        #expect(
            Array(events.dropFirst(Self.start.count))
                == ["reloading"] + Self.stop
                + ["began outbox", "began mailbox sav", "began clock", "reloaded"]
        )
        #expect(stage.snapshot?.services.count == 3)
        stage.end()
    }

    @Test("keeps the old settings where the new ones are broken, and says why")
    func brokenReload() throws {
        let stage = try ServiceStage { _ in
            throw ReloadRefusal(sentences: ["sav.yaml:3:1: unknown key", "another"])
        }
        stage.begin()
        stage.supervisor.askToReload()
        stage.wait(for: "refused: sav.yaml:3:1: unknown key | another")
        stage.advance(by: 10)
        #expect(
            Array(stage.events.dropFirst(Self.start.count))
                == ["reloading", "refused: sav.yaml:3:1: unknown key | another"]
        )
        #expect(stage.inboxes[0].attempts == [0, 5, 10])
        stage.end()
    }

    @Test("feeds the watchdog while the services make progress, and no longer")
    func watchdog() throws {
        let stage = try ServiceStage(mailboxes: ["sav"], beatSeconds: 30)
        let gate = DispatchSemaphore(value: 0)
        stage.begin()
        stage.advance(by: 65)
        #expect(stage.beats == [0, 30, 60])
        stage.inboxes[0].hang(on: gate)
        stage.clock.pass(5)
        stage.inboxes[0].waitForPass()
        stage.clock.settle(stage.restingCount - 1)
        stage.advance(by: 350, resting: stage.restingCount - 1)
        #expect(stage.beats.last == 360)
        #expect(stage.events.contains("stuck mailbox sav"))
        gate.signal()
        stage.end()
    }
}
