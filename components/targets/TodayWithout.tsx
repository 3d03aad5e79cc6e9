import { FirstDay, NoQuota } from "@/components/targets/TodayStates";
import { Note } from "@/components/ui/Note";
import type { PlanRefusal } from "@/lib/engine/plan-input";
import { formatDay } from "@/lib/format/day";

export type TodayWithoutView =
  | { kind: "no-quota"; period: { label: string; to: string } | null }
  | { kind: "no-plan"; period: { label: string; to: string }; reason: PlanRefusal };

/** Today without a plan: says why there is none and what would make one. */
export function TodayWithout({ view, locale }: { view: TodayWithoutView; locale: string }) {
  if (view.kind === "no-quota") {
    return (
      <section className="sec" aria-label="No quota">
        <h1 className="state">Nothing is asked of you yet.</h1>
        <NoQuota
          periodLabel={view.period?.label ?? "this period"}
          assumes="there is nothing to work back from. Your manager sets it under People"
        />
      </section>
    );
  }
  if (view.reason.code === "no-steps" || view.reason.code === "no-history") return <FirstDay />;
  return (
    <section className="sec" aria-label="No plan today">
      <h1 className="state">Nothing is asked of you today.</h1>
      <Note tone="learning">{refusalWords(view.reason, locale)}</Note>
    </section>
  );
}

function refusalWords(reason: PlanRefusal, locale: string): string {
  switch (reason.code) {
    case "quota-zero":
      return "Your quota is zero, so there is nothing to work back from.";
    case "period-over":
      return `The period ended on ${formatDay(reason.endedOn, locale)}. The next one has no quota yet.`;
    case "no-working-days-left":
      return `No working day is left before ${formatDay(reason.endsOn, locale)}. The open deals decide now.`;
    case "zero-rate":
      return "One step has never led to the next here, so no amount of work can be worked back from the quota yet. One success changes that.";
    case "no-win-value":
      return "No win with a value is known yet, so a quota in money cannot be turned into wins. The first one changes that.";
    default:
      return "A figure this plan needs is missing or cannot be right. Your manager sees which under People.";
  }
}
