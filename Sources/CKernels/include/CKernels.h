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

/// Additive Holt-Winters with a damped trend; with a gain of 0 for the level, a plain season. Rows of state: level,
/// trend, variance, count, visit, last slot, elapsed slots; a series that was never seen has last slot -1 and NaN in
/// its season.
struct andon_holt_winters {
    struct andon_limits limits;
    float level, trend, damping, season;
    float slots;                ///< Slots of the period.
    float slots_per_day;
    float slot, before, after;  ///< The slot of this pass and its neighbours, whole numbers in 0 ..< slots.
    float offset, width;        ///< A sample of phase f lies at offset + f * width of its slot, in 0 ..< 1.
};

enum { andon_holt_winters_rows = 7 };

/// `season`: `slots` rows of `stride` floats, of which only this slot's and its neighbours' are touched.
/// `phases`: where in the pass's stretch of the clock each sample lies, in 0 ..< 1.
/// `intervals`: from one sample of the series to the next, in days.
void andon_holt_winters_score(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *phases,
    const float *intervals, const float *state, size_t stride, const float *season, float *expected, float *scale,
    float *residual);

void andon_holt_winters_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *phases,
    const float *intervals, const float *weights, float *state, size_t stride, float *season);

void andon_holt_winters_score_and_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *phases,
    const float *intervals, const float *weights, float *state, size_t stride, float *season, float *expected,
    float *scale, float *residual);

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

/// A fast mean against a slow running median: whether the level moved. Rows of state: fast mean, slow median, slow
/// scale, count. Expected is the median; the residual is that of the mean with the newest sample in it, not of the
/// sample. The mean takes each sample of a weight above 0 in full.
struct andon_shift {
    struct andon_robust slow;
    float fast;
};

enum { andon_shift_rows = 4 };

void andon_shift_score(
    const struct andon_shift *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual);

void andon_shift_learn(
    const struct andon_shift *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride);

void andon_shift_score_and_learn(
    const struct andon_shift *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual);

/// The mean size of the steps from sample to sample against what it usually is: whether the noise changed. Rows of
/// state: last value, fast mean of the steps, median of the mean's logarithm, its scale, count. Expected is that
/// median, scale is 1, and the residual is the natural logarithm of the mean size by what it usually is; sizes below
/// the least scale where the series is count as that.
struct andon_spread {
    struct andon_robust slow;
    float fast;
};

enum { andon_spread_rows = 5 };

void andon_spread_score(
    const struct andon_spread *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual);

void andon_spread_learn(
    const struct andon_spread *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride);

void andon_spread_score_and_learn(
    const struct andon_spread *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual);

/// The size that a logarithm of the state stands for.
float andon_spread_size(float logarithm);
