import { describe, expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  mondayOf,
  planDays,
  weekdayOf,
  weekdayWeights,
  workingDays,
} from "@/lib/engine/calendar";
import { maya } from "@/tests/support/plan-example";

describe("the calendar", () => {
  test("days are days in every zone and across leap days and summer time", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(weekdayOf("2026-11-24")).toBe(2);
    expect(weekdayOf("1969-12-31")).toBe(3);
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });

  test("weekend, holidays and time off are not worked", () => {
    const days = {
      from: "2026-11-23",
      to: "2026-11-30",
      weekend: [0, 6],
      holidays: ["2026-11-26"],
      timeOff: ["2026-11-30"],
    };
    expect(workingDays(days)).toEqual(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27"]);
    expect(workingDays({ ...days, from: "2026-12-01" })).toEqual([]);
    expect(() => workingDays({ ...days, weekend: [7] })).toThrow(RangeError);
  });

  test("Maya's quarter has 64 working days", () => {
    const days = workingDays({
      from: "2026-10-01",
      to: "2026-12-31",
      weekend: [0, 6],
      holidays: ["2026-11-26", "2026-12-25"],
      timeOff: [],
    });
    expect(days).toEqual(maya().workingDays.map(({ day }) => day));
    expect(days).toHaveLength(64);
  });

  test("half days and part time take their part, a day without work is none", () => {
    const days = planDays({
      from: "2026-11-23",
      to: "2026-11-27",
      weekend: [0, 6],
      holidays: [],
      timeOff: [],
      halfDays: ["2026-11-24"],
      partTime: { 3: 0, 5: 0.5 },
      weekdayProfile: new Map([[1, 1.2]]),
    });
    expect(days).toEqual([
      { day: "2026-11-23", fraction: 1, weight: 1.2 },
      { day: "2026-11-24", fraction: 0.5, weight: 0.5 },
      { day: "2026-11-26", fraction: 1, weight: 1 },
      { day: "2026-11-27", fraction: 0.5, weight: 0.5 },
    ]);
  });

  test("a weekday profile is shrunken to even with 20 days", () => {
    const weights = weekdayWeights([
      { weekday: 1, days: 20, volume: 300 },
      { weekday: 2, days: 20, volume: 100 },
    ]);
    expect([...weights.values()]).toEqual([1.25, 0.75]);
    expect([...weekdayWeights([{ weekday: 1, days: 0, volume: 0 }]).values()]).toEqual([1]);
  });
});
