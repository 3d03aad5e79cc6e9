import type { PersonPlan } from "@/lib/engine/person-plan-shape";

/** What a team page knows of a person: result, forecast, at most one clear step. Nothing of what they did all day. */
export type TeamPersonFacts = {
  id: string;
  name: string;
  startedOn: string | null;
  plan: PersonPlan;
  openCount: number;
  gap: {
    from: string;
    to: string;
    rate: number;
    trials: number;
    benchmark: number;
    worthMinor: number;
  } | null;
};
