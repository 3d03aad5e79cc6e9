import "server-only";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

export interface HolidayRow {
  country: string;
  /** "" = the whole country */
  region: string;
  day: string;
  name: string;
}

export async function listHolidays(
  scope: Scope,
  between: { from: string; to: string },
): Promise<HolidayRow[]> {
  const rows = await scope.db.holiday.findMany({
    where: {
      organizationId: scope.organizationId,
      day: { gte: dayToColumn(between.from), lte: dayToColumn(between.to) },
    },
    orderBy: { day: "asc" },
  });
  return rows.map((row) => ({
    country: row.country,
    region: row.region,
    day: dayFromColumn(row.day),
    name: row.name,
  }));
}
