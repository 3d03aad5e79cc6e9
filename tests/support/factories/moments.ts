import { dayToColumn } from "@/lib/data/client/day-column";

/** The fixed today of the suite: a Sunday at the end of a trading week, in the fourth quarter. */
export const today = "2026-11-22";

/** When rows of the factories were recorded, unless a test says otherwise. */
export const recordedAt = new Date("2026-11-20T09:00:00Z");

/** A day as a date column takes it, to write rows by hand. */
export const day = dayToColumn;
