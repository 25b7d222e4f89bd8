#include "lanes.h"

// Weight of the newest squared error in the variance: a memory of 100 samples, 5 % noise in the scale.
#define VARIANCE_GAIN 0.01f
#define PERIODS_LIMIT 1024
// What is seen first becomes the season as it is, so a sample that tells of an anomaly must not be it.
#define LEAST_FIRST_WEIGHT 0.5f

// The seasons of this slot and its neighbours; NaN: never seen. A sample in the first half of its slot lies between the
// middle of the slot before and that of its own, so its season is drawn between them.
struct season {
    float before, own, after;
};

struct holt_winters {
    float level, trend, variance;
    float count;   // Samples learned whose slot had been known from an earlier visit.
    float visit;   // Samples of the visit to this slot, if it is the first one; else 0.
    float last;    // The slot of the sample before; -1: none.
    float elapsed;  // How far the clock moved since the first sample, in slots.
    struct season season;
};

struct forecast {
    float base, season, value, scale;
    int fresh, seen, first;
};

LANE float drawn(struct season s, float position) {
    float other = position < 0.5f ? s.before : s.after, share = fabsf(position - 0.5f);
    return other == other ? s.own + share * (other - s.own) : s.own;
}

// In the first visit to a slot only its season is learned, as the mean distance from a level that stands still. On
// its first day a series meets nothing but first visits, so on its second day the forecast is "as yesterday".
LANE struct forecast foretold(
    struct andon_holt_winters p, struct holt_winters s, float phase, float interval) {
    int seen = s.season.own == s.season.own;
    float base = s.level + p.damping * s.trend, season = seen ? s.season.own : 0;
    // Of a series that is slower than the slots each sample stands for its slot.
    float position = interval * p.slots_per_day < 1 ? p.offset + p.width * phase : 0.5f;
    float value = base + (seen ? drawn(s.season, position) : 0);
    return (struct forecast){
        .base = base,
        .season = season,
        .value = value,
        .scale = floored(p.limits, sqrtf(s.variance), value),
        .fresh = s.last < 0,
        .seen = seen,
        .first = !seen | ((s.last == p.slot) & (s.visit > 0)),
    };
}

LANE struct verdict score(struct andon_holt_winters p, struct holt_winters s, float x, float phase, float interval) {
    struct forecast f = foretold(p, s, phase, interval);
    return judged(!f.first & (s.count >= p.limits.warm_up), x, f.value, f.scale);
}

// Error-correction form: Hyndman, Koehler, Ord, Snyder (2008), "Forecasting with Exponential Smoothing", ETS(A,Ad,A);
// the seasonal gain is that of classical Holt-Winters, season * (1 - level). A season known from n periods moves by
// 1 / (n + 1) while that is more, and a slot with several samples shares its gain out among them. A slot learns how far
// samples lie from its own season, not from the drawn one: their mean is what belongs to its middle.
LANE struct holt_winters learn(
    struct andon_holt_winters p, struct holt_winters s, float x, float w, float phase, float interval) {
    struct forecast f = foretold(p, s, phase, interval);
    int taken = is_present(x) & (w > 0) & (!f.first | (w >= LEAST_FIRST_WEIGHT));
    w = smaller(w, 1);
    float share = smaller(larger(interval * p.slots_per_day, 1e-6f), 1);
    x = in_range(x);

    // A clock that seems to jump by more than half a period forward was put back.
    float ahead = p.slot - s.last;
    ahead = ahead < 0 ? ahead + p.slots : ahead;
    ahead = (f.fresh | (ahead * 2 > p.slots)) ? 0 : ahead;
    float elapsed = smaller(s.elapsed + ahead, PERIODS_LIMIT * p.slots);
    // Cut to whole periods: as often was a slot of the first one visited before. Half a slot more keeps the product on the
    // right side of a whole number; a division would cost more than all else here.
    float periods = larger((float)(int)((elapsed + 0.5f) * (1 / p.slots)), 1);

    int settled_in = !f.first & (s.count >= p.limits.warm_up);
    float limit = settled_in ? CLIP * f.scale : 1e18f;
    float e = clamped(difference(x, f.fresh ? x : f.value), limit);
    float own = clamped(difference(x, f.fresh ? x : f.base + f.season), limit);
    float visit = f.first ? (f.seen ? s.visit : 0) + w : 0;
    float seasonal = larger(p.season, 1 / (1 + periods)) * share * (1 - p.level) * w;
    // The newest sample's part of the mean of this visit, or of all samples.
    float part = w / (f.first ? visit : s.count + w);
    float season = f.season + (f.first ? part : seasonal) * own;

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
        .season.own = taken ? settled(season) : s.season.own,
    };
}

#define ROWS(type)                                                                                                 \
    type *level = state, *trend = level + stride, *variance = trend + stride, *count = variance + stride;          \
    type *visit = count + stride, *last = visit + stride, *elapsed = last + stride;                                \
    type *season = seasons + (size_t)p.slot * stride;                                                              \
    const float *before = seasons + (size_t)p.before * stride, *after = seasons + (size_t)p.after * stride
#define LOADED                                                                                                     \
    { level[i], trend[i], variance[i], count[i], visit[i], last[i], elapsed[i], {before[i], season[i], after[i]} }

LANE void stored(
    struct holt_winters s, size_t i, float *level, float *trend, float *variance, float *count, float *visit,
    float *last, float *elapsed, float *season) {
    level[i] = s.level, trend[i] = s.trend, variance[i] = s.variance, count[i] = s.count;
    visit[i] = s.visit, last[i] = s.last, elapsed[i] = s.elapsed, season[i] = s.season.own;
}

KERNEL void andon_holt_winters_score(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *phases,
    const float *intervals, const float *state, size_t stride, const float *seasons, float *expected, float *scale,
    float *residual) {
    const struct andon_holt_winters p = *parameters;
    ROWS(const float);
    EACH_LANE {
        struct holt_winters s = LOADED;
        struct verdict v = score(p, s, values[i], phases[i], intervals[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
    }
}

KERNEL void andon_holt_winters_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *phases,
    const float *intervals, const float *weights, float *state, size_t stride, float *seasons) {
    const struct andon_holt_winters p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct holt_winters s = LOADED;
        s = learn(p, s, values[i], weights[i], phases[i], intervals[i]);
        stored(s, i, level, trend, variance, count, visit, last, elapsed, season);
    }
}

KERNEL void andon_holt_winters_score_and_learn(
    const struct andon_holt_winters *parameters, size_t begin, size_t end, const float *values, const float *phases,
    const float *intervals, const float *weights, float *state, size_t stride, float *seasons, float *expected,
    float *scale, float *residual) {
    const struct andon_holt_winters p = *parameters;
    ROWS(float);
    EACH_LANE {
        struct holt_winters s = LOADED;
        struct verdict v = score(p, s, values[i], phases[i], intervals[i]);
        s = learn(p, s, values[i], weights[i], phases[i], intervals[i]);
        expected[i] = v.expected, scale[i] = v.scale, residual[i] = v.residual;
        stored(s, i, level, trend, variance, count, visit, last, elapsed, season);
    }
}
