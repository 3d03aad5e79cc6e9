import "server-only";
import { addDays } from "@/lib/engine/calendar";
import type { Evidence } from "@/lib/engine/plan-input";
import { unitsAt } from "@/lib/usecases/planning/count-steps";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import type { StepModel, StepTally } from "@/lib/usecases/planning/step-model";

/** Which rows a person's trials at a step were counted from: records, or days of counting. */
export function stepEvidence(
  facts: FunnelFacts,
  step: StepModel,
  personId: string,
  own: StepTally,
): Evidence {
  const { funnel } = facts;
  if (funnel.stages.some((stage) => stage.id === step.from && stage.measuredBy === "record")) {
    return {
      query: "step-records",
      params: {
        funnelId: funnel.id,
        stageId: step.from,
        personId,
        from: facts.ratesFrom,
        asOf: facts.day,
        newest: facts.evidenceUntil,
      },
      count: own.entered,
    };
  }
  return {
    query: "activity",
    params: {
      funnelId: funnel.id,
      link: step.from,
      personId,
      from: facts.yieldsFrom,
      to: addDays(facts.day, -1),
    },
    count: facts.activityWeeks
      .filter((row) => row.personId === personId && unitsAt(funnel, step.from, row) > 0)
      .reduce((days, row) => days + row.days, 0),
  };
}
