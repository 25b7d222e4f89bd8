#pragma once

#include <stddef.h>

// One pass of one baseline over the lanes `begin ..< end` of a block: lane `i` is series `i` of the block, and no lane
// looks at another. So a lane gives the same bits whatever the range, the block's size, the CPU and its vectors are.
//
// Common parameters
//   state    rows of `stride` floats, one row per state variable in the order given at each kernel; all 0 is a series
//            that was never seen, unless said otherwise
//   values   what was seen; not finite: nothing was, and the lane learns nothing; beyond +-1e19 counts as +-1e19
//   weights  how much to learn, 0 ... 1; at 0 the lane's state keeps every bit
//   expected, scale, residual   written for each lane: NaN while the baseline is not ready, the residual also where
//            nothing was seen; the residual lies within +-1e4 scales
// Preconditions, which the Swift wrappers check: begin <= end <= stride, every column has `end` floats at least, no two
// of them overlap.

/// What every baseline keeps to.
struct andon_limits {
    float absolute_floor;  ///< The scale is never less than this,
    float relative_floor;  ///< nor less than this share of what is expected.
    float warm_up;         ///< Samples to learn from before the first score.
};

/// Exponentially weighted mean and variance. Rows of state: mean, variance, count.
struct andon_ewma {
    struct andon_limits limits;
    float alpha;
};

enum { andon_ewma_rows = 3 };

void andon_ewma_score(
    const struct andon_ewma *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual);

void andon_ewma_learn(
    const struct andon_ewma *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride);

void andon_ewma_score_and_learn(
    const struct andon_ewma *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual);

/// Additive Holt-Winters with a damped trend. Rows of state: level, trend, variance, count, visit, last slot, elapsed
/// slots; a series that was never seen has last slot -1 and NaN in its season.
struct andon_holt_winters {
    struct andon_limits limits;
    float level, trend, damping, season;
    float slots;  ///< Slots of the day.
    float slot;   ///< The slot of this pass, a whole number in 0 ..< slots.
};

enum { andon_holt_winters_rows = 7 };

/// `season`: `slots` rows of `stride` floats, of which only this slot's is touched.
void andon_holt_winters_score(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, const float *season, float *expected, float *scale, float *residual);

/// `shares`: what part of a slot one sample stands for, in 0 ... 1.
void andon_holt_winters_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *weights,
    const float *shares, float *state, size_t stride, float *season);

void andon_holt_winters_score_and_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *weights,
    const float *shares, float *state, size_t stride, float *season, float *expected, float *scale, float *residual);

/// Running median and MAD-equivalent scale. Rows of state: median, scale, count.
struct andon_robust {
    struct andon_limits limits;
    float rate;
};

enum { andon_robust_rows = 3 };

void andon_robust_score(
    const struct andon_robust *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual);

void andon_robust_learn(
    const struct andon_robust *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride);

void andon_robust_score_and_learn(
    const struct andon_robust *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual);
