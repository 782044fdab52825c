// A library that is preloaded into the real program to interrupt it at any one I/O step.
//
// It counts every call by which the program changes a disk (files and folders only) or talks to a
// peer (sockets of the network only), and at step N kills the process as kill -9 does, before the
// call has happened, or lets the call fail. Standard output and error do not count: no promise
// hangs on them.
//
//     CRASH_ACTION=kill     kills at step N of either kind
//                  enospc   fails step N of those on the disk; eio: the same, another error
//                  full     fails every writing step on the disk from N on: the disk stays full
//                  reset    fails step N of those on the network; cut: all from N on
//     CRASH_STEP=N          the step, from 1; 0 or absent: only count
//     CRASH_COUNT_FILE=F    where the number of the action's steps is written at an orderly end
//     CRASH_STRUCK_FILE=F   where the call that was struck first is named
//     CRASH_TRACE_FILE=F    where every step is written, one line each
//     CRASH_CLOCK_AHEAD=S   puts the clock (not the stopwatch) so many seconds ahead

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
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { NONE = 0, DISK = 1, WRITING = 2, NETWORK = 4 };

static atomic_long steps;
static atomic_int has_struck;
static long step_wanted;
static long seconds_ahead;
static int kinds_wanted = DISK | NETWORK;
static int error_wanted;
static int is_lasting;
static int trace = -1;

