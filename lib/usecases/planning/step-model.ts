import "server-only";
import type { LandingCurve } from "@/lib/engine/plan-input";

/** Evidence at one step: decayed and matured for the posterior, plain for the eye. */
export interface StepTally {
  successes: number;
  trials: number;
  entered: number;
  advanced: number;
  lost: number;
  open: number;
}

/** What is known of one step before anybody's own evidence is added. */
export interface StepModel {
  /** share: at most one pass per entry (Beta). yield: counts over counts (Gamma-Poisson). */
  kind: "share" | "yield";
  from: string;
  to: string;
  byPerson: Map<string, StepTally>;
  team: StepTally;
  /** Beta (alpha, beta) of a share, Gamma (shape, rate) of a yield; null when nothing is known at all */
  prior: { alpha: number; beta: number } | null;
  basis: "fitted" | "industry" | "none";
  lag: LandingCurve | null;
  medianDays: number | null;
}
