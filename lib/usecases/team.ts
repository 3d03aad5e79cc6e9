import "server-only";
import { listGoals } from "@/lib/data/goals";
import { getOrganization } from "@/lib/data/organizations";
import { listOutlooks } from "@/lib/data/outlooks";
import { listPeople, type PersonRow } from "@/lib/data/people";
import { listPeriods } from "@/lib/data/periods";
import { listResults } from "@/lib/data/results";
import type { Scope } from "@/lib/data/scope";
import { topQuarterRate } from "@/lib/engine/benchmark";
import { addDays } from "@/lib/engine/calendar";
import { quickAttainment } from "@/lib/engine/forecast";
import { probabilityOfRealGap, statedGaps } from "@/lib/engine/gaps";
import type { PersonPlan, PlanResult } from "@/lib/engine/person-plan-shape";
import { DEFAULT_STATUS_BANDS, type PlanInput, type PlanStep } from "@/lib/engine/plan-input";
import { likelihoodOf, statusOf } from "@/lib/engine/status";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { periodInForce } from "@/lib/usecases/planning/facts";

/** z of an 80 % range. */
const RANGE_Z = 1.2816;
/** Seasons and markets move everybody at once: the whole spreads a little more than its independent parts. */
const COMMON_SHOCK = 0.1;

export interface TeamPersonView {
  id: string;
  name: string;
  startedOn: string | null;
  plan: PersonPlan;
  openCount: number;
  /** the one step to talk about, when the gap is clear after allowing for all cells */
  gap: StepGap | null;
}

export interface StepGap {
  from: string;
  to: string;
  rate: number;
  trials: number;
  benchmark: number;
  /** a quarter, at the volume of the plan */
  worthMinor: number;
}

export interface TeamView {
  teamName: string;
  measure: PlanInput["measure"];
  period: { kind: "month" | "quarter" | "year"; label: string; from: string; to: string };
  workdaysLeft: number;
  openCount: number;
  wonMinor: number;
  goalMinor: number;
  expectedMinor: number;
  paceMinor: number;
  forecast: { lowMinor: number; meanMinor: number; highMinor: number };
  likelihood: number;
  status: PersonPlan["status"];
  needs: TeamPersonView[];
  calm: TeamPersonView[];
  quiet: TeamPersonView[];
  /** people whose quota is counted in something else, and those without a plan */
  others: { id: string; name: string; plan: PersonPlan | null; measure: PlanInput["measure"] | null }[];
  wonThisWeek: {
    totalMinor: number;
    byPerson: { name: string; amountMinor: number }[];
    from: string;
    to: string;
  };
  stageNames: Record<string, string>;
}

/** Will we make it, and who needs me? Results and forecasts of the people in reach; never what anybody did all day. */
export async function teamBoard(scope: Scope, day: string): Promise<TeamView | null> {
  await ensureDay(scope, day);
  const [organization, periods, people, outlooks] = await Promise.all([
    getOrganization(scope),
    listPeriods(scope),
    listPeople(scope, day),
    listOutlooks(scope, { day, withInputs: true }),
  ]);
  const around = await periodInForce(scope, periods, day);
  const rows = outlooks.flatMap((outlook) => {
    const person = people.find((candidate) => candidate.id === outlook.personId);
    const result = outlook.plan as PlanResult;
    return person
      ? [{ person, result, funnelId: outlook.funnelId, inputs: outlook.inputs as PlanInput }]
      : [];
  });
  const planned = rows.flatMap((row) => (row.result.ok ? [{ ...row, plan: row.result.plan }] : []));
  const money = planned.filter((row) => row.inputs.measure.kind === "money");
  const first = money[0];
  if (around === null || first === undefined) return null;

  const { period } = around;
  const gaps = clearGaps(money);
  const views = money.map(
    (row): TeamPersonView => ({
      id: row.person.id,
      name: row.person.name,
      startedOn: row.person.startOn,
      plan: row.plan,
      openCount: row.inputs.openRecords.length,
      gap: gaps.get(row.person.id) ?? null,
    }),
  );
  const whole = addUp(views.map((view) => view.plan));
  const goals = await listGoals(scope, period.id);
  const goal = goalOf(
    goals,
    scope,
    money.map((row) => row.person),
  );
  const goalMinor = goal?.amountMinor ?? whole.quotaMinor;
  const missingMinor = goalMinor - whole.wonMinor;
  const likelihood = likelihoodOf(
    quickAttainment({
      missingMinor: Math.max(0, missingMinor),
      mean: Math.max(0, whole.meanMinor - whole.wonMinor),
      variance: whole.variance,
    }),
  );
  const wanting = (view: TeamPersonView) => view.plan.status === "at-risk" || view.plan.status === "behind";
  return {
    teamName: goal?.name ?? organization.name,
    measure: first.inputs.measure,
    period,
    workdaysLeft: Math.ceil(Math.max(...views.map((view) => view.plan.fullDaysLeft))),
    openCount: views.reduce((sum, view) => sum + view.openCount, 0),
    wonMinor: whole.wonMinor,
    goalMinor,
    expectedMinor: whole.openMinor,
    paceMinor: whole.quotaMinor > 0 ? (whole.paceMinor / whole.quotaMinor) * goalMinor : 0,
    forecast: {
      lowMinor: Math.max(whole.wonMinor, whole.meanMinor - RANGE_Z * Math.sqrt(whole.variance)),
      meanMinor: whole.meanMinor,
      highMinor: whole.meanMinor + RANGE_Z * Math.sqrt(whole.variance),
    },
    likelihood: likelihood.shown,
    status: statusOf({
      likelihood,
      quotaMet: missingMinor <= 0,
      ownEvidence: 1,
      outOfReach: false,
      bands: DEFAULT_STATUS_BANDS,
    }),
    needs: views.filter(wanting).sort((a, b) => shortfall(b.plan) - shortfall(a.plan)),
    calm: views.filter((view) => !wanting(view) && !view.plan.quiet),
    quiet: views.filter((view) => !wanting(view) && view.plan.quiet),
    others: rows
      .filter((row) => !row.result.ok || row.inputs.measure.kind !== "money")
      .map((row) => ({
        id: row.person.id,
        name: row.person.name,
        plan: row.result.ok ? row.result.plan : null,
        measure: row.result.ok ? row.inputs.measure : null,
      })),
    wonThisWeek: await wonLately(
      scope,
      first.funnelId,
      money.map((row) => row.person),
      day,
    ),
    stageNames: Object.fromEntries(
      money.flatMap((row) => row.inputs.stages.map((stage) => [stage.id, stage.name])),
    ),
  };
}

