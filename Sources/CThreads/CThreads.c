#define _GNU_SOURCE
#include "CThreads.h"

#include <pthread.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

void andon_name_this_thread(const char *name) {
    char kept[16];
    strncpy(kept, name, sizeof kept - 1);
    kept[sizeof kept - 1] = 0;
    pthread_setname_np(pthread_self(), kept);
}

void andon_flush_denormals_on_this_thread(void) {
#if defined(__x86_64__)
    _mm_setcsr(_mm_getcsr() | 0x8040);
#elif defined(__aarch64__)
    uint64_t fpcr;
    __asm__ volatile("mrs %0, fpcr" : "=r"(fpcr));
    __asm__ volatile("msr fpcr, %0" ::"r"(fpcr | (1ull << 24)));
#endif
}

int andon_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void andon_eventfd_signal(int descriptor) {
    const uint64_t one = 1;
    ssize_t written = write(descriptor, &one, sizeof one);
    (void)written;  // EAGAIN means the counter is already positive: the sleeper will wake all the same
}

void andon_eventfd_drain(int descriptor) {
    uint64_t count;
    ssize_t taken = read(descriptor, &count, sizeof count);
    (void)taken;  // EAGAIN means that nothing was pending
}
