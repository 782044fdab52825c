// Every state with every event.

import Gateway
import Testing

@Suite("The supervisor's states")
struct SupervisorStateTests {
    private struct Row: Sendable {
        let state: Supervisor.State
        let event: Supervisor.Event
        let next: Supervisor.State
        let order: Supervisor.Order

        init(
            _ state: Supervisor.State,
            _ event: Supervisor.Event,
            _ next: Supervisor.State,
            _ order: Supervisor.Order
        ) {
            (self.state, self.event, self.next, self.order) = (state, event, next, order)
        }
    }

    private static let table = [
        Row(.starting, .started, .running, .announce),
        Row(.starting, .stopAsked, .stopping, .stopServices),
        Row(.starting, .reloadAsked, .starting, .reloadLater),
        Row(.starting, .servicesEnded, .starting, .nothing),
        Row(.starting, .patienceEnded, .starting, .nothing),
        Row(.running, .started, .running, .nothing),
        Row(.running, .stopAsked, .stopping, .stopServices),
        Row(.running, .reloadAsked, .running, .reload),
        Row(.running, .servicesEnded, .running, .nothing),
        Row(.running, .patienceEnded, .running, .nothing),
        Row(.stopping, .started, .stopping, .nothing),
        Row(.stopping, .stopAsked, .stopping, .nothing),
        Row(.stopping, .reloadAsked, .stopping, .nothing),
        Row(.stopping, .servicesEnded, .stopped, .nothing),
        Row(.stopping, .patienceEnded, .stopped, .leaveBehind),
        Row(.stopped, .started, .stopped, .nothing),
        Row(.stopped, .stopAsked, .stopped, .nothing),
        Row(.stopped, .reloadAsked, .stopped, .nothing),
        Row(.stopped, .servicesEnded, .stopped, .nothing),
        Row(.stopped, .patienceEnded, .stopped, .nothing),
    ]

    @Test("lead where the table says", arguments: Self.table.indices)
    func everyPair(place: Int) {
        let row = Self.table[place]
        let (state, order) = row.state.after(row.event)
        #expect(state == row.next)
        #expect(order == row.order)
    }

    @Test("are all in the table with every event")
    func wholeTable() {
        let pairs = Set(Self.table.map { "\($0.state) \($0.event)" })
        #expect(pairs.count == Self.table.count)
        #expect(pairs.count == Supervisor.State.allCases.count * Supervisor.Event.allCases.count)
    }
}
