import { z } from "zod";

/** Answers that come once per line of a table: `column.0`, `stage.3`. */
const lists = ["column", "question", "stage", "person", "type", "product"] as const;
type List = (typeof lists)[number];

const single = {
  importId: z.uuid(),
  next: z.enum(["preview", "save"]).default("preview"),
  funnel: z.string().max(60).optional(),
  dateOrder: z.enum(["", "iso", "day-month", "month-day"]).optional(),
  decimal: z.enum(["", "point", "comma"]).optional(),
  currency: z.string().max(3).optional(),
};

const MOST_LINES = 5000;
const numbered = new RegExp(`^(${lists.join("|")})\\.(\\d{1,4})$`);

export type ImportAnswersForm = z.infer<z.ZodObject<typeof single>> & {
  /** what was chosen, by place in the table as it was shown */
  lines: Record<List, ReadonlyMap<number, string>>;
};

/** The mapping form. Its fields are as many as the file has columns, stages and people, so they are read by their names. */
export const importAnswersForm: z.ZodType<ImportAnswersForm> = z
  .record(z.string().max(40), z.string().max(400))
  .transform((fields, context): ImportAnswersForm => {
    const lines = Object.fromEntries(lists.map((list) => [list, new Map<number, string>()])) as Record<
      List,
      Map<number, string>
    >;
    const rest: [string, string][] = [];
    for (const [name, value] of Object.entries(fields)) {
      const match = numbered.exec(name);
      if (match && Number(match[2]) < MOST_LINES) lines[match[1] as List].set(Number(match[2]), value);
      else rest.push([name, value]);
    }
    const parsed = z.strictObject(single).safeParse(Object.fromEntries(rest));
    if (parsed.success) return { ...parsed.data, lines };
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: "custom", message, path });
    return z.NEVER;
  });

export const commitImportForm = z.strictObject({ importId: z.uuid() });
