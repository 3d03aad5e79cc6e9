import { parseCount } from "@/lib/ingest/amounts";
import type { ImportMapping } from "@/lib/ingest/mapping";
import { nameKey } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import { type DraftContext, draftRows, type RowReader } from "@/lib/ingest/row-reader";
import { yesOrNo } from "@/lib/ingest/stage-words";

/** A row of an activities or counts file. `externalId` names the same row the same way in the next export. */
export type ActivityDraft = {
  row: number;
  externalId: string;
  person: string;
  /** The activity type's key in the funnel. */
  type: string;
  day: string;
  quantity: number;
  outcome: string;
  seconds: number | null;
  /** External id of the record it belongs to. */
  record: string | null;
};

/** The activity type a file's word means: its id, or null when nobody said so yet. */
export type TypeResolver = (word: string) => string | null;

/** The rows of an activities file as drafts. Activities that are planned and not done are left out. */
export function draftActivities(
  table: FileTable,
  mapping: ImportMapping,
  context: DraftContext,
  typeOf: TypeResolver,
) {
  const ids = new Set<string>();
  const times = new Map<string, number>();
  return draftRows<ActivityDraft>(table, mapping, context, (reader) => {
    if (reader.text("done") !== "" && yesOrNo(reader.text("done")) === false) return null;
    const what = activityOf(reader, typeOf);
    const record = reader.text("record") || null;
    const own = reader.text("externalId");
    if (own !== "" && ids.has(own)) reader.reject("repeated-id", "externalId");
    ids.add(own);
    // Without an id the content names the row, numbered where it repeats: the same file again is the same rows.
    const content = [
      what.day,
      what.person,
      what.type,
      nameKey(what.outcome),
      what.seconds ?? "",
      record ?? "",
    ].join("|");
    const time = (times.get(content) ?? 0) + 1;
    if (own === "") times.set(content, time);
    return { row: reader.row, externalId: own === "" ? `${content}|${time}` : own, record, ...what };
  });
}

/** The rows of a counts file as drafts: one count per day, person and type; a later import replaces it. */
export function draftCounts(
  table: FileTable,
  mapping: ImportMapping,
  context: DraftContext,
  typeOf: TypeResolver,
) {
  const keys = new Set<string>();
  return draftRows<ActivityDraft>(table, mapping, context, (reader) => {
    const what = activityOf(reader, typeOf);
    const key = ["count", what.day, what.person, what.type].join("|");
    if (keys.has(key)) reader.reject("repeated-id", "day");
    keys.add(key);
    return { row: reader.row, externalId: key, record: null, ...what, outcome: "", seconds: null };
  });
}

function activityOf(reader: RowReader, typeOf: TypeResolver) {
  const person = reader.person("person", "personEmail");
  const type = typeOf(reader.text("type")) ?? reader.reject("unknown-type", "type");
  const day = reader.pastDay("day") ?? reader.reject("missing-day", "day");
  const count = reader.text("count");
  const quantity = count === "" ? 1 : (parseCount(count) ?? reader.reject("bad-count", "count"));
  const seconds = reader.text("seconds");
  return {
    person,
    type,
    day,
    quantity,
    outcome: reader.text("outcome"),
    seconds: seconds === "" ? null : secondsOf(seconds),
  };
}

/** "95", "1:35" and "00:01:35" are 95 seconds; anything else is not known. */
function secondsOf(text: string): number | null {
  if (!/^\d{1,6}$|^(\d{1,2}:)?\d{1,2}:\d{2}$/.test(text)) return null;
  return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}
