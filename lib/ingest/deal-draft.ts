/** A day a record entered a stage; `person` is whoever owned it then. */
export type EntryDraft = { stage: string; enteredOn: string; leftOn: string | null };

export type OutcomeDraft =
  | { status: "open" }
  | { status: "won"; on: string }
  /** `at` is null when the file does not tell in which stage it was lost; `on` when it does not tell when. */
  | { status: "lost"; on: string | null; at: string | null };

export type DealSource = "inbound" | "outbound" | "referral" | "partner" | "expansion" | "unknown";

/** A row of a deals file, checked: what would be written. Amounts in minor units of the organization's currency. */
export type DealDraft = {
  row: number;
  externalId: string;
  name: string;
  /** What the person resolver answered: an id, or the key of a person still to be made. */
  person: string;
  source: DealSource;
  product: string | null;
  account: string | null;
  valueMinor: number | null;
  createdOn: string;
  /** False when the file has no day for it and `createdOn` is the newest day of the file. */
  createdOnKnown: boolean;
  expectedCloseOn: string | null;
  /** The stage it stands in, or stood in when it was lost; null when lost at a stage the file does not tell. */
  stage: string | null;
  outcome: OutcomeDraft;
  entries: EntryDraft[];
};

/** A record's one passage through a stage, as rates count it. */
export type PassDraft = {
  stage: string;
  reachedOn: string;
  passedOn: string | null;
  lostOn: string | null;
  passed: boolean;
  inferred: boolean;
};

/** Something a person should know about a row that was taken all the same. */
export type Flag = "day-order" | "no-day" | "won-without-value" | "lost-without-day" | "converted";

export const flagSentences: Record<Flag, string> = {
  "day-order": "have a stage dated after a later one; the earlier day counts",
  "no-day": "have no day at all: they are kept under the newest day of the file and counted in no rate",
  "won-without-value": "are won without a value: they count as wins and add nothing to the result",
  "lost-without-day": "are lost on an unknown day",
  converted: "were in another currency and were converted at the rate of their day",
};
