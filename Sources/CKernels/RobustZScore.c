#include "lanes.h"

// The median of |z| of a standard normal z: MAD = 0.6745 sigma.
#define MAD_OF_SIGMA 0.67448975f
// While so few samples were seen the scale is the mean distance; then it moves by its sign only.
#define MEAN_SAMPLES 8.0f
// Steps of k / n lead to the sample median with the least noise at k = 1 / (2 f(0)) = sqrt(pi / 2) scales.
#define MEDIAN_STEP 1.2533141f
// The same for the logarithm of the scale is 1.17; 2 forgets a start among outliers in a tenth of the time and has
// no more noise after 100 samples, when the constant rate takes over.
#define SCALE_STEP 2.0f

struct robust {
    float median, scale, count;
};

LANE struct verdict score(struct andon_robust p, struct robust s, float x) {
    return judged(s.count >= p.limits.warm_up, x, s.median, floored(p.limits, s.scale, s.median));
}

// Robbins and Monro (1951), Tierney (1983), "A space-efficient recursive procedure for estimating a quantile": the
// median steps towards the sample, never past it; the scale grows by one factor when the sample lies further off
// than one MAD and shrinks by the same when not, so that either comes to half of the samples.
LANE struct robust learn(struct andon_robust p, struct robust s, float x, float w) {
    int taken = is_present(x) & (w > 0);
    w = smaller(w, 1);
    x = in_range(x);
    float e = difference(x, s.median), distance = fabsf(e);
    int early = s.count < MEAN_SAMPLES;
    float part = (early ? 1 : SCALE_STEP) / larger(s.count, w);
    float mean = s.scale + (distance - s.scale) * (w * part);
    float growth = 1 + w * larger(p.rate, part);
    float scale = distance > MAD_OF_SIGMA * s.scale ? s.scale * growth : s.scale / growth;
    // Floored in the state too: a factor never leads away from 0.
    scale = floored(p.limits, early ? mean : scale, s.median);
    float step = w * larger(p.rate, MEDIAN_STEP / (s.count + 1)) * scale;
    int first = s.count == 0;
    float median = first ? x : settled(s.median + clamped(e, step));
    scale = first ? floored(p.limits, 0, x) : smaller(scale, 1e18f);
    return (struct robust){
        .median = taken ? median : s.median,
        .scale = taken ? scale : s.scale,
        .count = taken ? smaller(s.count + w, COUNT_LIMIT) : s.count,
    };
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
        struct robust s = learn(p, (struct robust){median[i], spread[i], count[i]}, values[i], weights[i]);
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
        s = learn(p, s, values[i], weights[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        median[i] = s.median, spread[i] = s.scale, count[i] = s.count;
    }
}
