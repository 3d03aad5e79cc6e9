import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type LabelLengths,
  type LabelPlace,
  labelPx,
  placeLabels,
  type ResultBarValues,
  resultBarMarks,
} from "@/components/targets/result-bar-layout";

const maya: ResultBarValues = {
  won: 184_200,
  expected: 84_400,
  quota: 300_000,
  pace: 163_375,
  forecast: { low: 235_200, mean: 300_000, high: 367_700 },
};
const priya: ResultBarValues = {
  won: 262_400,
  expected: 91_700,
  quota: 320_000,
  pace: 174_267,
  forecast: { low: 320_900, mean: 390_000, high: 462_400 },
};
const lengths: LabelLengths = {
  open: labelPx("18 open deals, ", "$84.4k"),
  quota: labelPx("Quota ", "$300k"),
  pace: labelPx("usual pace by today $163k", ""),
  forecast: labelPx("forecast ", "$235k to $368k"),
};

/** From and to, in percent, with the eight pixels a label beside a tick keeps away. */
function span(place: LabelPlace, pixels: number, width: number): [number, number] {
  const length = (pixels / width) * 100;
  return "left" in place
    ? [place.left, place.left + length]
    : [100 - place.right - length, 100 - place.right];
}

describe("marks of a result bar", () => {
  test("stand where the mockup has them", () => {
    const marks = resultBarMarks(maya);
    expect(marks.won).toBeCloseTo(49.11, 1);
    expect(marks.openEnd).toBeCloseTo(71.62, 1);
    expect(marks.quota).toBeCloseTo(79.99, 1);
    expect(marks.pace).toBeCloseTo(43.56, 1);
    expect(marks.line?.left).toBeCloseTo(62.71, 1);
    expect(marks.line?.dot).toBeCloseTo(79.99, 1);
  });

  test("put the quota of several people at one place", () => {
    for (const values of [maya, priya]) expect(resultBarMarks(values, 61.73).quota).toBeCloseTo(61.73, 6);
  });

  test("survive a negative result, no quota and nothing at all", () => {
    expect(resultBarMarks({ won: -500, expected: 0, quota: 100, pace: null, forecast: null }).won).toBe(0);
    expect(
      resultBarMarks({ won: 10, expected: 0, quota: null, pace: null, forecast: null }).quota,
    ).toBeNull();
    const empty = resultBarMarks({ won: 0, expected: 0, quota: null, pace: null, forecast: null });
    expect(Object.values(empty).every((value) => value === null || Number.isFinite(value))).toBe(true);
  });
});

describe("labels of a result bar", () => {
  test("Maya's stand over their own marks", () => {
    const places = placeLabels(resultBarMarks(maya), lengths, 1112);
    expect(places.open).toMatchObject({ left: expect.closeTo(49.11, 1), beside: false });
    expect(places.quota).toEqual({ left: expect.closeTo(79.99, 1) });
    expect(places.forecastBelow).toBe(false);
  });

  test("Priya's open deals move behind the quota's tick instead of crossing it", () => {
    expect(placeLabels(resultBarMarks(priya), lengths, 700).open).toMatchObject({
      left: expect.closeTo(67.85, 1),
      beside: true,
    });
  });

  test("on a narrow bar the forecast goes to a line of its own rather than into the pace", () => {
    expect(placeLabels(resultBarMarks(maya), lengths, 280).forecastBelow).toBe(true);
  });

  test("no label crosses the quota's tick, another label or the edge, whatever the figures", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const bar = fc.record({
      won: amount,
      expected: amount,
      quota: amount,
      pace: amount,
      low: amount,
      spread: amount,
    });
    fc.assert(
      fc.property(bar, fc.constantFrom(280, 345, 700, 1112), (drawn, width) => {
        const { low, spread } = drawn;
        const forecast = { low, mean: low + spread / 2, high: low + spread };
        const marks = resultBarMarks({ ...drawn, quota: drawn.quota + 1, forecast });
        const places = placeLabels(marks, lengths, width);
        for (const name of ["open", "quota", "pace", "forecast"] as const) {
          const [from, to] = span(places[name], lengths[name], width);
          expect(from).toBeGreaterThanOrEqual(-1e-6);
          expect(to).toBeLessThanOrEqual(100 + 1e-6);
        }
        for (const name of ["open", "quota"] as const) {
          const [from, to] = span(places[name], lengths[name], width);
          const tick = marks.quota ?? 0;
          expect(from >= tick - 1e-6 || to <= tick + 1e-6).toBe(true);
        }
        const [paceFrom, paceTo] = span(places.pace, lengths.pace, width);
        const [forecastFrom, forecastTo] = span(places.forecast, lengths.forecast, width);
        const apart = forecastFrom >= paceTo || forecastTo <= paceFrom;
        expect(apart || places.forecastBelow).toBe(true);
      }),
    );
  });
});
