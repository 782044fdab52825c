#pragma once
#include <sqlite3.h>

// Only what Swift cannot call by itself; each with its reason.

// SQLITE_TRANSIENT is a cast, which the importer leaves out. SQLite copies the bytes, so the
// caller's buffer need not outlive the call. An empty buffer may have no address; it is still a
// text (or a blob), not NULL.
static inline int guichet_bind_text(sqlite3_stmt *statement, int place, const char *text,
                                    int length) {
    return sqlite3_bind_text(statement, place, text ? text : "", length, SQLITE_TRANSIENT);
}
static inline int guichet_bind_blob(sqlite3_stmt *statement, int place, const void *bytes,
                                    int length) {
    return sqlite3_bind_blob(statement, place, bytes ? bytes : "", length, SQLITE_TRANSIENT);
}

// sqlite3_db_config takes variable arguments, which the importer leaves out. These are its
// switches.
static inline int guichet_db_switch(sqlite3 *database, int which, int on) {
    return sqlite3_db_config(database, which, on, (int *)0);
}
