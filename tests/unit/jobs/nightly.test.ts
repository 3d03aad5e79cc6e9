import { describe, expect, it } from "vitest";
import { hourIn } from "@/lib/jobs/night-hour";

describe("the hour of the night in a zone", () => {
  it.each([
    ["Asia/Kathmandu", "2026-11-22T21:20:00Z", 3],
    ["Asia/Kathmandu", "2026-11-22T18:15:00Z", 0],
    ["America/New_York", "2026-11-23T08:00:00Z", 3],
    ["Pacific/Apia", "2026-11-22T13:59:00Z", 2],
    // The clocks of Berlin go from 02:00 to 03:00 that night: three o'clock comes, whatever is left out before it.
    ["Europe/Berlin", "2026-03-29T01:00:00Z", 3],
    // And from 03:00 back to 02:00: three o'clock comes once more, an hour later.
    ["Europe/Berlin", "2026-10-25T01:30:00Z", 2],
    ["Europe/Berlin", "2026-10-25T02:00:00Z", 3],
  ])("%s at %s is %i", (zone, instant, hour) => {
    expect(hourIn(zone, new Date(instant))).toBe(hour);
  });
});
