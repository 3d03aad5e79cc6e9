import { parseDay } from "@/lib/ingest/days";
import type { DealDraft, DealSource, EntryDraft, Flag, OutcomeDraft } from "@/lib/ingest/deal-draft";
import { entriesOf, straighten } from "@/lib/ingest/entry-days";
import { isEnteredField, stageOfEnteredField } from "@/lib/ingest/fields";
import { columnOfField, type FunnelStage, type ImportMapping } from "@/lib/ingest/mapping";
import { nameKey } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import type { Rejection } from "@/lib/ingest/rejection";
import { type DraftContext, draftRows, type RowReader } from "@/lib/ingest/row-reader";
import { outcomeWord, yesOrNo } from "@/lib/ingest/stage-words";
import { type StepsInFile, stageResolver, stepsInFile } from "@/lib/ingest/steps-in-file";

export type DealDrafts = {
  drafts: DealDraft[];
  rejections: Rejection[];
  flags: { flag: Flag; rows: number[] }[];
  steps: StepsInFile;
};

const SOURCES: readonly DealSource[] = ["inbound", "outbound", "referral", "partner", "expansion"];

/** The rows of a deals file as drafts. `funnel` holds the stages that are measured by records, in order. */
export function draftDeals(
  table: FileTable,
  mapping: ImportMapping,
  funnel: readonly FunnelStage[],
  context: DraftContext,
): DealDrafts {
  const steps = stepsInFile(mapping.columns, mapping.stages, funnel);
  const draft = dealDrafter(table, mapping, funnel, context, steps);
  const { drafts, rejections } = draftRows(table, mapping, context, draft.one);
  return { drafts, rejections, flags: draft.flags(), steps };
}