/** The goal of the one team these people are in; of several teams, the company's. */
function goalOf(
  goals: { name: string; amountMinor: number; teamId: string | null; parentId: string | null }[],
  scope: Scope,
  people: PersonRow[],
) {
  const teams = new Set(people.map((person) => person.team?.id));
  const [team] = teams;
  if (teams.size === 1 && team) return goals.find((goal) => goal.teamId === team);
  return scope.reach.kind === "all" ? goals.find((goal) => goal.parentId === null) : undefined;
}

/** Sums of people's forecasts; their spreads add as variances, with what moves everybody at once on top. */
function addUp(plans: PersonPlan[]) {
  let [wonMinor, quotaMinor, openMinor, meanMinor, paceMinor, variance] = [0, 0, 0, 0, 0, 0];
  for (const plan of plans) {
    wonMinor += plan.closedMinor;
    quotaMinor += plan.quotaMinor;
    openMinor += plan.openExpectedMinor;
    meanMinor += plan.forecast.expectedMinor;
    paceMinor += plan.pace.expectedByNowMinor;
    variance += ((plan.forecast.highMinor - plan.forecast.lowMinor) / (2 * RANGE_Z)) ** 2;
  }
  variance += (COMMON_SHOCK * Math.max(0, meanMinor - wonMinor)) ** 2;
  return { wonMinor, quotaMinor, openMinor, meanMinor, paceMinor, variance };
}

function shortfall(plan: PersonPlan): number {
  return plan.quotaMinor - plan.forecast.expectedMinor;
}

type Planned = { person: PersonRow; plan: PersonPlan; inputs: PlanInput };

/**
 * For each person the step whose gap to the strong ones here is worth most, among those that stay clear after
 * allowing for every cell looked at (method b6, f). Nobody quiet or learning is compared.
 */
function clearGaps(rows: Planned[]): Map<string, StepGap> {
  const cells = rows.flatMap((row) =>
    row.inputs.steps.flatMap((step) => {
      const cell = gapCell(row, step, rows);
      return cell === null ? [] : [{ ...cell, personId: row.person.id }];
    }),
  );
  const stated = statedGaps(cells.map((cell) => 1 - cell.chance));
  const clear = new Map<string, StepGap>();
  cells.forEach((cell, place) => {
    const known = clear.get(cell.personId);
    if (stated[place] && cell.gap.worthMinor > (known?.worthMinor ?? 0)) clear.set(cell.personId, cell.gap);
  });
  return clear;
}

function gapCell(row: Planned, step: PlanStep, rows: Planned[]): { chance: number; gap: StepGap } | null {
  if (step.rate?.kind !== "share" || row.plan.quiet || row.plan.status === "learning") return null;
  const peers = rows.flatMap(({ person, inputs }) => {
    const same = inputs.steps.find((other) => other.from === step.from && other.to === step.to);
    return same?.rate && person.id !== row.person.id
      ? [{ mean: same.rate.mean, trials: same.ownTrials }]
      : [];
  });
  const benchmark = topQuarterRate(peers);
  if (benchmark === null || benchmark <= step.rate.mean) return null;
  const { alpha, beta, mean } = step.rate;
  const name = (id: string) => row.inputs.stages.find((stage) => stage.id === id)?.name ?? id;
  return {
    chance: probabilityOfRealGap({ alpha, beta }, benchmark),
    gap: {
      from: name(step.from),
      to: name(step.to),
      rate: mean,
      trials: Math.round(step.ownTrials),
      benchmark,
      worthMinor: row.plan.nextQuotaMinor * (benchmark / mean - 1),
    },
  };
}

async function wonLately(
  scope: Scope,
  funnelId: string,
  people: PersonRow[],
  day: string,
): Promise<TeamView["wonThisWeek"]> {
  const from = addDays(day, -7);
  const to = addDays(day, -1);
  const results = await listResults(scope, {
    funnelId,
    from,
    to,
    personIds: people.map((person) => person.id),
  });
  const byPerson = people
    .map((person) => ({
      name: person.name,
      amountMinor: results
        .filter((row) => row.personId === person.id && row.measure === "money" && row.kind !== "overlay")
        .reduce((sum, row) => sum + row.amountMinor, 0),
    }))
    .filter((entry) => entry.amountMinor > 0)
    .sort((a, b) => b.amountMinor - a.amountMinor);
  return { totalMinor: byPerson.reduce((sum, entry) => sum + entry.amountMinor, 0), byPerson, from, to };
}