static int made(const char *variable) {
    const char *path = getenv(variable);
    if (!path) return -1;
    return (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void tell(int file, const char *call, long step) {
    char line[64];
    int length = snprintf(line, sizeof line, "%ld %s\n", step, call);
    if (file >= 0) syscall(SYS_write, file, line, (size_t)length);
}

__attribute__((constructor)) static void read_orders(void) {
    const char *step = getenv("CRASH_STEP");
    const char *ahead = getenv("CRASH_CLOCK_AHEAD");
    const char *action = getenv("CRASH_ACTION");
    step_wanted = step ? atol(step) : 0;
    seconds_ahead = ahead ? atol(ahead) : 0;
    trace = made("CRASH_TRACE_FILE");
    static const struct { const char *name; int kinds, error, lasting; } actions[] = {
        {"enospc", DISK, ENOSPC, 0}, {"eio", DISK, EIO, 0}, {"full", WRITING, ENOSPC, 1},
        {"reset", NETWORK, ECONNRESET, 0}, {"cut", NETWORK, ECONNRESET, 1},
    };
    for (size_t i = 0; action && i < sizeof actions / sizeof *actions; i++) {
        if (strcmp(action, actions[i].name) != 0) continue;
        kinds_wanted = actions[i].kinds;
        error_wanted = actions[i].error;
        is_lasting = actions[i].lasting;
    }
}

__attribute__((destructor)) static void tell_count(void) {
    int file = made("CRASH_COUNT_FILE");
    char line[32];
    int length = snprintf(line, sizeof line, "%ld\n", (long)steps);
    if (file >= 0) syscall(SYS_write, file, line, (size_t)length);
}

// Whether the call at hand must fail with `errno` set; does not return where it must kill.
static int strikes(enum kind kind, const char *call) {
    if (!(kind & kinds_wanted)) return 0;
    long step = atomic_fetch_add(&steps, 1) + 1;
    tell(trace, call, step);
    if (step_wanted == 0 || (is_lasting ? step < step_wanted : step != step_wanted)) return 0;
    if (!atomic_exchange(&has_struck, 1)) tell(made("CRASH_STRUCK_FILE"), call, step);
    if (error_wanted) {
        errno = error_wanted;
        return 1;
    }
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

// What a descriptor stands for; those that only wake other threads are nothing.
static int kind_of(int fd, int file_kind) {
    struct stat status;
    int number = errno;
    int kind = NONE;
    if (fd > 2 && fd != trace && fstat(fd, &status) == 0) {
        if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) kind = file_kind;
        if (S_ISSOCK(status.st_mode)) {
            struct sockaddr address;
            socklen_t size = sizeof address;
            int is_known = getsockname(fd, &address, &size) == 0;
            if (is_known && address.sa_family != AF_UNIX) kind = NETWORK;
        }
    }
    errno = number;
    return kind;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define INTERPOSE(result, name, kind, parameters, arguments) \
    result name parameters {                                 \
        static _Atomic(__typeof__(&name)) found;             \
        __typeof__(&name) real = found;                      \
        if (!real) found = real = REAL(name);                \
        if (strikes(kind, #name)) return -1;                 \
        return real arguments;                               \
    }
#define ON(fd) kind_of(fd, DISK)
#define WRITING_ON(fd) kind_of(fd, DISK | WRITING)
#define READING_ON(fd) kind_of(fd, NONE)

INTERPOSE(ssize_t, write, WRITING_ON(fd), (int fd, const void *bytes, size_t count),
          (fd, bytes, count))
INTERPOSE(ssize_t, writev, WRITING_ON(fd), (int fd, const struct iovec *parts, int count),
          (fd, parts, count))
INTERPOSE(ssize_t, pwrite, WRITING_ON(fd), (int fd, const void *bytes, size_t count, off_t at),
          (fd, bytes, count, at))
INTERPOSE(ssize_t, pwrite64, WRITING_ON(fd),
          (int fd, const void *bytes, size_t count, off64_t at), (fd, bytes, count, at))
INTERPOSE(ssize_t, pwritev, WRITING_ON(fd),
          (int fd, const struct iovec *parts, int count, off_t at), (fd, parts, count, at))
INTERPOSE(int, fsync, ON(fd), (int fd), (fd))
INTERPOSE(int, fdatasync, ON(fd), (int fd), (fd))
INTERPOSE(int, ftruncate, ON(fd), (int fd, off_t size), (fd, size))
INTERPOSE(int, ftruncate64, ON(fd), (int fd, off64_t size), (fd, size))
INTERPOSE(ssize_t, read, READING_ON(fd), (int fd, void *bytes, size_t count), (fd, bytes, count))
INTERPOSE(ssize_t, send, ON(fd), (int fd, const void *bytes, size_t count, int flags),
          (fd, bytes, count, flags))
INTERPOSE(ssize_t, sendto, ON(fd),
          (int fd, const void *bytes, size_t count, int flags, const struct sockaddr *to,
           socklen_t size),
          (fd, bytes, count, flags, to, size))
INTERPOSE(ssize_t, sendmsg, ON(fd), (int fd, const struct msghdr *parts, int flags),
          (fd, parts, flags))
INTERPOSE(ssize_t, recv, ON(fd), (int fd, void *bytes, size_t count, int flags),
          (fd, bytes, count, flags))
INTERPOSE(ssize_t, recvfrom, ON(fd),
          (int fd, void *bytes, size_t count, int flags, struct sockaddr *from, socklen_t *size),
          (fd, bytes, count, flags, from, size))
INTERPOSE(ssize_t, recvmsg, ON(fd), (int fd, struct msghdr *parts, int flags), (fd, parts, flags))
INTERPOSE(int, connect, to->sa_family == AF_UNIX ? NONE : NETWORK,
          (int fd, const struct sockaddr *to, socklen_t size), (fd, to, size))
INTERPOSE(int, rename, DISK | WRITING, (const char *from, const char *to), (from, to))
INTERPOSE(int, renameat, DISK | WRITING, (int one, const char *from, int other, const char *to),
          (one, from, other, to))
INTERPOSE(int, renameat2, DISK | WRITING,
          (int one, const char *from, int other, const char *to, unsigned int flags),
          (one, from, other, to, flags))
INTERPOSE(int, link, DISK | WRITING, (const char *from, const char *to), (from, to))
INTERPOSE(int, linkat, DISK | WRITING,
          (int one, const char *from, int other, const char *to, int flags),
          (one, from, other, to, flags))
INTERPOSE(int, unlink, DISK, (const char *path), (path))
INTERPOSE(int, unlinkat, DISK, (int folder, const char *path, int flags), (folder, path, flags))

// The clock. A letter that the network has failed waits a minute, and no test does.
int clock_gettime(clockid_t clock, struct timespec *now) {
    static _Atomic(__typeof__(&clock_gettime)) found;
    __typeof__(&clock_gettime) real = found;
    if (!real) found = real = REAL(clock_gettime);
    int result = real(clock, now);
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += seconds_ahead;
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    static _Atomic(__typeof__(&gettimeofday)) found;
    __typeof__(&gettimeofday) real = found;
    if (!real) found = real = REAL(gettimeofday);
    int result = real(now, zone);
    if (result == 0) now->tv_sec += seconds_ahead;
    return result;
}
