import { CanStillLand } from "@/components/targets/CanStillLand";
import { DominoStrip } from "@/components/targets/DominoStrip";
import { LearningRates } from "@/components/targets/LearningRates";
import { ProgressRow } from "@/components/targets/ProgressRow";
import { QuietRhythm } from "@/components/targets/QuietRhythm";
import { Result } from "@/components/targets/Result";
import { resultBarOf } from "@/components/targets/result-bar-of";
import { SmallWins } from "@/components/targets/SmallWins";
import { type SmallWinFact, smallWinWords } from "@/components/targets/small-win-words";
import { stripOf } from "@/components/targets/strip-of";
import { TodayReason } from "@/components/targets/TodayReason";
import { DayOff } from "@/components/targets/TodayStates";
import { Columns, Section } from "@/components/ui/Section";
import { daysBetween } from "@/lib/engine/calendar";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanMeasure, PlanStep } from "@/lib/engine/plan-input";
import { formatDayShort } from "@/lib/format/day";
import { amountIn } from "@/lib/format/measure";
import { formatCount } from "@/lib/format/number";
import { formatResultContext, type PeriodKind, periodNoun } from "@/lib/format/period";

export type TodayBoardProps = {
  day: string;
  funnel: { noun: string };
  measure: PlanMeasure;
  period: { kind: PeriodKind; from: string; to: string };
  /** As it was asked this morning. */
  asked: PersonPlan;
  /** As it stands with everything known now. */
  now: PersonPlan;
  rows: {
    stage: string;
    name: string;
    done: number;
    asked: number;
    askedUpTo: number | null;
    push: number;
    worth: number | null;
    buttons: { activityTypeId: string; name: string; channel: string; done: number }[];
  }[];
  openCount: number;
  rates: PlanStep[];
  stageNames: Record<string, string>;
  winValueMinor: number;
  holiday: string | null;
  smallWins: SmallWinFact[];
  /** One token per button, made by the server: a press without JavaScript is counted once. */
  tokens: string[];
  startedOn: string | null;
  locale: string;
};

/** The rep's day: am I winning, what do I do today, and why that many. */
export function TodayBoard(props: TodayBoardProps) {
  const { asked, now, measure, period, locale } = props;
  const money = (value: number) => amountIn(measure, value);
  const learning = now.status === "learning";
  const rows = <Rows {...props} />;
  const nextPeriod = `next ${periodNoun(period.kind)}`;
  const openNoun = { one: `open ${props.funnel.noun}`, other: `open ${props.funnel.noun}s` };
  return (
    <>
      <Result
        context={formatResultContext(
          { kind: period.kind, lastDay: period.to, workdaysLeft: Math.ceil(now.fullDaysLeft) },
          locale,
        )}
        status={now.status}
        likelihood={learning ? null : now.forecast.likelihood.shown}
        whyHref="/today?why=forecast"
        bar={resultBarOf(now, props.openCount, measure, props.funnel.noun, locale)}
      />
      {!asked.isWorkingDay ? (
        <DayOff reason={props.holiday ?? "Your day off"} nextWorkday={nextWorkday(asked)} locale={locale} />
      ) : now.quiet && now.status !== "quota-met" ? (
        <QuietRhythm
          isAhead={now.status === "ahead"}
          rhythm={props.rows.slice(0, 2).map((row) => ({ asked: row.asked, noun: row.name.toLowerCase() }))}
          locale={locale}
        >
          {rows}
        </QuietRhythm>
      ) : (
        <Section title="Today" id="today" aside={partsAside(asked, locale)}>
          {rows}
          <TodayReason {...props} nextPeriod={nextPeriod} />
        </Section>
      )}
      {learning && <LearningRates rates={learningRates(props)} locale={locale} />}
      <Columns>
        <CanStillLand
          lastDay={period.to}
          deals={now.decidingRecords.slice(0, 3).map((record) => ({
            id: record.id,
            name: record.name,
            where: `${(props.stageNames[record.stage] ?? "open").toLowerCase()} since ${formatDayShort(record.enteredOn, locale)}`,
            value: money(record.valueMinor),
            href: `/deals/${record.id}`,
            likelihoodIfWon: learning ? null : record.likelihoodIfWon.shown,
          }))}
          likelihoodNow={learning ? null : now.forecast.likelihood.shown}
          openCount={props.openCount}
          openNoun={openNoun.other}
          allHref="/deals?status=open"
          locale={locale}
        />
        <SmallWins wins={smallWinWords(props.smallWins, measure, period.kind, locale)} />
      </Columns>
      <DominoStrip
        title={`My dominos for ${nextPeriod}`}
        steps={stripOf(asked, props.rates, props.stageNames)}
        {...(measure.kind === "money" ? { perWin: money(props.winValueMinor) } : {})}
        locale={locale}
      />
    </>
  );
}

function Rows({ rows, tokens, locale }: TodayBoardProps) {
  let place = 0;
  return (
    <div>
      {rows.map((row, index) => (
        <ProgressRow
          key={row.stage}
          name={row.name}
          done={row.done}
          asked={row.asked}
          {...(row.askedUpTo === null ? {} : { askedUpTo: row.askedUpTo })}
          push={row.push}
          {...worthOf(row.worth, rows[index + 1])}
          buttons={row.buttons.map((button) => ({
            key: button.activityTypeId,
            label: row.buttons.length === 1 ? "1" : button.name,
            spoken: `Count one ${button.name}`,
            ...(row.buttons.length === 1 ? {} : { count: button.done }),
            fields: { activityTypeId: button.activityTypeId, token: tokens[place++] ?? "", next: "/today" },
          }))}
          locale={locale}
        />
      ))}
    </div>
  );
}

function worthOf(worth: number | null, next: TodayBoardProps["rows"][number] | undefined) {
  if (worth === null || next === undefined) return {};
  return { worth: { value: worth, of: next.asked, noun: `at ${next.name.toLowerCase()}` } };
}

function partsAside(plan: PersonPlan, locale: string): string | undefined {
  const first = plan.stages[0];
  if (first === undefined || first.today.push === 0) return undefined;
  return `${formatCount(first.today.rhythm, locale)} of the rhythm, ${formatCount(first.today.push, locale)} of the push`;
}

function nextWorkday(plan: PersonPlan): "tomorrow" | string {
  const next = plan.daysLeft.find((day) => day > plan.today);
  return next === undefined || daysBetween(plan.today, next) === 1 ? "tomorrow" : next;
}

function learningRates({ rates, stageNames }: TodayBoardProps) {
  return rates.flatMap((step) =>
    step.rate === null
      ? []
      : [
          {
            from: stageNames[step.from] ?? step.from,
            to: stageNames[step.to] ?? step.to,
            rate: step.rate.mean,
            trials: Math.round(step.ownTrials),
            low: step.rate.lower,
            high: step.rate.upper,
            teamRate: step.teamMean ?? step.rate.mean,
            ownShare: step.rate.ownShare,
          },
        ],
  );
}
