// The supervisor's states and what each event does in each: pure, so that every pair can be tried.

extension Supervisor {
    /// How far the service has come.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Services are being started, in their order.
        case starting
        /// All services are at work.
        case running
        /// Services are being stopped, in reverse order.
        case stopping
        /// Nothing runs any more.
        case stopped
    }

    /// What can happen to it.
    package enum Event: String, Hashable, Sendable, CaseIterable {
        /// All services were started.
        case started
        /// Somebody wants it to end.
        case stopAsked
        /// Somebody wants the settings to be read anew.
        case reloadAsked
        /// All services have ended.
        case servicesEnded
        /// The time for ending well is over.
        case patienceEnded
    }

    /// What it does then.
    package enum Order: String, Hashable, Sendable {
        /// Nothing.
        case nothing
        /// Tells that it is ready.
        case announce
        /// Reads the settings anew.
        case reload
        /// Reads the settings anew as soon as it runs.
        case reloadLater
        /// Asks the services to stop.
        case stopServices
        /// Leaves behind what has not ended.
        case leaveBehind
    }
}

extension Supervisor.State {
    /// The next state, and what is done on the way.
    package func after(_ event: Supervisor.Event) -> (state: Self, order: Supervisor.Order) {
        switch (self, event) {
        case (.starting, .started): (.running, .announce)
        case (.starting, .stopAsked), (.running, .stopAsked): (.stopping, .stopServices)
        case (.starting, .reloadAsked): (.starting, .reloadLater)
        case (.running, .reloadAsked): (.running, .reload)
        case (.stopping, .servicesEnded): (.stopped, .nothing)
        case (.stopping, .patienceEnded): (.stopped, .leaveBehind)
        case (.starting, .servicesEnded), (.starting, .patienceEnded),
            (.running, .started), (.running, .servicesEnded), (.running, .patienceEnded),
            (.stopping, .started), (.stopping, .stopAsked), (.stopping, .reloadAsked),
            (.stopped, _):
            (self, .nothing)
        }
    }
}
