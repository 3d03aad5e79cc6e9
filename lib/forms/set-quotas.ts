import { z } from "zod";

/** A field of the table: what is typed for a person and a period, or what stood there when the page was made. */
const cellName = /^(quota|was)\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;
const mostCells = 10_000;

export type TypedQuota = {
  field: string;
  personId: string;
  periodId: string;
  typed: string;
  wasMinor: number;
};

export type SetQuotasForm = { funnelId: string; how: "save" | "copy-forward"; cells: TypedQuota[] };

/** What a cell of the table is called in the form. */
export function quotaField(personId: string, periodId: string): string {
  return `quota.${personId}.${periodId}`;
}

/** The amount in minor units that the cell showed: a change is told from what somebody else changed meanwhile. */
export function quotaWasField(personId: string, periodId: string): string {
  return `was.${personId}.${periodId}`;
}

const single = z.strictObject({
  funnelId: z.uuid(),
  how: z.enum(["save", "copy-forward"]).default("save"),
});

/** The table of quotas: as many fields as people and periods, read by their names. */
export const setQuotasForm: z.ZodType<SetQuotasForm> = z
  .record(z.string().max(90), z.string().max(60, "Please write a number, like 300,000."))
  .transform((fields, context): SetQuotasForm => {
    const cells: TypedQuota[] = [];
    const rest: [string, string][] = [];
    for (const [name, value] of Object.entries(fields)) {
      const [, kind, personId, periodId] = cellName.exec(name) ?? [];
      if (kind === undefined || personId === undefined || periodId === undefined) rest.push([name, value]);
      else if (kind === "quota") {
        const was = fields[quotaWasField(personId, periodId)] ?? "";
        cells.push({
          field: name,
          personId,
          periodId,
          typed: value,
          wasMinor: /^\d{1,15}$/.test(was) ? Number(was) : 0,
        });
      }
    }
    const parsed = single.safeParse(Object.fromEntries(rest));
    if (parsed.success && cells.length <= mostCells) return { ...parsed.data, cells };
    for (const { message, path } of parsed.error?.issues ?? [])
      context.addIssue({ code: "custom", message, path });
    if (cells.length > mostCells)
      context.addIssue({ code: "custom", message: "These are too many at once." });
    return z.NEVER;
  });
