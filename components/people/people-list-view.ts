import type { Amount } from "@/lib/format/amount";

/** Somebody in the list of people, with what they owe in the present and the next period. */
export type PersonInList = {
  id: string;
  name: string;
  team: string | null;
  position: string;
  startOn: string | null;
  quotas: readonly {
    periodId: string;
    amountMinor: number;
    amount: Amount;
    /** what a quota that is no money counts: "Accepted meeting" */
    countedIn: string | null;
  }[];
};

export type ListedPeriod = { id: string; label: string };

export type PeopleInList = {
  people: readonly PersonInList[];
  periods: readonly ListedPeriod[];
  funnels: readonly { id: string; name: string }[];
  funnelId: string | null;
};
