// The door to the registry.

package import Desk
package import Foundation

extension Store {
    /// Writes clients as a file describes them, all or none; the others stay as they are.
    ///
    /// - Returns: how many open tickets found their client by it.
    @discardableResult
    package func importClients(
        _ clients: [Client],
        at now: Date,
        contract: (Client) -> ContractLevel?
    ) throws(StoreError) -> Int {
        try ordered { writer throws(StoreError) in
            try writer.importClients(clients, at: now, contract: contract)
        }
    }

    /// Attaches an address to a client of the registry.
    ///
    /// - Returns: how many open tickets found their client by it.
    @discardableResult
    package func attach(
        _ address: EmailAddress,
        to client: ClientName,
        at now: Date,
        contract: (Client) -> ContractLevel?
    ) throws(StoreError) -> Int {
        try ordered { writer throws(StoreError) in
            try writer.attach(address, to: client, at: now, contract: contract)
        }
    }
}

extension StoreReader {
    /// The registry, by name.
    package func clients() throws(StoreError) -> [Client] {
        try read { connection throws(StoreError) in try connection.clients() }
    }

    /// The client of that name.
    package func client(named name: ClientName) throws(StoreError) -> Client? {
        try read { connection throws(StoreError) in
            guard let row = try connection.clientRow(named: name) else { return nil }
            return try connection.client(row: row)
        }
    }

    /// The client to whom an address belongs.
    package func client(of address: EmailAddress) throws(StoreError) -> Client? {
        try read { connection throws(StoreError) in try connection.client(of: address) }
    }
}
