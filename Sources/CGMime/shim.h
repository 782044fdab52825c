#pragma once
// GMime 3, and through it GLib. What follows is only what Swift cannot call: the GObject cast and
// check macros, each behind the smallest function that needs it. None of them encodes anything.
#include <gmime/gmime.h>

// Leaves the bytes of a memory stream to their owner.
static inline void guichet_gmime_disown(GMimeStream *stream) {
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
}

// What a node of the tree is: 1 multipart, 2 enclosed message, 3 leaf with content, 0 anything
// else.
static inline int guichet_gmime_kind(GMimeObject *object) {
    if (GMIME_IS_MULTIPART(object)) return 1;
    if (GMIME_IS_MESSAGE_PART(object)) return 2;
    if (GMIME_IS_PART(object)) return 3;
    return 0;
}

// The number of children of a multipart.
static inline int guichet_gmime_child_count(GMimeObject *multipart) {
    return g_mime_multipart_get_count(GMIME_MULTIPART(multipart));
}

// A child of a multipart; borrowed.
static inline GMimeObject *guichet_gmime_child(GMimeObject *multipart, int index) {
    return g_mime_multipart_get_part(GMIME_MULTIPART(multipart), index);
}

// The message inside a message part, as an object; borrowed; may be NULL.
static inline GMimeObject *guichet_gmime_enclosed(GMimeObject *part) {
    GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    return message ? GMIME_OBJECT(message) : NULL;
}

// Where the still encoded content of a leaf lies in the parsed stream; 0 where there is none.
static inline int guichet_gmime_content_bounds(GMimeObject *part, gint64 *start, gint64 *end) {
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(part));
    GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
    if (!stream) return 0;
    *start = stream->bound_start;
    *end = stream->bound_end;
    return 1;
}
