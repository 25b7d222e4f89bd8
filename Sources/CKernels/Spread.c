#include "robust.h"

struct spread {
    float last, steps;
    struct robust usual;  // Of the logarithm of `steps`. Its count is that of all samples.
};

// Natural logarithm within 1e-6 of itself, for x in the range of normal floats: one formula for every CPU and width of
// vector, where a call of the C library's would keep the loop from becoming one of vectors.
LANE float logarithm(float x) {
    union {
        float value;
        unsigned bits;
    } parts = {.value = x};
    int exponent = (int)(parts.bits >> 23) - 127;
    parts.bits = (parts.bits & 0x007fffff) | 0x3f800000;
    // The mantissa in 1/sqrt(2) ... sqrt(2), where the series of artanh is short.
    int high = parts.value > 1.41421356f;
    float m = high ? 0.5f * parts.value : parts.value;
    float z = (m - 1) / (m + 1), z2 = z * z;
    float series = z * (2 + z2 * (0.66666667f + z2 * (0.4f + z2 * (0.28571429f + z2 * 0.22222222f))));
    return (float)(exponent + high) * 0.69314718f + series;
}

// The mean size of a step with the one to `x` in it. The first samples count alike. It does not ask for the weight, as in
// LevelShift.c.
LANE float moved(struct andon_spread p, struct spread s, float x) {
    float step = fabsf(difference(in_range(x), s.last));
    float gain = larger(p.fast, 1 / larger(s.usual.count, 1));
    return s.usual.count == 0 ? 0 : settled(s.steps + gain * (step - s.steps));
}

// The least size where the series is, at the lower end of the step to `x`: no giant is its own measure. Steps below it
// are as good as none, and so are usual ones. What is learned has only the floor that is the same on every level: else
// a series that stands still would seem to wake up, or freeze, on another.
LANE float least(struct andon_spread p, struct spread s, float x) {
    return logarithm(floored(p.slow.limits, 0, smaller(fabsf(in_range(x)), fabsf(s.last))));
}

LANE float size(struct andon_spread p, float steps) {
    return logarithm(larger(steps, p.slow.limits.absolute_floor));
}

// In double precision: what the library's versions for different CPUs differ by is lost in rounding to a float.
float andon_spread_size(float logarithm) { return (float)exp(logarithm); }

LANE struct verdict score(struct andon_spread p, struct spread s, float x) {
    int ready = s.usual.count >= p.slow.limits.warm_up, present = is_present(x);
    float level = present ? x : s.last;
    float floor = least(p, s, level), expected = larger(s.usual.median, floor);
    float residual = clamped(larger(size(p, moved(p, s, level)), floor) - expected, RESIDUAL_LIMIT);
    return (struct verdict){
        .expected = ready ? expected : NAN,
        .scale = ready ? 1 : NAN,
        .residual = (ready & present) ? residual : NAN,
    };
}

LANE struct spread learn(struct andon_spread p, struct spread s, float x, float w) {
    int taken = is_present(x) & (w > 0);
    float level = taken ? x : s.last;
    float steps = moved(p, s, level);
    struct andon_robust slow = p.slow;
    slow.limits.relative_floor = 0, slow.limits.absolute_floor = 1e-3f;
    return (struct spread){
        .last = taken ? in_range(x) : s.last,
        .steps = taken ? steps : s.steps,
        .usual = tracked(slow, s.usual, size(p, steps), taken ? w : 0),
    };
}

#define ROWS(type)                                                                                                 \
    type *last = state, *steps = last + stride, *median = steps + stride, *deviation = median + stride;            \
    type *count = deviation + stride
#define LOADED                                                                                                     \
    { last[i], steps[i], {median[i], deviation[i], count[i]} }
#define STORED                                                                                                     \
    last[i] = s.last, steps[i] = s.steps, median[i] = s.usual.median, deviation[i] = s.usual.scale;                \
    count[i] = s.usual.count

KERNEL void andon_spread_score(
    const struct andon_spread *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_spread p = *parameters;
    ROWS(const float);
    EACH_LANE {
        struct verdict v = score(p, (struct spread)LOADED, values[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
    }
}

KERNEL void andon_spread_learn(
    const struct andon_spread *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride) {
    const struct andon_spread p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct spread s = LOADED;
        s = learn(p, s, values[i], weights[i]);
        STORED;
    }
}

KERNEL void andon_spread_score_and_learn(
    const struct andon_spread *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_spread p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct spread s = LOADED;
        struct verdict v = score(p, s, values[i]);
        s = learn(p, s, values[i], weights[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        STORED;
    }
}
