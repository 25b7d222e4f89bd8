#include "lanes.h"

struct ewma {
    float mean, variance, count;
};

LANE struct verdict score(struct andon_ewma p, struct ewma s, float x) {
    float scale = floored(p.limits, sqrtf(s.variance), s.mean);
    return judged(s.count >= p.limits.warm_up, x, s.mean, scale);
}

// Finch (2009), "Incremental calculation of weighted mean and variance", sections 2 and 9: the running mean and
// variance until the weight of a sample would fall below alpha, exponential from there.
LANE struct ewma learn(struct andon_ewma p, struct ewma s, float x, float w) {
    int taken = is_present(x) & (w > 0);
    w = smaller(w, 1);
    float scale = floored(p.limits, sqrtf(s.variance), s.mean);
    float e = difference(in_range(x), s.mean);
    e = s.count >= p.limits.warm_up ? clamped(e, CLIP * scale) : e;
    float gain = larger(p.alpha * w, w / (s.count + w));
    float step = gain * e;
    return (struct ewma){
        .mean = taken ? settled(s.mean + step) : s.mean,
        .variance = taken ? settled((1 - gain) * (s.variance + e * step)) : s.variance,
        .count = taken ? smaller(s.count + w, COUNT_LIMIT) : s.count,
    };
}

KERNEL void andon_ewma_score(
    const struct andon_ewma *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_ewma p = *parameters;
    const float *mean = state, *variance = mean + stride, *count = variance + stride;
    EACH_LANE {
        struct verdict v = score(p, (struct ewma){mean[i], variance[i], count[i]}, values[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
    }
}

KERNEL void andon_ewma_learn(
    const struct andon_ewma *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride) {
    const struct andon_ewma p = *parameters;
    float *mean = state, *variance = mean + stride, *count = variance + stride;
    EACH_LANE {
        struct ewma s = learn(p, (struct ewma){mean[i], variance[i], count[i]}, values[i], weights[i]);
        mean[i] = s.mean, variance[i] = s.variance, count[i] = s.count;
    }
}

KERNEL void andon_ewma_score_and_learn(
    const struct andon_ewma *parameters, size_t begin, size_t end, const float *values, const float *weights,
    float *state, size_t stride, float *expected, float *scale, float *residual) {
    const struct andon_ewma p = *parameters;
    float *mean = state, *variance = mean + stride, *count = variance + stride;
    EACH_LANE {
        struct ewma s = {mean[i], variance[i], count[i]};
        struct verdict v = score(p, s, values[i]);
        s = learn(p, s, values[i], weights[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        mean[i] = s.mean, variance[i] = s.variance, count[i] = s.count;
    }
}
