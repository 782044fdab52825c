// The one owner of a libcurl handle. Pointers do not leave this file and the two that use it to
// open a connection and to ask for a token; everything else sees bytes and errors.
//
// A handle is used by one thread at a time: whoever owns this object sees to that.

import CCurl
import Glibc

/// A libcurl "easy" handle with the buffer for its error sentences.
// Both pointers are made in init and freed in deinit, and nowhere else.
@safe
final class CurlHandle {
    private let handle: UnsafeMutableRawPointer
    private let sentence: UnsafeMutablePointer<CChar>
    private let words: CurlBytes

    // libcurl must be prepared once in a process; a static is initialised once.
    private static let isPrepared = guichet_curl_prepare() == CURLE_OK

    /// Makes a handle; what the server sends that is not content for us is kept, up to a limit.
    init(keepingAtMost bytesMaximum: Int) throws(TransportError) {
        guard Self.isPrepared, let handle = unsafe curl_easy_init() else {
            throw TransportError(.exhausted, "libcurl has no memory for a connection")
        }
        unsafe self.handle = handle
        unsafe sentence = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe sentence.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        words = CurlBytes(maximum: bytesMaximum)
        _ = unsafe guichet_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, sentence)
        set(CURLOPT_NOSIGNAL, 1)
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe sentence.deallocate()
    }

    /// Sets an option that is a number.
    func set(_ option: CURLoption, _ value: Int) {
        let code = unsafe guichet_curl_set_long(handle, option, value)
        precondition(code == CURLE_OK, "libcurl does not know an option that it must know")
    }

    /// Sets an option that is a text; libcurl copies it.
    func set(_ option: CURLoption, _ value: String) {
        let code = unsafe guichet_curl_set_text(handle, option, value)
        precondition(code == CURLE_OK, "libcurl does not know an option that it must know")
    }

    /// Has what arrives by `function` kept: CURLOPT_HEADERFUNCTION, CURLOPT_WRITEFUNCTION.
    func collect(_ function: CURLoption, _ data: CURLoption) {
        let context = unsafe Unmanaged.passUnretained(words).toOpaque()
        _ = unsafe guichet_curl_set_pointer(handle, data, context)
        // libcurl calls this only within `perform`, while `words` lives.
        _ = unsafe guichet_curl_set_taker(handle, function) { bytes, size, count, context in
            guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
            let words = unsafe Unmanaged<CurlBytes>.fromOpaque(context).takeUnretainedValue()
            let raw = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
            return unsafe words.take(raw) ? size * count : 0
        }
    }

    /// Does what the options say.
    func perform() -> CURLcode {
        unsafe curl_easy_perform(handle)
    }

    /// What was kept.
    var kept: [UInt8] { words.bytes }

    /// libcurl's own words for the last failure.
    func said(_ code: CURLcode) -> String {
        let text = unsafe String(cString: sentence)
        return text.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : text
    }

    /// A number that libcurl knows of the last transfer.
    func number(_ info: CURLINFO) -> Int {
        var value = 0
        _ = unsafe guichet_curl_get_long(handle, info, &value)
        return value
    }

    /// A field in the header of an HTTP answer.
    func field(_ name: String) -> String? {
        var header: UnsafeMutablePointer<curl_header>?
        // 1 is CURLH_HEADER: what the server itself sent; -1 is the last answer.
        guard unsafe curl_easy_header(handle, name, 0, 1, -1, &header) == CURLHE_OK,
            let value = unsafe header?.pointee.value
        else { return nil }
        return unsafe String(cString: value)
    }

    /// The socket of a connection that was only opened.
    func socket() -> Int32? {
        var value: Int32 = -1
        let code = unsafe guichet_curl_get_socket(handle, &value)
        return code == CURLE_OK && value >= 0 ? value : nil
    }

    /// Hands bytes over; the count says how many were taken.
    func send(_ bytes: ArraySlice<UInt8>) -> (code: CURLcode, count: Int) {
        var count = 0
        let code = unsafe bytes.withUnsafeBytes { raw in
            unsafe curl_easy_send(handle, raw.baseAddress, raw.count, &count)
        }
        return (code, count)
    }

    /// Takes what has arrived into a buffer.
    func receive(into buffer: inout [UInt8]) -> (code: CURLcode, count: Int) {
        var count = 0
        let code = unsafe buffer.withUnsafeMutableBytes { raw in
            unsafe curl_easy_recv(handle, raw.baseAddress, raw.count, &count)
        }
        return (code, count)
    }

    /// The fields of the server's own certificate, as `Name:value`.
    func certificate() -> [String] {
        var info: UnsafeMutablePointer<curl_certinfo>?
        guard unsafe guichet_curl_get_certificates(handle, &info) == CURLE_OK,
            let info = unsafe info, unsafe info.pointee.num_of_certs > 0
        else { return [] }
        var fields: [String] = []
        var entry = unsafe info.pointee.certinfo[0]
        while let field = unsafe entry {
            if let text = unsafe field.pointee.data { unsafe fields.append(String(cString: text)) }
            unsafe entry = unsafe field.pointee.next
        }
        return fields
    }
}

/// Bytes that libcurl hands over while it works.
final class CurlBytes {
    private(set) var bytes: [UInt8] = []
    private let maximum: Int

    init(maximum: Int) { self.maximum = maximum }

    /// Keeps bytes; false ends the transfer, because nobody may send without an end.
    func take(_ more: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count + more.count <= maximum else { return false }
        unsafe bytes.append(contentsOf: more)
        return true
    }
}
