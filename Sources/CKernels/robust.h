#pragma once

// The running median and scale that several kernels stand on.

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

// Robbins and Monro (1951), Tierney (1983), "A space-efficient recursive procedure for estimating a quantile": the
// median steps towards the sample, never past it; the scale grows by one factor when the sample lies further off
// than one MAD and shrinks by the same when not, so that either comes to half of the samples.
LANE struct robust tracked(struct andon_robust p, struct robust s, float x, float w) {
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
