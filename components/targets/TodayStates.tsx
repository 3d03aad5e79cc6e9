import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/EmptyState";
import { Note } from "@/components/ui/Note";
import { type Amount, formatAmount, formatAmountShort } from "@/lib/format/amount";
import { type Day, formatDay, formatWeekday } from "@/lib/format/day";
import { formatCount, formatCountOf } from "@/lib/format/number";
import { formatAmountRange, formatRange } from "@/lib/format/range";

const dayNoun = { one: "day", other: "days" };

/** "Seven weeks in, we know a range and not a number." */
export function LearningNote(props: {
  /** How long the person has been here: "Seven weeks in". */
  since: string;
  low: Amount;
  high: Amount;
  lastDay: Day;
  locale: string;
}) {
  return (
    <Note tone="learning">
      {props.since}, we know a range and not a number:{" "}
      <b>{formatAmountRange(props.low, props.high, props.locale)}</b> by{" "}
      {formatDay(props.lastDay, props.locale)}. It narrows with every deal that is decided, won or lost.
    </Note>
  );
}

/** Under the rows while learning: where in the range to begin. */
export function LearningAsk(props: {
  start: number;
  low: number;
  high: number;
  /** When there will be more to say: "about Christmas", "mid January". */
  moreKnownBy?: string;
  whyHref: string;
  locale: string;
}) {
  return (
    <p className="read because">
      Start at {formatCount(props.start, props.locale)}, the middle. If your own rates turn out above the
      team’s it will be fewer. {props.moreKnownBy && `We will know more by ${props.moreKnownBy}. `}
      <a className="why" href={props.whyHref}>
        why {formatRange(props.low, props.high, props.locale)}
      </a>
    </p>
  );
}

/** No history, nobody's rates to borrow yet. The first count starts everything. */
export function FirstDay({ actions }: { actions?: ReactNode }) {
  return (
    <section className="sec" aria-label="First day">
      <EmptyState actions={actions}>
        Welcome. Nothing is counted yet, so nothing is asked yet. Count the first one, or bring your history;
        from then on your days are worked back from your quota.
      </EmptyState>
    </section>
  );
}

/** One of the changes that would close the gap alone. */
export type Lever = { id: string; words: string };

/** Beyond capacity: says so, and the three changes that would help. Never a longer list. */
export function NotReachable(props: {
  low: Amount;
  high: Amount;
  quota: Amount;
  lastDay: Day;
  levers: Lever[];
  whyHref: string;
  locale: string;
}) {
  const { locale } = props;
  return (
    <div className="mt-4">
      <p className="read">
        At your rates a full calendar brings about <b>{formatAmountRange(props.low, props.high, locale)}</b>{" "}
        by {formatDay(props.lastDay, locale)}. {formatAmount(props.quota, locale)} would need one of these:
      </p>
      <ul className="levers">
        {props.levers.map((lever) => (
          <li key={lever.id}>{lever.words}</li>
        ))}
      </ul>
      <p className="mt-2">
        <a className="why" href={props.whyHref}>
          why
        </a>
      </p>
    </div>
  );
}

/** Behind, but reachable. What was missed is never carried over as a debt. */
export function BehindNote(props: {
  asked: number;
  rhythm: number;
  push: number;
  missedYesterday: number;
  workdaysLeft: number;
  nextPeriod: string;
  whyHref: string;
  locale: string;
}) {
  const n = (count: number) => formatCount(count, props.locale);
  return (
    <Note tone="behind">
      {n(props.asked)} today: {n(props.rhythm)} for {props.nextPeriod}, {n(props.push)} for this one.{" "}
      {props.missedYesterday > 0 && (
        <>
          Yesterday’s missing {n(props.missedYesterday)} are not owed; they are in the plan of the{" "}
          {formatCountOf(props.workdaysLeft, dayNoun, props.locale)} left.{" "}
        </>
      )}
      <a className="why" href={props.whyHref}>
        why
      </a>
    </Note>
  );
}

/** A holiday or a day taken off: nothing is asked, and rest breaks no streak. */
export function DayOff(props: {
  /** "Thanksgiving", "Your day off". */
  reason: string;
  streakDays?: number;
  /** "tomorrow", or the day itself when there is more rest in between. */
  nextWorkday: "tomorrow" | Day;
  locale: string;
}) {
  const { streakDays = 0, nextWorkday, locale } = props;
  const next = nextWorkday === "tomorrow" ? "tomorrow" : `on ${formatWeekday(nextWorkday, locale)}`;
  return (
    <section className="sec" aria-label="Day off">
      <p className="read">
        {props.reason}. Nothing is asked of you today
        {streakDays > 1
          ? `, and your streak of ${formatCountOf(streakDays, dayNoun, locale)} goes on ${next}.`
          : `. Your rhythm goes on ${next}.`}
      </p>
    </section>
  );
}

/** The quota is in: only the rhythm is shown. */
export function QuotaMet(props: {
  quota: Amount;
  workdaysToSpare: number;
  rhythm: number;
  rhythmNoun: string;
  nextPeriod: string;
  nextPeriodHolds?: Amount;
  locale: string;
}) {
  const { locale } = props;
  const spare = formatCountOf(props.workdaysToSpare, { one: "working day", other: "working days" }, locale);
  return (
    <p className="read because">
      <b>
        {formatAmount(props.quota, locale)} reached, with {spare} to spare.
      </b>{" "}
      {formatCount(props.rhythm, locale)} {props.rhythmNoun} a day keep {props.nextPeriod} fed
      {props.nextPeriodHolds && `; it already holds ${formatAmountShort(props.nextPeriodHolds, locale)}`}.
    </p>
  );
}

/** No quota: says what the rhythm assumes instead, and whom to ask. */
export function NoQuota(props: { periodLabel: string; assumes: string; askHref?: string }) {
  return (
    <p className="read because">
      No quota is set for {props.periodLabel}, so {props.assumes}.{" "}
      {props.askHref && (
        <a className="why" href={props.askHref}>
          ask for it
        </a>
      )}
    </p>
  );
}
