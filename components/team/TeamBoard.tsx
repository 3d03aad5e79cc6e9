import { Result } from "@/components/targets/Result";
import { resultBarOf } from "@/components/targets/result-bar-of";
import { MovedThisWeek } from "@/components/team/MovedThisWeek";
import { needWords } from "@/components/team/need-words";
import { type CalmPerson, OnPaceRows } from "@/components/team/OnPaceRows";
import type { TeamPerson } from "@/components/team/PersonRow";
import { QuietFold } from "@/components/team/QuietFold";
import type { TeamPersonFacts } from "@/components/team/team-person-facts";
import { WhoNeedsYou } from "@/components/team/WhoNeedsYou";
import type { Status } from "@/components/ui/StatusMark";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatDay, formatDayRange } from "@/lib/format/day";
import { formatList } from "@/lib/format/list";
import { amountIn } from "@/lib/format/measure";
import { formatResultContext, type PeriodKind, periodNoun } from "@/lib/format/period";

export type TeamBoardProps = {
  measure: PlanMeasure;
  period: { kind: PeriodKind; to: string };
  workdaysLeft: number;
  openCount: number;
  wonMinor: number;
  goalMinor: number;
  expectedMinor: number;
  paceMinor: number;
  forecast: { lowMinor: number; meanMinor: number; highMinor: number };
  likelihood: number;
  status: Status;
  needs: TeamPersonFacts[];
  calm: TeamPersonFacts[];
  quiet: TeamPersonFacts[];
  others: { id: string; name: string; plan: PersonPlan | null; measure: PlanMeasure | null }[];
  wonThisWeek: {
    totalMinor: number;
    byPerson: { name: string; amountMinor: number }[];
    from: string;
    to: string;
  };
  locale: string;
};

/** Will we make it, and who needs me? What goes well is one line; what somebody did all day is nowhere. */
export function TeamBoard(props: TeamBoardProps) {
  const { measure, period, locale } = props;
  const amount = (value: number) => amountIn(measure, value);
  const teamSize = props.needs.length + props.calm.length + props.quiet.length;
  const sum = (people: TeamPersonFacts[], of: (plan: PersonPlan) => number) =>
    amount(people.reduce((total, person) => total + of(person.plan), 0));
  return (
    <>
      <Result
        context={formatResultContext(
          { kind: period.kind, lastDay: period.to, workdaysLeft: props.workdaysLeft, by: "the team" },
          locale,
        )}
        status={props.status}
        likelihood={props.likelihood}
        forecastMean={amount(props.forecast.meanMinor)}
        bar={{
          won: amount(props.wonMinor),
          quota: amount(props.goalMinor),
          expected: amount(props.expectedMinor),
          openCount: props.openCount,
          openNoun: { one: "open deal", other: "open deals" },
          usualByToday: amount(props.paceMinor),
          forecast: {
            low: amount(props.forecast.lowMinor),
            mean: amount(props.forecast.meanMinor),
            high: amount(props.forecast.highMinor),
          },
          goalWord: "Goal",
          locale,
        }}
      />
      <WhoNeedsYou
        needs={props.needs.map((facts) => ({
          person: teamPerson(facts, measure, locale),
          ...needWords(facts, measure, period, locale),
          link: { words: `Open ${facts.name}’s page`, href: `/people/${facts.id}` },
        }))}
        teamSize={teamSize}
        locale={locale}
      />
      <OnPaceRows people={[...props.calm.map((facts) => calm(facts, measure, locale)), ...counted(props)]}>
        <QuietFold
          people={props.quiet.map((facts) => calm(facts, measure, locale))}
          won={sum(props.quiet, (plan) => plan.closedMinor)}
          quota={sum(props.quiet, (plan) => plan.quotaMinor)}
          nextPeriod={`next ${periodNoun(period.kind)}`}
          locale={locale}
        />
      </OnPaceRows>
      <MovedThisWeek
        moves={movesOf(props)}
        against={formatDayRange(props.wonThisWeek.from, props.wonThisWeek.to, locale)}
      />
    </>
  );
}

function teamPerson(facts: TeamPersonFacts, measure: PlanMeasure, locale: string): TeamPerson {
  return {
    id: facts.id,
    name: facts.name,
    href: `/people/${facts.id}`,
    status: facts.plan.status,
    bar: { ...resultBarOf(facts.plan, facts.openCount, measure, "deal", locale), quotaAt: 62 },
  };
}

function calm(facts: TeamPersonFacts, measure: PlanMeasure, locale: string): CalmPerson {
  return {
    ...teamPerson(facts, measure, locale),
    likelihood: facts.plan.status === "learning" ? null : facts.plan.forecast.likelihood.shown,
    ...(facts.plan.status === "learning" && facts.startedOn
      ? { since: `Started ${formatDay(facts.startedOn, locale)}.` }
      : {}),
  };
}

/** People whose quota is a count stand with the others; their figures add into no money total. */
function counted({ others, locale }: TeamBoardProps): CalmPerson[] {
  return others.flatMap(({ id, name, plan, measure }) =>
    plan && measure
      ? [calm({ id, name, startedOn: null, plan, openCount: 0, gap: null }, measure, locale)]
      : [],
  );
}

function movesOf({ wonThisWeek, measure, locale }: TeamBoardProps) {
  if (wonThisWeek.totalMinor === 0) return [];
  const names = wonThisWeek.byPerson
    .slice(0, 3)
    .map(
      (entry) => `${entry.name.split(" ")[0]} ${formatAmount(amountIn(measure, entry.amountMinor), locale)}`,
    );
  return [
    {
      id: "won",
      figure: `+${formatAmountShort(amountIn(measure, wonThisWeek.totalMinor), locale)}`,
      words: `won in the last seven days: ${formatList(names, locale)}`,
    },
  ];
}
