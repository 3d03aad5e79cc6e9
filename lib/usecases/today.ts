import "server-only";
import { type ActivityDayRow, listActivityDays } from "@/lib/data/activity-days";
import { getDayTargetOf } from "@/lib/data/day-targets";
import { type FunnelRow, listFunnels } from "@/lib/data/funnels";
import { listGoals } from "@/lib/data/goals";
import { listHolidays } from "@/lib/data/holidays";
import { getOutlookOf } from "@/lib/data/outlooks";
import { getPerson } from "@/lib/data/people";
import { listPeriods } from "@/lib/data/periods";
import { listResults, type ResultRow } from "@/lib/data/results";
import type { Scope } from "@/lib/data/scope";
import { listStageEntriesOn } from "@/lib/data/stage-entries";
import { askRange } from "@/lib/engine/ask-range";
import { addDays, mondayOf } from "@/lib/engine/calendar";
import type { PersonPlan, PlanResult } from "@/lib/engine/person-plan-shape";
import type { PlanInput, PlanRefusal } from "@/lib/engine/plan-input";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { OUTREACH } from "@/lib/usecases/planning/chain-of";
import { unitsAt } from "@/lib/usecases/planning/count-steps";
import { periodInForce } from "@/lib/usecases/planning/facts";
import { type SmallWinFact, smallWins } from "@/lib/usecases/small-wins";

/** How far back a personal best may lie. */
const BEST_OF_DAYS = 180;

export interface TodayRow {
  stage: string;
  name: string;
  done: number;
  asked: number;
  askedUpTo: number | null;
  push: number;
  /** what today's units of this stage are worth at the next one */
  worth: number | null;
  buttons: { activityTypeId: string; name: string; channel: string; done: number }[];
}

export type TodayView =
  | { kind: "no-person" }
  | { kind: "no-quota"; day: string; period: { label: string; to: string } | null }
  | { kind: "no-plan"; day: string; period: { label: string; from: string; to: string }; reason: PlanRefusal }
  | {
      kind: "day";
      day: string;
      funnel: { id: string; name: string; noun: string };
      measure: PlanInput["measure"];
      period: { kind: "month" | "quarter" | "year"; label: string; from: string; to: string };
      /** as it was asked this morning */
      asked: PersonPlan;
      /** as it stands with everything known now */
      now: PersonPlan;
      rows: TodayRow[];
      openCount: number;
      rates: PlanInput["steps"];
      stageNames: Record<string, string>;
      winValueMinor: number;
      holiday: string | null;
      startedOn: string | null;
      smallWins: SmallWinFact[];
    };

/** What a person is asked today, where they stand, and what they have done so far. */
export async function today(scope: Scope, personId: string | null, day: string): Promise<TodayView> {
  if (personId === null) return { kind: "no-person" };
  await ensureDay(scope, day);
  const target = await getDayTargetOf(scope, { personId, day });
  const periods = await listPeriods(scope);
  const around = await periodInForce(scope, periods, day);
  if (target === null || around === null) return { kind: "no-quota", day, period: around?.period ?? null };
  const { period } = around;
  const morning = target.plan as PlanResult;
  if (!morning.ok) return { kind: "no-plan", day, period, reason: morning.reason };

  const inputs = target.inputs as PlanInput;
  const [person, funnels, outlook, counts, entries, results, goals, holidays] = await Promise.all([
    getPerson(scope, personId, day),
    listFunnels(scope),
    getOutlookOf(scope, { personId, funnelId: target.funnelId }),
    listActivityDays(scope, { from: addDays(day, -BEST_OF_DAYS), to: day, personIds: [personId] }),
    listStageEntriesOn(scope, { personId, funnelId: target.funnelId, day }),
    lastWeeksResults(scope, personId, target.funnelId, day),
    listGoals(scope, period.id),
    listHolidays(scope, { from: day, to: day }),
  ]);
  const funnel = funnels.find((candidate) => candidate.id === target.funnelId);
  if (funnel === undefined) return { kind: "no-quota", day, period };
  const latest = (outlook?.plan ?? morning) as PlanResult;
  const now = latest.ok ? latest.plan : morning.plan;
  const latestInputs = (outlook?.inputs ?? inputs) as PlanInput;
  const rows = rowsOf(
    funnel,
    morning.plan,
    inputs,
    counts.filter((row) => row.day === day),
    entries,
  );
  return {
    kind: "day",
    day,
    funnel: { id: funnel.id, name: funnel.name, noun: funnel.noun },
    measure: inputs.measure,
    period,
    asked: morning.plan,
    now,
    rows,
    openCount: latestInputs.openRecords?.length ?? 0,
    rates: inputs.steps,
    stageNames: Object.fromEntries(inputs.stages.map((stage) => [stage.id, stage.name])),
    winValueMinor: inputs.winValue.meanMinor,
    holiday: holidays[0]?.name ?? null,
    startedOn: person?.startOn ?? null,
    smallWins: smallWins({
      day,
      funnel,
      counts,
      results,
      goals,
      plan: morning.plan,
      workingDays: inputs.workingDays,
    }),
  };
}

