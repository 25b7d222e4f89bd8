#include "robust.h"

LANE struct verdict score(struct andon_robust p, struct robust s, float x) {
    return judged(s.count >= p.limits.warm_up, x, s.median, floored(p.limits, s.scale, s.median));
}

KERNEL void andon_robust_score(
    const struct andon_robust *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_robust p = *parameters;
    const float *median = state, *spread = median + stride, *count = spread + stride;
    EACH_LANE {
        struct verdict v = score(p, (struct robust){median[i], spread[i], count[i]}, values[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
    }
}

KERNEL void andon_robust_learn(
    const struct andon_robust *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride) {
    const struct andon_robust p = *parameters;
    float *median = state, *spread = median + stride, *count = spread + stride;
    EACH_LANE {
        struct robust s = tracked(p, (struct robust){median[i], spread[i], count[i]}, values[i], weights[i]);
        median[i] = s.median, spread[i] = s.scale, count[i] = s.count;
    }
}

KERNEL void andon_robust_score_and_learn(
    const struct andon_robust *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_robust p = *parameters;
    float *median = state, *spread = median + stride, *count = spread + stride;
    EACH_LANE {
        struct robust s = {median[i], spread[i], count[i]};
        struct verdict v = score(p, s, values[i]);
        s = tracked(p, s, values[i], weights[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        median[i] = s.median, spread[i] = s.scale, count[i] = s.count;
    }
}
