import { describe, expect, it } from "vitest";
import { dayIn, makeClock } from "@/lib/clock";

describe("The clock", () => {
  it("goes with the world when nothing is set", () => {
    const before = Date.now();
    const now = makeClock(undefined).now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it("is on a set day everywhere, for as long as the process lives", () => {
    let elapsed = 0;
    const clock = makeClock("2026-11-22", () => elapsed);
    for (const zone of ["Pacific/Honolulu", "America/New_York", "UTC", "Asia/Kathmandu", "Pacific/Apia"]) {
      expect(clock.todayIn(zone)).toBe("2026-11-22");
      expect(dayIn(zone, clock.now())).toBe("2026-11-22");
    }
    elapsed = 90_000_000; // 25 hours
    expect(clock.todayIn("UTC")).toBe("2026-11-22");
  });

  it("goes on from a set instant", () => {
    let elapsed = 0;
    const clock = makeClock("2026-11-22T23:59:59Z", () => elapsed);
    expect(clock.todayIn("UTC")).toBe("2026-11-22");
    elapsed = 1_000;
    expect(clock.now().toISOString()).toBe("2026-11-23T00:00:00.000Z");
    expect(clock.todayIn("UTC")).toBe("2026-11-23");
    expect(clock.todayIn("America/New_York")).toBe("2026-11-22");
  });

  it("knows the day in zones with odd offsets and on days the clocks change", () => {
    expect(dayIn("Asia/Kathmandu", new Date("2026-11-22T18:14:59Z"))).toBe("2026-11-22"); // +05:45
    expect(dayIn("Asia/Kathmandu", new Date("2026-11-22T18:15:00Z"))).toBe("2026-11-23");
    expect(dayIn("America/New_York", new Date("2026-11-01T03:59:59Z"))).toBe("2026-10-31"); // still daylight time
    expect(dayIn("America/New_York", new Date("2026-11-02T04:59:59Z"))).toBe("2026-11-01"); // no longer
    expect(dayIn("UTC", new Date("0099-01-01T00:00:00Z"))).toBe("0099-01-01");
  });

  it("refuses a zone that does not exist", () => {
    expect(() => dayIn("Mars/Olympus", new Date())).toThrow(RangeError);
  });
});
