import "server-only";

/**
 * The hour of an instant in a zone, 0 to 23.
 *
 * @example
 * hourIn("Asia/Kathmandu", new Date("2026-11-22T21:20:00Z")) // => 3
 */
export function hourIn(zone: string, instant: Date): number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  return Number(format.formatToParts(instant).find(({ type }) => type === "hour")?.value);
}
