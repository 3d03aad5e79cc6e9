import { AskSentence } from "@/components/targets/AskSentence";
import { leverWords } from "@/components/targets/lever-words";
import {
  BehindNote,
  LearningAsk,
  LearningNote,
  NotReachable,
  QuotaMet,
} from "@/components/targets/TodayStates";
import { daysBetween } from "@/lib/engine/calendar";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { amountIn } from "@/lib/format/measure";
import { formatCountOf } from "@/lib/format/number";
import { type PeriodKind, periodNoun } from "@/lib/format/period";

type TodayReasonProps = {
  day: string;
  asked: PersonPlan;
  now: PersonPlan;
  measure: PlanMeasure;
  period: { kind: PeriodKind; to: string };
  nextPeriod: string;
  rows: { asked: number; askedUpTo: number | null }[];
  stageNames: Record<string, string>;
  startedOn: string | null;
  locale: string;
};

/** Under the rows: why that many, in the words of the state the person is in. */
export function TodayReason(props: TodayReasonProps) {
  const { asked, now, measure, period, locale, nextPeriod } = props;
  const first = asked.stages[0];
  if (first === undefined) return null;
  const { rhythm } = first.today;
  const money = (value: number) => amountIn(measure, value);
  const whyHref = `/today?why=${encodeURIComponent(first.stage)}`;
  if (now.status === "quota-met") {
    return (
      <QuotaMet
        quota={money(now.quotaMinor)}
        workdaysToSpare={Math.floor(now.fullDaysLeft)}
        rhythm={rhythm}
        rhythmNoun={first.name.toLowerCase()}
        nextPeriod={nextPeriod}
        nextPeriodHolds={money(now.nextPipeline.heldMinor)}
        locale={locale}
      />
    );
  }
  if (now.status === "learning") {
    const row = props.rows[0];
    const weeks = props.startedOn === null ? null : Math.floor(daysBetween(props.startedOn, props.day) / 7);
    return (
      <>
        <LearningNote
          since={
            weeks === null
              ? "So early"
              : `${formatCountOf(weeks, { one: "week", other: "weeks" }, locale)} in`
          }
          low={money(now.forecast.lowMinor)}
          high={money(now.forecast.highMinor)}
          lastDay={period.to}
          locale={locale}
        />
        <LearningAsk
          start={first.today.total}
          low={row?.asked ?? first.today.total}
          high={row?.askedUpTo ?? first.today.total}
          whyHref={whyHref}
          locale={locale}
        />
      </>
    );
  }
  const sentence = (
    <AskSentence
      askedToday={first.today.total}
      rhythm={rhythm}
      // a day may round down; a limit shows as more than that
      rhythmNeeded={first.rhythmPerDay - rhythm > 1.5 ? Math.round(first.rhythmPerDay) : rhythm}
      push={asked.words.pushByWeek.map((week) => ({ from: week.from, to: week.to, moreADay: week.perDay }))}
      winsLacking={asked.words.lackingWins}
      nextPeriod={nextPeriod}
      thisPeriod={`this ${periodNoun(period.kind)}`}
      win={{ one: "win", other: "wins" }}
      onlyOpenDeals={first.pushWithheld === "cannot-land"}
      whyHref={whyHref}
      locale={locale}
    />
  );
  if (now.reach?.outOfReach) {
    return (
      <>
        <NotReachable
          low={money(now.reach.reachableMinor.low)}
          high={money(now.reach.reachableMinor.high)}
          quota={money(now.quotaMinor)}
          lastDay={period.to}
          levers={leverWords(now.reach.levers, props.stageNames, measure, locale)}
          whyHref={whyHref}
          locale={locale}
        />
        {sentence}
      </>
    );
  }
  if (now.status === "behind" && first.today.push > 0) {
    return (
      <BehindNote
        asked={first.today.total}
        rhythm={first.today.rhythm}
        push={first.today.push}
        missedYesterday={0}
        workdaysLeft={Math.ceil(asked.fullDaysLeft)}
        nextPeriod={nextPeriod}
        whyHref={whyHref}
        locale={locale}
      />
    );
  }
  return sentence;
}
