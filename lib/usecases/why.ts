import "server-only";
import { getDayTargetOf } from "@/lib/data/day-targets";
import type { EvidencePage } from "@/lib/data/evidence";
import { listGoals } from "@/lib/data/goals";
import { getOrganization } from "@/lib/data/organizations";
import { getOutlookOf } from "@/lib/data/outlooks";
import { getPerson, listPeople } from "@/lib/data/people";
import { listPeriods } from "@/lib/data/periods";
import type { Scope } from "@/lib/data/scope";
import type { ExplanationNode, PersonPlan, PlanResult } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { listEvidence, nodeAt } from "@/lib/usecases/evidence";
import { periodInForce } from "@/lib/usecases/planning/facts";

const ROWS_IN_SHEET = 3;

export interface WhyView {
  personId: string;
  personName: string;
  figure: string;
  day: string;
  /** the stage the figure asks for; null for the forecast */
  stage: { id: string; name: string; total: number; rhythm: number; push: number } | null;
  fixedAt: string | null;
  zone: string;
  root: ExplanationNode;
  measure: PlanInput["measure"];
  period: { kind: "month" | "quarter" | "year"; label: string; to: string };
  plan: Pick<PersonPlan, "saferPlan" | "nextPeriodWins" | "forecast" | "quotaMinor">;
  /** how old the evidence is: the newest day on which a record moved */
  newestEvidence: string | null;
  /** from the person's quota up to the company's goal */
  ladder: { name: string; amountMinor: number }[];
  opened: { path: string; evidence: EvidencePage } | null;
}

/**
 * Why a figure is what it is: the stored derivation of what was asked on a day (figure = a stage), or of the
 * forecast and the likelihood as they stand now. Null when there is no such figure or it is not the reader's to see.
 */
export async function why(
  scope: Scope,
  asked: { personId: string; day: string; figure: string; node?: string | undefined },
): Promise<WhyView | null> {
  // what a reader may not see has no address: the explanation of somebody out of reach is not there
  if ((await getPerson(scope, asked.personId, asked.day)) === null) return null;
  const [target, organization, people, periods] = await Promise.all([
    getDayTargetOf(scope, asked),
    getOrganization(scope),
    listPeople(scope, asked.day),
    listPeriods(scope),
  ]);
  const person = people.find((candidate) => candidate.id === asked.personId);
  const around = await periodInForce(scope, periods, asked.day);
  const morning = target?.plan as PlanResult | undefined;
  if (target === null || around === null || person === undefined || !morning?.ok) return null;
  const inputs = target.inputs as PlanInput;
  const root = await explanationOf(scope, asked.figure, morning.plan, target.funnelId, asked.personId);
  if (root === null) return null;
  const stage = morning.plan.stages.find((candidate) => candidate.stage === asked.figure);
  return {
    personId: person.id,
    personName: person.name,
    figure: asked.figure,
    day: asked.day,
    stage: stage
      ? {
          id: stage.stage,
          name: stage.name,
          total: stage.today.total,
          rhythm: stage.today.rhythm,
          push: stage.today.push,
        }
      : null,
    fixedAt: stage ? target.createdAt.toISOString() : null,
    zone: person.zone ?? organization.zone,
    root,
    measure: inputs.measure,
    period: around.period,
    plan: morning.plan,
    newestEvidence: newestOf(inputs),
    ladder: await ladderOf(scope, around.period.id, person.team?.id ?? null),
    opened: await openedOf(scope, root, asked.node),
  };
}

/** The tree behind a figure, from where it was stored. */
export async function explanationOf(
  scope: Scope,
  figure: string,
  plan: PersonPlan,
  funnelId: string,
  personId: string,
): Promise<ExplanationNode | null> {
  if (figure === "forecast" || figure === "likelihood") {
    const outlook = await getOutlookOf(scope, { personId, funnelId });
    const stored = outlook?.explanation as Partial<PersonPlan["explanation"]> | undefined;
    return stored?.[figure] ?? plan.explanation[figure];
  }
  return plan.explanation.stages.find((entry) => entry.stage === figure)?.root ?? null;
}

async function openedOf(
  scope: Scope,
  root: ExplanationNode,
  path: string | undefined,
): Promise<WhyView["opened"]> {
  const evidence = path === undefined ? undefined : nodeAt(root, path)?.evidence;
  if (path === undefined || evidence === undefined) return null;
  return { path, evidence: await listEvidence(scope, evidence, { offset: 0, limit: ROWS_IN_SHEET }) };
}

function newestOf(inputs: PlanInput): string | null {
  const days = inputs.steps.flatMap((step) => step.evidence?.params.newest ?? []);
  return days.map(String).sort().at(-1) ?? null;
}

/** The goals a person's quota is part of, nearest first. */
async function ladderOf(scope: Scope, periodId: string, teamId: string | null): Promise<WhyView["ladder"]> {
  const goals = await listGoals(scope, periodId);
  const ladder: WhyView["ladder"] = [];
  let goal = goals.find((candidate) => candidate.teamId !== null && candidate.teamId === teamId);
  goal ??= goals.find((candidate) => candidate.parentId === null);
  while (goal !== undefined && ladder.length < 6) {
    ladder.push({ name: goal.name, amountMinor: goal.amountMinor });
    const { parentId } = goal;
    goal = goals.find((candidate) => candidate.id === parentId);
  }
  return ladder;
}
