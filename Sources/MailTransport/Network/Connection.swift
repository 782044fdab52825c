// One open, encrypted and authenticated connection. libcurl does what it is best at (TLS,
// certificates, STARTTLS, SASL); from then on only bytes pass, and our own wires say what they
// mean, because libcurl's own IMAP and SMTP lose data.
//
// A connection has one owner and is used by one thread at a time. It is closed with its owner;
// saying goodbye is the wires' business.

import CCurl
import Desk
package import Foundation
import Glibc

/// Timeouts of a connection, each for one operation.
package struct Timeouts: Hashable, Sendable {
    /// Opening: name, TCP, TLS, greeting, login.
    package var openMilliseconds = 30_000
    /// Waiting for the next byte of an answer.
    package var readMilliseconds = 60_000
    /// Handing over the next byte.
    package var writeMilliseconds = 60_000

    /// The default timeouts.
    package init() {}

    /// The same timeout for everything.
    package init(milliseconds: Int) {
        openMilliseconds = milliseconds
        readMilliseconds = milliseconds
        writeMilliseconds = milliseconds
    }
}

/// An open connection to a mail server.
package final class Connection {
    private let handle: CurlHandle
    private let descriptor: Int32
    private let timeouts: Timeouts
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    /// The server.
    package let endpoint: Endpoint
    /// Quotes the server in sentences.
    let quotation: Quotation
    /// By how many seconds the server's clock is ahead, as far as it tells.
    private(set) var clockDifference: TimeInterval?

    /// Opens, encrypts and logs in, or says why that failed.
    ///
    /// A token that the server refuses is thrown away, and a new one is tried once.
    package static func open(
        _ endpoint: Endpoint,
        as account: Account,
        now: Date,
        timeouts: Timeouts = Timeouts()
    ) throws(TransportError) -> Connection {
        let login = try account.login(at: now)
        do throws(TransportError) {
            let connection = try Connection(endpoint, login, timeouts, now: now)
            if case .token(_, let source, _) = account {
                connection.clockDifference = connection.clockDifference ?? source.clockDifference
            }
            return connection
        } catch {
            guard error.code == .loginRefused, case .token(_, let source, _) = account,
                case .token(_, let refused, _) = login
            else { throw error }
            source.forget(refused)
            return try Connection(endpoint, try account.login(at: now), timeouts, now: now)
        }
    }

    private init(
        _ endpoint: Endpoint,
        _ login: Login,
        _ timeouts: Timeouts,
        now: Date
    ) throws(TransportError) {
        let opening = try ConnectionOpening(endpoint, login, timeouts)
        handle = try opening.perform()
        guard let descriptor = handle.socket() else {
            throw TransportError(
                .closed,
                "\(endpoint.shown) has closed the connection at once; it is tried again by itself"
            )
        }
        self.descriptor = descriptor
        self.endpoint = endpoint
        quotation = login.quotation
        clockDifference = opening.greetingMoment?.timeIntervalSince(now)
        self.timeouts = timeouts
    }

    /// The last day of the server's certificate, as the certificate writes it; nil without TLS.
    package var certificateExpiry: String? {
        let name = "Expire date:"
        return handle.certificate().first { $0.hasPrefix(name) }
            .map { $0.dropFirst(name.count).trimmingCharacters(in: .whitespaces) }
    }

    // MARK: Sending

    /// Hands all bytes over.
    package func send(_ bytes: [UInt8]) throws(TransportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try sendSome(rest)
            rest = rest.dropFirst(count)
            guard count == 0 else { continue }
            guard wait(for: POLLOUT, milliseconds: timeouts.writeMilliseconds) else {
                throw TransportError(
                    .mute,
                    "\(endpoint.shown) takes no more bytes; it is tried again by itself"
                )
            }
        }
    }

    /// Hands over what the connection takes now; none where it must be waited for.
    ///
    /// With 0 the same bytes must be offered again: a part may be on its way already.
    func sendSome(_ bytes: ArraySlice<UInt8>) throws(TransportError) -> Int {
        let (code, count) = handle.send(bytes)
        switch code {
        case CURLE_OK: return count
        case CURLE_AGAIN: return 0
        default: throw broken(code)
        }
    }

    // MARK: Receiving

    /// What has arrived, without waiting; none where nothing has.
    ///
    /// TLS may hold bytes that the socket no longer shows: ask this before waiting.
    func receiveSome() throws(TransportError) -> ArraySlice<UInt8> {
        let (code, count) = handle.receive(into: &buffer)
        switch code {
        case CURLE_OK where count > 0: return buffer[..<count]
        case CURLE_OK:
            throw TransportError(
                .closed,
                "\(endpoint.shown) has closed the connection; it is tried again by itself"
            )
        case CURLE_AGAIN: return []
        default: throw broken(code)
        }
    }

    /// The next bytes; waits for them.
    package func receive() throws(TransportError) -> ArraySlice<UInt8> {
        while true {
            let bytes = try receiveSome()
            guard bytes.isEmpty else { return bytes }
            guard wait(for: POLLIN, milliseconds: timeouts.readMilliseconds) else { throw mute }
        }
    }

    /// What ended a wait.
    enum Wait: Hashable, Sendable {
        /// The connection is ready, or broken: reading tells.
        case ready
        /// Somebody rang.
        case interrupted
        /// The time is over.
        case over
    }

    /// Waits until there is something to read, somebody rings, or the time is over.
    ///
    /// The bell is a descriptor that becomes readable when somebody rings; it is not read.
    func waitForBytes(milliseconds: Int, or bell: Int32?) -> Wait {
        // A negative descriptor is one that poll passes over.
        var questions = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: bell ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        let answer = unsafe poll(&questions, 2, Int32(clamping: milliseconds))
        if answer <= 0 { return .over }
        return questions[1].revents != 0 ? .interrupted : .ready
    }

    /// Waits until bytes can be read, or also written; false when the time is over.
    func waitForTurn(writing: Bool, milliseconds: Int) -> Bool {
        wait(for: writing ? POLLIN | POLLOUT : POLLIN, milliseconds: milliseconds)
    }

    /// A server that says nothing although it should.
    var mute: TransportError {
        TransportError(
            .mute,
            "\(endpoint.shown) has not answered for \(timeouts.readMilliseconds / 1000) seconds; "
                + "it is tried again by itself"
        )
    }

    private func wait(for events: Int32, milliseconds: Int) -> Bool {
        var question = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while true {
            let answer = unsafe poll(&question, 1, Int32(clamping: milliseconds))
            if answer < 0 && errno == EINTR { continue }
            return answer != 0
        }
    }

    private func broken(_ code: CURLcode) -> TransportError {
        TransportError(
            .closed,
            "the connection to \(endpoint.shown) broke: \(handle.said(code).fitForSentence); "
                + "it is tried again by itself"
        )
    }
}
