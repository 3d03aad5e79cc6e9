import "server-only";
import { z } from "zod";
import { importKinds, isFieldOf } from "@/lib/ingest/fields";

const text = (most: number) => z.string().max(most);
const stageTarget = z.union([z.object({ stage: text(200) }), z.literal("lost"), z.null()]);
const funnelStage = z.object({
  key: text(200),
  name: text(200),
  category: z.enum(["working", "won", "lost"]),
});

/** Who a name of the file is: somebody known, somebody new, or nobody (their rows are kept back); null waits. */
const personTarget = z.union([
  z.object({ person: z.uuid() }),
  z.literal("new"),
  z.literal("leave"),
  z.null(),
]);

/**
 * Everything that was answered about a file, as it is stored with the import and remembered for its source.
 * Lists of pairs, never objects keyed by what a file says: a heading may be called __proto__.
 */
export const importAnswers = z.object({
  kind: z.enum(importKinds),
  source: text(100),
  /** under which name the source is kept; ids are unique within it */
  sourceName: text(200),
  columns: z.array(z.object({ heading: text(40_000), field: text(300).nullable() })).max(500),
  dateOrder: z.enum(["iso", "day-month", "month-day", "ask"]),
  decimal: z.enum(["point", "comma", "ask"]),
  currency: text(3),
  funnel: z.union([
    z.object({ existing: z.uuid() }),
    z.object({ make: z.object({ name: text(200), stages: z.array(funnelStage).max(60) }) }),
    z.null(),
  ]),
  stages: z.array(z.object({ value: text(300), becomes: stageTarget })).max(500),
  people: z.array(z.object({ name: text(300), email: text(300), becomes: personTarget })).max(5000),
  types: z.array(z.object({ value: text(300), becomes: z.uuid().nullable() })).max(500),
  products: z.array(z.object({ value: text(300), keep: text(300) })).max(2000),
});

type Stored = z.infer<typeof importAnswers>;
export type ImportAnswers = Stored;
export type FunnelAnswer = Stored["funnel"];
export type PersonAnswer = Stored["people"][number];

/** What was stored, or null when it is not what this version writes. */
export function readAnswers(stored: unknown): ImportAnswers | null {
  const parsed = importAnswers.safeParse(stored);
  if (!parsed.success) return null;
  const { kind, columns } = parsed.data;
  return columns.every(({ field }) => field === null || isFieldOf(kind, field)) ? parsed.data : null;
}

/** What is kept with a source: the answers to its last file, one for each kind it has sent. */
const rememberedAnswers = z.array(z.unknown()).max(importKinds.length);

export function answersOfKind(stored: unknown, kind: ImportAnswers["kind"]): ImportAnswers | null {
  const parsed = rememberedAnswers.safeParse(stored);
  const all = parsed.success ? parsed.data.map(readAnswers) : [];
  return all.find((answers) => answers?.kind === kind) ?? null;
}

/** The same with the answers to a new file in place of the older ones of its kind. */
export function withAnswers(stored: unknown, answers: ImportAnswers): ImportAnswers[] {
  const others = importKinds.filter((kind) => kind !== answers.kind);
  return [...others.flatMap((kind) => answersOfKind(stored, kind) ?? []), answers];
}
