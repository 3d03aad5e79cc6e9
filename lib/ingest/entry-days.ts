import type { EntryDraft } from "@/lib/ingest/deal-draft";

/** A day after that of a later stage cannot be: the earlier day counts (method, a1). True when one had to be moved. */
export function straighten(days: Map<string, string>, position: ReadonlyMap<string, number>): boolean {
  const order = [...days.keys()].sort((a, b) => (position.get(b) ?? 0) - (position.get(a) ?? 0));
  let earliest = "9999-12-31";
  let moved = false;
  for (const stage of order) {
    const day = days.get(stage) ?? earliest;
    if (day > earliest) {
      days.set(stage, earliest);
      moved = true;
    } else earliest = day;
  }
  return moved;
}

/** Entries in the order of the funnel; each is left when the next begins, the last when the record was lost. */
export function entriesOf(
  days: ReadonlyMap<string, string>,
  position: ReadonlyMap<string, number>,
  lostOn: string | null,
): EntryDraft[] {
  const order = [...days].sort(([a], [b]) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  return order.map(([stage, enteredOn], index) => ({
    stage,
    enteredOn,
    leftOn: order[index + 1]?.[1] ?? lostOn,
  }));
}
