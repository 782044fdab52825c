#pragma once
#include <curl/curl.h>

// Only what Swift cannot call by itself; each with its reason.

// curl_easy_setopt takes variable arguments, which the importer leaves out: one wrapper for each
// type of argument that is needed.
static inline CURLcode guichet_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode guichet_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode guichet_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode guichet_curl_set_taker(
    CURL *handle, CURLoption option,
    size_t (*value)(char *bytes, size_t size, size_t count, void *context)) {
    return curl_easy_setopt(handle, option, value);
}

// curl_easy_getinfo takes variable arguments too.
static inline CURLcode guichet_curl_get_socket(CURL *handle, curl_socket_t *value) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}
static inline CURLcode guichet_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode guichet_curl_get_certificates(CURL *handle, struct curl_certinfo **value) {
    return curl_easy_getinfo(handle, CURLINFO_CERTINFO, value);
}

// CURL_GLOBAL_DEFAULT is a macro of macros, which the importer leaves out.
static inline CURLcode guichet_curl_prepare(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
