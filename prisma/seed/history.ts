/** What the simulation tells: counts per person, day and type, and the life of every record, in plain day numbers. */

export interface CountOfDay {
  person: string;
  day: number;
  /** slug of a channel, or of the counter of conversations */
  type: string;
  outcome: string;
  quantity: number;
}

export type LifeEvent =
  | { kind: "entered"; day: number; stage: number; person: string }
  | { kind: "lost"; day: number }
  | { kind: "reopened"; day: number }
  | { kind: "valued"; day: number; before: number | null; after: number }
  | { kind: "reassigned"; day: number; before: string; after: string }
  | { kind: "booked"; day: number; amount: number; sharedWith: string | null }
  | { kind: "handed-over"; day: number; by: string }
  | { kind: "fell-off"; day: number; amount: number };

/** A record from its first day on. Everything in it lies at or before the last day of the history. */
export interface RecordLife {
  /** unique and stable: its first owner and how manieth record of theirs it is */
  key: string;
  name: string;
  product: string | null;
  parent: string | null;
  source: "inbound" | "outbound" | "referral";
  owner: string;
  createdOn: number;
  firstValue: number | null;
  value: number | null;
  events: LifeEvent[];
}

export interface History {
  counts: CountOfDay[];
  records: RecordLife[];
  /** parents in the order in which they were opened */
  parents: { key: string; name: string; openings: number; openedOn: number }[];
}

/** The counter that says "one more conversation", for those that no call brought. */
export const CONVERSATION_COUNTER = "conversation";
