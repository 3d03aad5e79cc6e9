import { describe, expect, test } from "vitest";
import {
  formatDay,
  formatDayRange,
  formatDayShort,
  formatDayWithYear,
  formatMoment,
  formatMonthShort,
  formatTime,
  formatWeekday,
} from "@/lib/format/day";

describe("days", () => {
  test("long, short, with weekday and year", () => {
    expect(formatDay("2026-12-31", "en-GB")).toBe("31 December");
    expect(formatDayShort("2026-11-24", "en-GB")).toBe("24 Nov");
    expect(formatWeekday("2026-11-24", "en-GB")).toBe("Tuesday 24 November");
    expect(formatDayWithYear("2026-11-24", "en-GB")).toBe("24 Nov 2026");
    expect(formatMonthShort("2026-11-01", "en-GB")).toBe("Nov");
  });

  test("the reader's locale decides the order", () => {
    expect(formatDay("2026-12-31", "en-US")).toBe("December 31");
    expect(formatDay("2026-12-31", "de-DE")).toBe("31. Dezember");
  });

  test("a day stays the same day in every zone of the machine", () => {
    const zone = process.env.TZ;
    try {
      for (const tz of ["Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu", "UTC"]) {
        process.env.TZ = tz;
        expect(formatDay("2026-01-01", "en-GB")).toBe("1 January");
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test("ranges are written with to, sharing what they share", () => {
    expect(formatDayRange("2026-11-24", "2026-11-27", "en-GB")).toBe("24 to 27 Nov");
    expect(formatDayRange("2026-11-30", "2026-12-04", "en-GB")).toBe("30 Nov to 4 Dec");
    expect(formatDayRange("2026-11-24", "2026-11-27", "en-US")).toBe("Nov 24 to 27");
    expect(formatDayRange("2026-11-24", "2026-11-24", "en-GB")).toBe("24 Nov");
  });

  test.each(["2026-02-30", "24.11.2026", "2026-11-24T00:00:00Z", ""])("%s is no day", (text) => {
    expect(() => formatDay(text, "en-GB")).toThrow(RangeError);
  });
});

test("a moment is told in the zone that was asked for", () => {
  expect(formatTime("2026-11-24T11:00:00Z", "America/New_York", "en-GB")).toBe("06:00");
  expect(formatMoment("2026-11-24T23:30:00Z", "Asia/Kathmandu", "en-GB")).toBe("25 Nov, 05:15");
});