function lastWeeksResults(
  scope: Scope,
  personId: string,
  funnelId: string,
  day: string,
): Promise<ResultRow[]> {
  const monday = mondayOf(day);
  return listResults(scope, {
    funnelId,
    from: addDays(monday, -7),
    to: addDays(monday, -1),
    personIds: [personId],
  });
}

/** The stages a day asks for: what is tapped or counted, and the first record stages once something is asked of them. */
function rowsOf(
  funnel: FunnelRow,
  plan: PersonPlan,
  inputs: PlanInput,
  counts: ActivityDayRow[],
  entries: Map<string, number>,
): TodayRow[] {
  const learning = plan.status === "learning";
  return plan.stages.flatMap((stage, place): TodayRow[] => {
    const input = inputs.stages[place];
    if (!stage.asked || input === undefined) return [];
    const done =
      input.measuredBy === "record"
        ? (entries.get(stage.stage) ?? 0)
        : counts.reduce((sum, row) => sum + unitsAt(funnel, stage.stage, row), 0);
    if (input.measuredBy === "record" && stage.today.total === 0 && done === 0) return [];
    const range = learning ? askRange(stage.today.total, inputs.steps.slice(place)) : null;
    return [
      {
        stage: stage.stage,
        name: stage.name,
        done,
        asked: range?.low ?? stage.today.total,
        askedUpTo: range?.high ?? null,
        push: learning ? 0 : stage.today.push,
        worth: stage.stage === OUTREACH ? worthOf(funnel, inputs, counts) : null,
        buttons: buttonsOf(funnel, stage.stage, counts),
      },
    ];
  });
}

/** Today's outreach at the next stage, channel by channel, because a call is not an e-mail. */
function worthOf(funnel: FunnelRow, inputs: PlanInput, counts: ActivityDayRow[]): number {
  return counts.reduce((sum, row) => {
    const channel = inputs.channels.find((candidate) => candidate.id === row.activityTypeId);
    return sum + unitsAt(funnel, OUTREACH, row) * (channel?.yieldPerUnit ?? inputs.steps[0]?.rate?.mean ?? 0);
  }, 0);
}

function buttonsOf(funnel: FunnelRow, stage: string, counts: ActivityDayRow[]): TodayRow["buttons"] {
  return funnel.activityTypes
    .filter((type) => (stage === OUTREACH ? type.outreach : type.countsAsStageId === stage))
    .map((type) => ({
      activityTypeId: type.id,
      name: type.name,
      channel: type.channel,
      done: counts
        .filter((row) => row.activityTypeId === type.id)
        .reduce((sum, row) => sum + row.quantity, 0),
    }));
}
