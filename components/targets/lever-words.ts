import type { Lever } from "@/components/targets/TodayStates";
import type { Reach } from "@/lib/engine/person-plan-shape";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { formatAmountShort } from "@/lib/format/amount";
import { amountIn } from "@/lib/format/measure";
import { formatCountOf } from "@/lib/format/number";
import { formatPercent } from "@/lib/format/percent";

/** The changes that would each close the gap alone, as sentences; one that nothing could bring is left out. */
export function leverWords(
  levers: Reach["levers"],
  stageNames: Record<string, string>,
  measure: PlanMeasure,
  locale: string,
): Lever[] {
  if (levers === null) return [];
  const { rate, winValue, moreDays, pipelineMinor } = levers;
  const words: Lever[] = [];
  if (rate.possible && rate.toRate !== null) {
    const [from, to] = [rate.step.from, rate.step.to].map((id) => stageNames[id] ?? id);
    words.push({
      id: "rate",
      words: `${from} to ${to?.toLowerCase()} at ${formatPercent(rate.toRate, locale)} instead of ${formatPercent(rate.fromRate, locale)}`,
    });
  }
  if (winValue.possible && winValue.toMinor !== null && measure.kind === "money") {
    words.push({
      id: "value",
      words: `wins of ${formatAmountShort(amountIn(measure, winValue.toMinor), locale)} on average`,
    });
  }
  if (moreDays.possible && moreDays.days !== null) {
    const days = formatCountOf(
      Math.ceil(moreDays.days),
      { one: "more full day", other: "more full days" },
      locale,
    );
    words.push({ id: "days", words: `${days} of the same work` });
  }
  words.push({
    id: "pipeline",
    words: `${formatAmountShort(amountIn(measure, pipelineMinor), locale)} of pipeline expected in time from elsewhere`,
  });
  return words.slice(0, 3);
}
