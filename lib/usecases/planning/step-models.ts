import "server-only";
import { INDUSTRY_RATES, type IndustryStep, industryFallback } from "@/lib/engine/industry";
import { FEWEST_PEOPLE, fitPrior, priorOf } from "@/lib/engine/pooling";
import { fitYieldPrior } from "@/lib/engine/yield";
import { type ChainLink, chainOf } from "@/lib/usecases/planning/chain-of";
import { countStep } from "@/lib/usecases/planning/count-steps";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import { recordStep } from "@/lib/usecases/planning/record-steps";
import type { StepModel } from "@/lib/usecases/planning/step-model";

/** The links of a chain that anything is known about, and the step from each to the next. */
export interface ChainModel {
  measure: string;
  links: ChainLink[];
  steps: StepModel[];
  /** Links before the first step with any evidence: the data does not say how one becomes the next. */
  notInData: ChainLink[];
}

/** Peers at a step: same position where there are enough of them, else everybody (method b4). */
export function chainModel(facts: FunnelFacts, measure: string, position: string): ChainModel {
  const links = chainOf(facts.funnel, measure);
  const peers = peersOf(facts, position);
  const steps = links.slice(1).map((to, place) => {
    const from = links[place] as ChainLink;
    const bare =
      from.measuredBy === "record" ? recordStep(facts, from.id, to.id) : countStep(facts, from, to);
    return withPrior(bare, peers, from.stage?.industryStep ?? null);
  });
  const unknown = steps.findIndex((step) => step.prior !== null);
  const first = unknown === -1 ? steps.length : unknown;
  return { measure, links: links.slice(first), steps: steps.slice(first), notInData: links.slice(0, first) };
}

function peersOf(facts: FunnelFacts, position: string): Set<string> | null {
  const same = facts.people.filter((person) => person.position === position).map((person) => person.id);
  return same.length >= FEWEST_PEOPLE ? new Set(same) : null;
}

function withPrior(
  step: Omit<StepModel, "prior" | "basis">,
  peers: Set<string> | null,
  industryStep: string | null,
): StepModel {
  const tallies = [...step.byPerson]
    .filter(([person, tally]) => tally.trials > 0 && (peers === null || peers.has(person)))
    .map(([, tally]) => tally);
  const known = tallies.length > 0 && tallies.some((tally) => tally.trials > 0);
  const industry =
    industryStep !== null && industryStep in INDUSTRY_RATES
      ? industryFallback(industryStep as IndustryStep)
      : null;
  if (!known) {
    if (industry === null) return { ...step, prior: null, basis: "none" };
    const prior = priorOf(industry.mean, industry.strength);
    return { ...step, kind: "share", prior: { alpha: prior.alpha, beta: prior.beta }, basis: "industry" };
  }
  if (step.kind === "yield") {
    const prior = fitYieldPrior(
      tallies.map(({ successes, trials }) => ({ outcomes: successes, exposure: trials })),
    );
    return { ...step, prior: { alpha: prior.shape, beta: prior.rate }, basis: "fitted" };
  }
  const prior = fitPrior(tallies.map(({ successes, trials }) => ({ successes, trials })));
  return { ...step, prior: { alpha: prior.alpha, beta: prior.beta }, basis: "fitted" };
}
