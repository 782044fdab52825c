#pragma once
// Takes from a process what it will not need: a filter of system calls can only be handed to the
// kernel through prctl, which takes a variable list of arguments, and is written in macros; Swift
// has neither. Whoever reads a stranger's mail may compute and answer, and nothing else.
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#define GUICHET_DENY(name) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (name), 0, 1), \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define GUICHET_LOAD(field) \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))

// No network, no new program, no new process, no file opened for writing, none renamed or removed.
// Returns 0, or -1 where the kernel has no such filter (the limits of the process hold all the same).
static inline int guichet_confine(void) {
#if defined(__x86_64__)
    const unsigned int architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
    const unsigned int architecture = AUDIT_ARCH_AARCH64;
#else
    return -1;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
    const unsigned int writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    struct sock_filter steps[] = {
        GUICHET_LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        GUICHET_LOAD(nr),
        GUICHET_DENY(__NR_socket),
        GUICHET_DENY(__NR_socketpair),
        GUICHET_DENY(__NR_connect),
        GUICHET_DENY(__NR_bind),
        GUICHET_DENY(__NR_listen),
        GUICHET_DENY(__NR_execve),
        GUICHET_DENY(__NR_execveat),
        GUICHET_DENY(__NR_clone),
        GUICHET_DENY(__NR_clone3),
        GUICHET_DENY(__NR_ptrace),
        GUICHET_DENY(__NR_process_vm_readv),
        GUICHET_DENY(__NR_process_vm_writev),
        GUICHET_DENY(__NR_unlinkat),
        GUICHET_DENY(__NR_renameat2),
        GUICHET_DENY(__NR_linkat),
        GUICHET_DENY(__NR_symlinkat),
        GUICHET_DENY(__NR_mkdirat),
        GUICHET_DENY(__NR_fchmodat),
        GUICHET_DENY(__NR_truncate),
        GUICHET_DENY(__NR_openat2),
#if defined(__x86_64__)
        GUICHET_DENY(__NR_fork),
        GUICHET_DENY(__NR_vfork),
        GUICHET_DENY(__NR_unlink),
        GUICHET_DENY(__NR_rename),
        GUICHET_DENY(__NR_link),
        GUICHET_DENY(__NR_symlink),
        GUICHET_DENY(__NR_mkdir),
        GUICHET_DENY(__NR_rmdir),
        GUICHET_DENY(__NR_chmod),
        GUICHET_DENY(__NR_creat),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_open, 0, 3),
        GUICHET_LOAD(args[1]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, writing, 0, 4),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
#endif
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 2),
        GUICHET_LOAD(args[2]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, writing, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    };
    struct sock_fprog filter = {sizeof steps / sizeof *steps, steps};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0 ? 0 : -1;
#endif
}
