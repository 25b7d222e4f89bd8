#include "lanes.h"

// Weight of the newest squared error in the variance: a memory of 100 samples, 5 % noise in the scale.
#define VARIANCE_GAIN 0.01f
#define DAYS_LIMIT 1024
// What is seen first becomes the season as it is, so a sample that tells of an anomaly must not be it.
#define LEAST_FIRST_WEIGHT 0.5f

struct holt_winters {
    float level, trend, variance;
    float count;   // Samples learned whose slot had been known from an earlier visit.
    float visit;   // Samples of the visit to this slot, if it is the first one; else 0.
    float last;    // The slot of the sample before; -1: none.
    float elapsed;  // How far the clock moved since the first sample, in slots.
    float season;  // Of this slot; NaN: never seen.
};

struct forecast {
    float base, season, value, scale;
    int fresh, seen, first;
};

// In the first visit to a slot only its season is learned, as the mean distance from a level that stands still. On
// its first day a series meets nothing but first visits, so on its second day the forecast is "as yesterday".
LANE struct forecast foretold(struct andon_holt_winters p, struct holt_winters s) {
    int seen = s.season == s.season;
    float base = s.level + p.damping * s.trend, season = seen ? s.season : 0;
    return (struct forecast){
        .base = base,
        .season = season,
        .value = base + season,
        .scale = floored(p.limits, sqrtf(s.variance), base + season),
        .fresh = s.last < 0,
        .seen = seen,
        .first = !seen | ((s.last == p.slot) & (s.visit > 0)),
    };
}

LANE struct verdict score(struct andon_holt_winters p, struct holt_winters s, float x) {
    struct forecast f = foretold(p, s);
    return judged(!f.first & (s.count >= p.limits.warm_up), x, f.value, f.scale);
}

// Error-correction form: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing", ETS(A,Ad,A);
// the seasonal gain is that of classical Holt-Winters, season * (1 - level). A season known from n days moves by
// 1 / (n + 1) while that is more, and a slot with several samples shares its gain out among them.
LANE struct holt_winters learn(struct andon_holt_winters p, struct holt_winters s, float x, float w, float share) {
    struct forecast f = foretold(p, s);
    int taken = is_present(x) & (w > 0) & (!f.first | (w >= LEAST_FIRST_WEIGHT));
    w = smaller(w, 1);
    share = smaller(larger(share, 0), 1);
    x = in_range(x);

    // A clock that seems to jump by more than half a day forward was put back.
    float ahead = p.slot - s.last;
    ahead = ahead < 0 ? ahead + p.slots : ahead;
    ahead = (f.fresh | (ahead * 2 > p.slots)) ? 0 : ahead;
    float elapsed = smaller(s.elapsed + ahead, DAYS_LIMIT * p.slots);
    // Cut to whole days: as often was a slot of the first day visited before. Half a slot more keeps the product on the
    // right side of a whole number; a division would cost more than all else here.
    float days = larger((float)(int)((elapsed + 0.5f) * (1 / p.slots)), 1);

    float e = difference(x, f.fresh ? x : f.value);
    e = (!f.first & (s.count >= p.limits.warm_up)) ? clamped(e, CLIP * f.scale) : e;
    float visit = f.first ? (f.seen ? s.visit : 0) + w : 0;
    float seasonal = larger(p.season, 1 / (1 + days)) * share * (1 - p.level) * w;
    // The newest sample's part of the mean of this visit, or of all samples.
    float part = w / (f.first ? visit : s.count + w);
    float season = f.season + (f.first ? part : seasonal) * e;

    float step = p.level * w * e;
    float level = f.fresh ? x : f.first ? s.level : settled(f.base + step);
    float trend = f.first ? s.trend : settled(p.damping * s.trend + p.trend * step);
    float gain = larger(VARIANCE_GAIN * w, part);
    float variance = f.first ? s.variance : settled(s.variance + gain * (e * e - s.variance));
    return (struct holt_winters){
        .level = taken ? level : s.level,
        .trend = taken ? trend : s.trend,
        .variance = taken ? variance : s.variance,
        .count = (taken & !f.first) ? smaller(s.count + w, COUNT_LIMIT) : s.count,
        .visit = taken ? smaller(visit, COUNT_LIMIT) : s.visit,
        .last = taken ? p.slot : s.last,
        .elapsed = taken ? elapsed : s.elapsed,
        .season = taken ? settled(season) : s.season,
    };
}

#define ROWS(type)                                                                                                 \
    type *level = state, *trend = level + stride, *variance = trend + stride, *count = variance + stride;          \
    type *visit = count + stride, *last = visit + stride, *elapsed = last + stride;                                \
    type *season = seasons + (size_t)p.slot * stride
#define LOADED                                                                                                     \
    { level[i], trend[i], variance[i], count[i], visit[i], last[i], elapsed[i], season[i] }

LANE void stored(
    struct holt_winters s, size_t i, float *level, float *trend, float *variance, float *count, float *visit,
    float *last, float *elapsed, float *season) {
    level[i] = s.level, trend[i] = s.trend, variance[i] = s.variance, count[i] = s.count;
    visit[i] = s.visit, last[i] = s.last, elapsed[i] = s.elapsed, season[i] = s.season;
}

KERNEL void andon_holt_winters_score(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *state,
    size_t stride, const float *seasons, float *expected, float *scale, float *residual) {
    const struct andon_holt_winters p = *parameters;
    ROWS(const float);
    EACH_LANE {
        struct holt_winters s = LOADED;
        struct verdict v = score(p, s, values[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
    }
}

KERNEL void andon_holt_winters_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *weights,
    const float *shares, float *state, size_t stride, float *seasons) {
    const struct andon_holt_winters p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct holt_winters s = LOADED;
        s = learn(p, s, values[i], weights[i], shares[i]);
        stored(s, i, level, trend, variance, count, visit, last, elapsed, season);
    }
}

KERNEL void andon_holt_winters_score_and_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *weights,
    const float *shares, float *state, size_t stride, float *seasons, float *expected, float *scale, float *residual) {
    const struct andon_holt_winters p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct holt_winters s = LOADED;
        struct verdict v = score(p, s, values[i]);
        s = learn(p, s, values[i], weights[i], shares[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        stored(s, i, level, trend, variance, count, visit, last, elapsed, season);
    }
}
