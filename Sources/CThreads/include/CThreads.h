#pragma once
#include <stdint.h>

/// Names the calling thread as debuggers and `top -H` show it; at most 15 bytes are kept.
void andon_name_this_thread(const char *name);

/// Makes denormal floats zero on the calling thread: they cost a factor of two in the kernels and mean nothing there.
void andon_flush_denormals_on_this_thread(void);

/// A new non-blocking eventfd, or -1 with errno set.
int andon_eventfd(void);

/// Wakes whoever polls the eventfd. Never blocks.
void andon_eventfd_signal(int descriptor);

/// Takes all pending wake-ups. Never blocks.
void andon_eventfd_drain(int descriptor);
