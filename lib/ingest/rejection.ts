import { counted } from "@/lib/ingest/refusal";

/** What a person would mend; rejected rows are grouped by it. */
export const repairs = {
  "missing-id": "no id. Add one, so that the next import recognises the row",
  "repeated-id": "an id that an earlier row has. Keep one row for each record",
  "too-many-cells":
    "more cells than there are headings. Put values that hold the separator in quotation marks",
  "missing-person": "nobody named. Write who it belongs to",
  "unknown-person": "a person who is not known here. Say who that is, or that the person is new",
  "missing-stage": "no stage. Write the stage the record is in",
  "unknown-stage": "a stage that has no answer yet. Say which step it is",
  "unknown-type":
    "an activity type that is not known here. Use the name of a channel or counter of the funnel",
  "unknown-record": "a record that is not known here. Import the deals first",
  "unknown-funnel": "a funnel that is not known here. Use the name of one of yours",
  "bad-day": "a day that cannot be read. Write it as 2026-11-24",
  "missing-day": "no day. Write the day it happened, as 2026-11-24",
  "future-day": "a day that has not come yet. Check the year and the order of day and month",
  "bad-amount": "an amount that is not a number. Write it as 300000 or 300,000.00",
  "negative-amount":
    "an amount below zero. A deal's value and a quota cannot be negative; a credit note is a result of its own",
  "absurd-amount": "an amount beyond 100 billion. Check the column: it may hold a telephone number or an id",
  "bad-count": "a count that is not a whole number from 0 to 100,000",
  "bad-currency": "a currency that is not a code of three letters such as USD",
  "other-currency":
    "another currency, for which no exchange rate is known. Import the amounts in your own currency",
  "bad-period": "a period that cannot be read. Write 2026-Q4, 2026-11, 2026, or the first and the last day",
  "missing-period": "a quota without a period. Write the period it is owed in",
} as const;
export type Repair = keyof typeof repairs;

/** A row that was not taken, with the cell that was the reason. */
export type Rejection = { row: number; repair: Repair; column: string | null; value: string };

export type RejectionGroup = { repair: Repair; sentence: string; rows: number[]; examples: string[] };

/** Rejected rows by what would mend them, largest group first. */
export function groupByRepair(rejections: readonly Rejection[]): RejectionGroup[] {
  const groups = new Map<Repair, Rejection[]>();
  for (const rejection of rejections) {
    const group = groups.get(rejection.repair);
    if (group) group.push(rejection);
    else groups.set(rejection.repair, [rejection]);
  }
  return [...groups]
    .map(([repair, members]) => ({
      repair,
      sentence: `${counted(members.length, "row")} with ${repairs[repair]}.`,
      rows: members.map(({ row }) => row),
      examples: [
        ...new Set(members.map(({ value }) => value.slice(0, 60)).filter((value) => value !== "")),
      ].slice(0, 5),
    }))
    .sort((a, b) => b.rows.length - a.rows.length);
}

/** One row's sentence, for the file of rejected rows: "Close Date: “31/31/2026”. Kept back: a day that …". */
export function rejectionSentence({ repair, column, value }: Rejection): string {
  const where = column === null ? "" : `${column}: ${value === "" ? "empty" : `“${value.slice(0, 60)}”`}. `;
  return `${where}Kept back: ${repairs[repair]}.`;
}
