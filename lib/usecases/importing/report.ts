import "server-only";
import { z } from "zod";
import type { RowVerdict } from "@/lib/data/import-rows";
import { type Flag, flagSentences } from "@/lib/ingest/deal-draft";
import { counted, grouped } from "@/lib/ingest/refusal";
import { groupByRepair, type Rejection, rejectionSentence, repairs } from "@/lib/ingest/rejection";
import type { PlannedRows } from "@/lib/usecases/importing/planned-rows";

/** What an import does, in figures: stored with it, shown before and after it is done. */
export const importReport = z.object({
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  leftOut: z.number(),
  /** people who are not here yet */
  newPeople: z.number(),
  /** of the rows that are taken: how many people they name, and how the records stand */
  people: z.number(),
  won: z.number(),
  lost: z.number(),
  open: z.number(),
  /** won records' value in minor units */
  wonMinor: z.number(),
  /** steps of the funnel, and whether the file tells how many went on and when */
  steps: z.array(z.object({ from: z.string(), to: z.string(), known: z.boolean() })).max(100),
  notes: z.array(z.string()).max(20),
  groups: z
    .array(
      z.object({
        repair: z.string(),
        sentence: z.string(),
        rows: z.array(z.number()).max(200),
        count: z.number(),
        examples: z.array(z.string()).max(5),
      }),
    )
    .max(40),
});
export type ImportReport = z.infer<typeof importReport>;

export function readReport(stored: unknown): ImportReport | null {
  const parsed = importReport.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

const SHOWN_ROWS = 200;

/** The report of planned rows; created, updated and unchanged are counted as they are decided. */
export function reportOf(planned: PlannedRows): ImportReport {
  const { rejections, leftOut, table } = planned;
  const references = referencesOf(planned);
  return {
    read: table.rows.length,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: rejections.length,
    leftOut,
    newPeople: [...references].filter((reference) => reference.startsWith("new:")).length,
    people: references.size,
    ...outcomesOf(planned),
    steps: stepsOf(planned),
    notes: notesOf(planned),
    groups: groupByRepair(rejections).map(({ rows, ...group }) => ({
      ...group,
      rows: rows.slice(0, SHOWN_ROWS),
      count: rows.length,
    })),
  };
}

/** Rows that are not taken, as verdicts with their sentence. */
export function rejectionVerdicts(rejections: readonly Rejection[]): RowVerdict[] {
  return rejections.map((rejection) => ({
    row: rejection.row,
    verdict: "reject",
    repair: rejection.repair,
    sentence: rejectionSentence(rejection),
    recordId: null,
  }));
}

/** A report with what was decided about a piece of rows added to it. */
export function tallied(report: ImportReport, verdicts: readonly RowVerdict[]): ImportReport {
  const count = (verdict: RowVerdict["verdict"]) => verdicts.filter((row) => row.verdict === verdict).length;
  return {
    ...report,
    created: report.created + count("create"),
    updated: report.updated + count("change"),
    unchanged: report.unchanged + count("unchanged"),
    rejected: report.rejected + count("reject"),
    groups: withLateRejections(report.groups, verdicts),
  };
}

/** Rows that turned out only in the database to have no place: a record nobody knows. */
function withLateRejections(
  groups: ImportReport["groups"],
  verdicts: readonly RowVerdict[],
): ImportReport["groups"] {
  const late = verdicts.filter(({ verdict }) => verdict === "reject").map(({ row }) => row);
  if (late.length === 0) return groups;
  const repair = "unknown-record";
  const before = groups.find((group) => group.repair === repair);
  const count = (before?.count ?? 0) + late.length;
  const sentence = `${counted(count, "row")} with ${repairs[repair]}.`;
  const rows = [...(before?.rows ?? []), ...late].slice(0, SHOWN_ROWS);
  return [...groups.filter((group) => group !== before), { repair, sentence, rows, count, examples: [] }];
}

/** Funnel steps a file of deals cannot tell, the way from outreach to the first stage among them. */
function stepsOf(planned: PlannedRows): ImportReport["steps"] {
  if (planned.kind !== "deals") return [];
  const { answers, known, stages, deals } = planned;
  const name = new Map(stages.map((stage) => [stage.key, stage.name]));
  const existing = answers.funnel && "existing" in answers.funnel ? answers.funnel.existing : null;
  const funnel = known.funnels.find(({ id }) => id === existing);
  const counted = funnel?.stages.filter(
    ({ measuredBy, category }) => measuredBy === "count" && category === "working",
  );
  const before = [funnel?.outreachName ?? "Outreach", ...(counted ?? []).map((stage) => stage.name)];
  const first = stages[0]?.name;
  const beforeFirst = before.flatMap((from, index) => {
    const to = before[index + 1] ?? first;
    return to === undefined ? [] : [{ from, to, known: false }];
  });
  return [
    ...beforeFirst,
    ...deals.steps.steps.map(({ from, to, known: isKnown }) => ({
      from: name.get(from) ?? from,
      to: name.get(to) ?? to,
      known: isKnown,
    })),
  ];
}

function outcomesOf(planned: PlannedRows) {
  const outcomes = { won: 0, lost: 0, open: 0, wonMinor: 0 };
  if (planned.kind !== "deals") return outcomes;
  for (const { outcome, valueMinor } of planned.deals.drafts) {
    outcomes[outcome.status]++;
    if (outcome.status === "won") outcomes.wonMinor += valueMinor ?? 0;
  }
  return outcomes;
}

function referencesOf(planned: PlannedRows): Set<string> {
  switch (planned.kind) {
    case "deals":
      return new Set(planned.deals.drafts.map(({ person }) => person));
    case "people":
      return new Set(planned.drafts.map(({ name, email }) => email ?? name));
    case "stage-entries":
      return new Set(planned.drafts.flatMap(({ person }) => (person === null ? [] : [person])));
    default:
      return new Set(planned.drafts.map(({ person }) => person));
  }
}

function notesOf(planned: PlannedRows): string[] {
  const { facts } = planned.table;
  const flags: { flag: Flag; rows: number[] }[] = planned.kind === "deals" ? planned.deals.flags : [];
  const notes = flags.map(({ flag, rows }) => `${counted(rows.length, "row")} ${flagSentences[flag]}.`);
  const left = [
    [facts.footerRows, "below the table, a report's footer"],
    [facts.repeatedHeadingRows, "that repeat the headings"],
    [facts.emptyRows, "that are empty"],
  ] as const;
  for (const [rows, what] of left) {
    if (rows.length > 0) notes.push(`${counted(rows.length, "row")} ${what}: left out (${rowList(rows)}).`);
  }
  if (planned.leftOut > 0)
    notes.push(`${counted(planned.leftOut, "row")} in which nothing happened: left out.`);
  return notes;
}

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 5).map(grouped).join(", ");
  return rows.length > 5 ? `rows ${shown}, …` : `${rows.length === 1 ? "row" : "rows"} ${shown}`;
}
