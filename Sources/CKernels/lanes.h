#pragma once

// What the kernels share. Each is written for one lane without a branch, as values in and values out, so that the
// compiler turns the loops around it into vectors; selects (`a ? b : c`) become masks.

#include <float.h>
#include <math.h>
#include <stddef.h>

#include "CKernels.h"

// A fused multiply-add rounds once instead of twice: with it the last bits would depend on the CPU.
#pragma STDC FP_CONTRACT OFF

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
// The loader chooses before the sanitizer has started, and its code is sanitized too.
#define ONE_VERSION
#endif
#endif

#if defined(__x86_64__) && !defined(ONE_VERSION)
// Compiled three times; the loader takes the widest that the CPU has.
#define KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define KERNEL
#endif

#define LANE static inline __attribute__((always_inline))

// True by the precondition that no two columns overlap; else every pair of pointers would be checked at run time.
#define EACH_LANE _Pragma("clang loop vectorize(assume_safety)") for (size_t i = begin; i < end; i++)

// Samples of full weight after which a count stands still: far beyond every warm-up, and exact in a float.
#define COUNT_LIMIT 1048576.0f
// Learning never sees a residual of more than this many scales: at 4 a Gaussian loses one sample in 16 000.
#define CLIP 4.0f
#define RESIDUAL_LIMIT 1e4f

struct verdict {
    float expected, scale, residual;
};

LANE float larger(float a, float b) { return a > b ? a : b; }
LANE float smaller(float a, float b) { return a < b ? a : b; }
LANE float clamped(float x, float limit) { return x > limit ? limit : x < -limit ? -limit : x; }

// NaN and the infinities are no sample.
LANE int is_present(float x) { return fabsf(x) <= FLT_MAX; }

// Beyond this a square, or the sum of a few, would leave the range of a float.
LANE float in_range(float x) { return clamped(x, 1e19f); }
LANE float difference(float a, float b) { return clamped(a - b, 1e18f); }

// What decays towards 0 ends there: denormal numbers cost twice the time.
LANE float settled(float x) { return fabsf(x) < 1e-30f ? 0.0f : x; }

LANE float floored(struct andon_limits limits, float scale, float expected) {
    return larger(scale, larger(limits.absolute_floor, limits.relative_floor * fabsf(expected)));
}

LANE struct verdict judged(int ready, float x, float expected, float scale) {
    float residual = clamped((in_range(x) - expected) / scale, RESIDUAL_LIMIT);
    return (struct verdict){
        .expected = ready ? expected : NAN,
        .scale = ready ? scale : NAN,
        .residual = (ready & is_present(x)) ? residual : NAN,
    };
}
