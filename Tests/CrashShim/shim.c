// A library that is preloaded into the real program to interrupt it at any one I/O step.
//
// It counts every call by which the program changes a disk or talks to a peer, and at step N either
// kills the process as kill -9 does, before the call has happened, or lets the call fail. Standard
// output and error do not count: no promise hangs on them.
//
//     CRASH_STEP=N          the step; 0 or absent: only count
//     CRASH_ACTION=kill     or enospc, or eio
//     CRASH_COUNT_FILE=F    where the number of steps is written when the process ends by itself

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long steps;
static long step_wanted;
static int error_wanted;

__attribute__((constructor)) static void read_orders(void) {
    const char *step = getenv("CRASH_STEP");
    const char *action = getenv("CRASH_ACTION");
    step_wanted = step ? atol(step) : 0;
    if (action && strcmp(action, "enospc") == 0) error_wanted = ENOSPC;
    if (action && strcmp(action, "eio") == 0) error_wanted = EIO;
}

__attribute__((destructor)) static void tell_count(void) {
    const char *path = getenv("CRASH_COUNT_FILE");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld\n", (long)steps);
    fclose(file);
}

// Whether the call at hand must fail with `errno` set; does not return where it must kill.
static int strikes(void) {
    if (atomic_fetch_add(&steps, 1) + 1 != step_wanted) return 0;
    if (error_wanted) {
        errno = error_wanted;
        return 1;
    }
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define INTERPOSE(result, name, parameters, arguments)  \
    result name parameters {                            \
        static _Atomic(__typeof__(&name)) found;        \
        __typeof__(&name) real = found;                 \
        if (!real) found = real = REAL(name);           \
        if (strikes()) return -1;                       \
        return real arguments;                          \
    }
// The same for calls on a descriptor: 1 and 2 are left alone.
#define INTERPOSE_FD(result, name, parameters, arguments) \
    result name parameters {                              \
        static _Atomic(__typeof__(&name)) found;          \
        __typeof__(&name) real = found;                   \
        if (!real) found = real = REAL(name);             \
        if (fd > 2 && strikes()) return -1;               \
        return real arguments;                            \
    }

INTERPOSE_FD(ssize_t, write, (int fd, const void *bytes, size_t count), (fd, bytes, count))
INTERPOSE_FD(ssize_t, writev, (int fd, const struct iovec *parts, int count), (fd, parts, count))
INTERPOSE_FD(ssize_t, pwrite, (int fd, const void *bytes, size_t count, off_t at),
             (fd, bytes, count, at))
INTERPOSE_FD(ssize_t, pwrite64, (int fd, const void *bytes, size_t count, off64_t at),
             (fd, bytes, count, at))
INTERPOSE_FD(ssize_t, pwritev, (int fd, const struct iovec *parts, int count, off_t at),
             (fd, parts, count, at))
INTERPOSE_FD(int, fsync, (int fd), (fd))
INTERPOSE_FD(int, fdatasync, (int fd), (fd))
INTERPOSE_FD(int, ftruncate, (int fd, off_t size), (fd, size))
INTERPOSE_FD(int, ftruncate64, (int fd, off64_t size), (fd, size))
INTERPOSE_FD(ssize_t, send, (int fd, const void *bytes, size_t count, int flags),
             (fd, bytes, count, flags))
INTERPOSE_FD(ssize_t, sendto,
             (int fd, const void *bytes, size_t count, int flags, const struct sockaddr *to,
              socklen_t size),
             (fd, bytes, count, flags, to, size))
INTERPOSE_FD(ssize_t, recv, (int fd, void *bytes, size_t count, int flags),
             (fd, bytes, count, flags))
INTERPOSE_FD(int, connect, (int fd, const struct sockaddr *to, socklen_t size), (fd, to, size))
INTERPOSE(int, rename, (const char *from, const char *to), (from, to))
INTERPOSE(int, renameat, (int one, const char *from, int other, const char *to),
          (one, from, other, to))
INTERPOSE(int, renameat2,
          (int one, const char *from, int other, const char *to, unsigned int flags),
          (one, from, other, to, flags))
INTERPOSE(int, link, (const char *from, const char *to), (from, to))
INTERPOSE(int, linkat, (int one, const char *from, int other, const char *to, int flags),
          (one, from, other, to, flags))
INTERPOSE(int, unlink, (const char *path), (path))
INTERPOSE(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
