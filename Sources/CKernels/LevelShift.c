#include "robust.h"

// The fast mean with `x` in it. The first samples count alike. It does not ask for the weight: what is learned is the
// median, the mean is what is held against it, and must come back when the series does.
LANE float moved(struct andon_shift p, float fast, struct robust slow, float x) {
    float gain = larger(p.fast, 1 / (slow.count + 1));
    float mean = settled(fast + gain * difference(in_range(x), fast));
    return slow.count == 0 ? in_range(x) : mean;
}

LANE struct verdict score(struct andon_shift p, float fast, struct robust slow, float x) {
    float scale = floored(p.slow.limits, slow.scale, slow.median);
    struct verdict v = judged(slow.count >= p.slow.limits.warm_up, moved(p, fast, slow, x), slow.median, scale);
    v.residual = is_present(x) ? v.residual : NAN;
    return v;
}

LANE float learn(struct andon_shift p, float fast, struct robust slow, float x, float w) {
    float mean = moved(p, fast, slow, x);
    return (is_present(x) & (w > 0)) ? mean : fast;
}

#define ROWS(type)                                                                                                 \
    type *fast = state, *median = fast + stride, *spread = median + stride, *count = spread + stride
#define SLOW                                                                                                       \
    { median[i], spread[i], count[i] }
#define STORED                                                                                                     \
    median[i] = slow.median, spread[i] = slow.scale, count[i] = slow.count

KERNEL void andon_shift_score(
    const struct andon_shift *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_shift p = *parameters;
    ROWS(const float);
    EACH_LANE {
        struct robust slow = SLOW;
        struct verdict v = score(p, fast[i], slow, values[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
    }
}

KERNEL void andon_shift_learn(
    const struct andon_shift *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride) {
    const struct andon_shift p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct robust slow = SLOW;
        fast[i] = learn(p, fast[i], slow, values[i], weights[i]);
        slow = tracked(p.slow, slow, values[i], weights[i]);
        STORED;
    }
}

KERNEL void andon_shift_score_and_learn(
    const struct andon_shift *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_shift p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct robust slow = SLOW;
        struct verdict v = score(p, fast[i], slow, values[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        fast[i] = learn(p, fast[i], slow, values[i], weights[i]);
        slow = tracked(p.slow, slow, values[i], weights[i]);
        STORED;
    }
}