function dealDrafter(
  table: FileTable,
  mapping: ImportMapping,
  funnel: readonly FunnelStage[],
  context: DraftContext,
  steps: StepsInFile,
) {
  const chain = funnel.filter(({ category }) => category !== "lost");
  const position = new Map(chain.map(({ key }, index) => [key, index]));
  const won = chain.find(({ category }) => category === "won")?.key ?? "";
  const stageOf = stageResolver(mapping.stages, funnel);
  const entered = [...columnOfField(mapping.columns).keys()].filter(isEnteredField).flatMap((field) => {
    const becomes = stageOf(stageOfEnteredField(field));
    return becomes === null || becomes === "lost" ? [] : [{ field, stage: becomes.stage }];
  });
  const keepProduct = new Map(mapping.products.map(({ value, keep }) => [value, keep]));
  const flagged = new Map<Flag, number[]>();
  const flag = (name: Flag, row: number) => {
    const rows = flagged.get(name);
    if (rows) rows.push(row);
    else flagged.set(name, [row]);
  };
  const ids = new Set<string>();
  const newest = newestDay(table, mapping, context);

  function one(reader: RowReader): DealDraft {
    const externalId = reader.text("externalId");
    if (externalId === "") reader.reject("missing-id", "externalId");
    if (ids.has(externalId)) reader.reject("repeated-id", "externalId");
    const person = reader.person("owner", "ownerEmail");
    const { outcome: status, stage } = standing(reader);
    const days = entryDays(reader);
    const closedOn = status === "open" ? null : closingDay(reader, status);
    if (status === "won") days.set(won, closedOn ?? reader.reject("missing-day", closingField(mapping)));
    if (straighten(days, position)) flag("day-order", reader.row);
    const entries = entriesOf(days, position, status === "lost" ? closedOn : null);
    const createdOn = reader.pastDay("createdOn") ?? entries[0]?.enteredOn ?? closedOn;
    if (createdOn === null) flag("no-day", reader.row);
    const outcome = outcomeOf(status, closedOn, stage, entries);
    if (outcome.status === "lost" && outcome.on === null) flag("lost-without-day", reader.row);
    const valueMinor = ownValueMinor(reader, closedOn ?? createdOn ?? newest);
    if (status === "won" && valueMinor === null) flag("won-without-value", reader.row);
    ids.add(externalId);
    const product = reader.text("product");
    const account = reader.text("account") || reader.text("parent") || null;
    const kept = product === "" ? null : (keepProduct.get(product) ?? product);
    return {
      row: reader.row,
      externalId,
      name: reader.text("name") || [account, kept].filter(Boolean).join(", ") || externalId,
      person,
      source: sourceOf(reader.text("source")),
      product: kept,
      account,
      valueMinor,
      createdOn: createdOn ?? newest,
      createdOnKnown: createdOn !== null,
      expectedCloseOn: reader.day("expectedCloseOn") ?? (status === "open" ? reader.day("closeOn") : null),
      stage:
        outcome.status === "won"
          ? won
          : outcome.status === "lost"
            ? outcome.at
            : (stage ?? entries.at(-1)?.stage ?? null),
      outcome,
      entries,
    };
  }

  /** Open, won or lost, and the working stage the row names. A status column speaks before the stage. */
  function standing(reader: RowReader): { outcome: "open" | "won" | "lost"; stage: string | null } {
    const text = reader.text("stage");
    const answer = text === "" ? null : stageOf(text);
    const status = reader.text("status") === "" ? null : outcomeWord(reader.text("status"));
    const isWon = yesOrNo(reader.text("won"));
    const byStage = answer === "lost" ? "lost" : answer?.stage === won ? "won" : null;
    const outcome =
      status === "won" || status === "lost" ? status : (byStage ?? (isWon === true ? "won" : null));
    if (text !== "" && answer === null && outcome === null) reader.reject("unknown-stage", "stage");
    if (text === "" && status === null && isWon === null) reader.reject("missing-stage", "stage");
    const stage = answer !== null && answer !== "lost" && answer.stage !== won ? answer.stage : null;
    return { outcome: outcome ?? "open", stage };
  }

  function entryDays(reader: RowReader): Map<string, string> {
    const days = new Map<string, string>();
    for (const { field, stage } of entered) {
      const day = reader.pastDay(field);
      const before = days.get(stage);
      if (day !== null && (before === undefined || day < before)) days.set(stage, day);
    }
    const first = chain[0]?.key;
    const created = reader.pastDay("createdOn");
    if (first !== undefined && created !== null && !days.has(first)) days.set(first, created);
    return days;
  }

  function closingDay(reader: RowReader, status: "won" | "lost"): string | null {
    const own = reader.pastDay(status === "won" ? "wonOn" : "lostOn");
    return own ?? reader.pastDay("closedOn") ?? reader.pastDay("closeOn");
  }

  /** Where it was lost: in the stage the row still names, else in the last dated one if the next would have had a day. */
  function outcomeOf(
    status: "open" | "won" | "lost",
    on: string | null,
    stage: string | null,
    entries: readonly EntryDraft[],
  ): OutcomeDraft {
    if (status === "won" && on !== null) return { status, on };
    if (status !== "lost") return { status: "open" };
    if (stage !== null) return { status, on, at: stage };
    const last = entries.at(-1)?.stage ?? chain[0]?.key ?? "";
    const next = chain[(position.get(last) ?? 0) + 1]?.key;
    return { status, on, at: next === undefined || steps.dated.has(next) ? last : null };
  }

  function ownValueMinor(reader: RowReader, day: string): number | null {
    const currency = reader.currency();
    const minor = reader.amountMinor("value", currency);
    if (minor === null) return null;
    const own = reader.ownMinor(minor, currency, day);
    if (currency !== context.currency) flag("converted", reader.row);
    return own;
  }

  return { one, flags: () => [...flagged].map(([name, rows]) => ({ flag: name, rows })) };
}

/** The newest day on which something happened in the file: where records without any day are kept. */
function newestDay(table: FileTable, mapping: ImportMapping, context: DraftContext): string {
  const past = ["createdOn", "closeOn", "closedOn", "wonOn", "lostOn"];
  const columns = mapping.columns.flatMap(({ field }, index) =>
    field !== null && (past.includes(field) || isEnteredField(field)) ? [index] : [],
  );
  let newest = "";
  for (const row of table.rows) {
    for (const column of columns) {
      const text = row.cells[column] ?? "";
      const day = text.trim() === "" ? null : parseDay(text, mapping.dateOrder, context.zone);
      if (day !== null && day > newest && day <= context.today) newest = day;
    }
  }
  return newest === "" ? context.today : newest;
}

function closingField(mapping: ImportMapping) {
  const fields = mapping.columns.map(({ field }) => field);
  return (["wonOn", "closedOn", "closeOn"] as const).find((field) => fields.includes(field)) ?? "closeOn";
}

function sourceOf(text: string): DealSource {
  const word = nameKey(text);
  return SOURCES.find((source) => word.startsWith(source.slice(0, 7))) ?? "unknown";
}
