// Tells ThreadSanitizer of the order that a contended Swift Mutex makes.
//
// A Mutex that nobody else wants is an atomic word, which the sanitizer sees. A contended one is
// handed over by the kernel (a futex with priority inheritance), which it does not see: it then
// reports a race between two threads that both hold the lock, one after the other. Ten lines with
// nothing but such a lock show it. Preloaded, this stands before the two slow ways and says what
// they do; nothing else changes, and without the sanitizer nothing is said.

#include <dlfcn.h>
#include <stdint.h>

#define CONTEXT __attribute__((swift_context))
#define SWIFT __attribute__((swiftcall))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

void __tsan_acquire(void *) __attribute__((weak));
void __tsan_release(void *) __attribute__((weak));

SWIFT void slow_lock(uint32_t thread, CONTEXT void *mutex) __asm__(LOCK);
SWIFT void slow_unlock(CONTEXT void *mutex) __asm__(UNLOCK);

static SWIFT void (*real_lock)(uint32_t, CONTEXT void *);
static SWIFT void (*real_unlock)(CONTEXT void *);

__attribute__((constructor)) static void find_real_ones(void) {
    real_lock = (SWIFT void (*)(uint32_t, CONTEXT void *))dlsym(RTLD_NEXT, LOCK);
    real_unlock = (SWIFT void (*)(CONTEXT void *))dlsym(RTLD_NEXT, UNLOCK);
}

SWIFT void slow_lock(uint32_t thread, CONTEXT void *mutex) {
    real_lock(thread, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

SWIFT void slow_unlock(CONTEXT void *mutex) {
    if (__tsan_release) __tsan_release(mutex);
    real_unlock(mutex);
}
