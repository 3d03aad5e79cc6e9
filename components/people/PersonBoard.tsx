import { ChannelsPerHour } from "@/components/people/ChannelsPerHour";
import { type OpenDeal, OpenDealsTable } from "@/components/people/OpenDealsTable";
import { WhoLooked } from "@/components/people/WhoLooked";
import { DominoStrip } from "@/components/targets/DominoStrip";
import { LearningRates } from "@/components/targets/LearningRates";
import { Result } from "@/components/targets/Result";
import { resultBarOf } from "@/components/targets/result-bar-of";
import { stripOf } from "@/components/targets/strip-of";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanChannel, PlanInput, PlanMeasure } from "@/lib/engine/plan-input";
import { formatDay, formatDayShort } from "@/lib/format/day";
import { amountIn } from "@/lib/format/measure";
import { capitalize, formatCount, formatCountOf, formatSmallNumber } from "@/lib/format/number";
import { formatResultContext, type PeriodKind, periodNoun } from "@/lib/format/period";

export type PersonBoardProps = {
  person: { id: string; name: string; isSelf: boolean };
  noun: string;
  measure: PlanMeasure;
  period: { kind: PeriodKind; to: string };
  now: PersonPlan;
  inputs: PlanInput;
  stageNames: Record<string, string>;
  looks: { id: string; day: string; who: string; screen: string }[] | null;
  locale: string;
};

const DEALS_SHOWN = 8;
/** So much of the expected is "most of it". */
const MOST = 0.6;

/** How somebody wins, and what the plan is: result, what is open, rates, channels. */
export function PersonBoard(props: PersonBoardProps) {
  const { person, now, inputs, measure, period, noun, locale } = props;
  const learning = now.status === "learning";
  const why = (figure: string) => `/people/${person.id}?why=${figure}`;
  return (
    <>
      <Result
        context={`${person.name} · ${formatResultContext({ kind: period.kind, lastDay: period.to }, locale).replace(/^W/, "w")}`}
        status={now.status}
        likelihood={learning ? null : now.forecast.likelihood.shown}
        whyHref={why("forecast")}
        bar={resultBarOf(now, inputs.openRecords.length, measure, noun, locale)}
      />
      {inputs.openRecords.length > 0 && <OpenDeals {...props} whyHref={why("forecast")} />}
      <LearningRates
        rates={inputs.steps.flatMap((step) =>
          step.rate === null
            ? []
            : [
                {
                  from: props.stageNames[step.from] ?? step.from,
                  to: props.stageNames[step.to] ?? step.to,
                  rate: step.rate.mean,
                  trials: Math.round(step.ownTrials),
                  low: step.rate.lower,
                  high: Math.min(1, step.rate.upper),
                  teamRate: step.teamMean ?? step.rate.mean,
                  ownShare: step.rate.ownShare,
                },
              ],
        )}
        locale={locale}
      />
      <DominoStrip
        title={`${person.isSelf ? "My" : `${person.name}’s`} dominos for next ${periodNoun(period.kind)}`}
        steps={stripOf(now, inputs.steps, props.stageNames)}
        {...(measure.kind === "money" ? { perWin: amountIn(measure, inputs.winValue.meanMinor) } : {})}
        locale={locale}
      />
      {person.isSelf && inputs.channels.length > 1 && <Channels channels={inputs.channels} locale={locale} />}
      {props.looks && (
        <WhoLooked
          looks={props.looks.map((look) => ({ ...look, what: "your numbers and open deals" }))}
          locale={locale}
        />
      )}
    </>
  );
}

function OpenDeals({
  inputs,
  measure,
  period,
  noun,
  stageNames,
  person,
  whyHref,
  locale,
}: PersonBoardProps & { whyHref: string }) {
  const amount = (value: number) => amountIn(measure, value);
  const records = [...inputs.openRecords]
    .map((record) => ({ ...record, expected: record.valueMinor * record.winInTimeChance }))
    .sort((a, b) => b.expected - a.expected);
  const total = records.reduce((sum, record) => sum + record.expected, 0);
  const shown = records.slice(0, DEALS_SHOWN);
  const others = records.slice(DEALS_SHOWN);
  const add = (list: typeof records, of: (record: (typeof records)[number]) => number) =>
    amount(list.reduce((sum, record) => sum + of(record), 0));
  const deals: OpenDeal[] = shown.map((record) => ({
    id: record.id,
    name: record.name,
    href: `/deals/${record.id}`,
    stepSince: `${stageNames[record.stage] ?? "open"}, ${formatDayShort(record.enteredOn, locale)}`,
    value: amount(record.valueMinor),
    winsInTime: record.winInTimeChance,
    expected: amount(record.expected),
  }));
  const open = { one: `open ${noun}`, other: `open ${noun}s` };
  return (
    <OpenDealsTable
      finding={`${capitalize(
        finding(
          records.map((record) => record.expected),
          total,
          noun,
          locale,
        ),
      )} by ${formatDay(period.to, locale)}`}
      deals={deals}
      {...(others.length > 0
        ? {
            others: {
              count: others.length,
              value: add(others, (record) => record.valueMinor),
              expected: add(others, (record) => record.expected),
              href: `/deals?status=open&person=${person.id}`,
            },
          }
        : {})}
      together={{ value: add(records, (record) => record.valueMinor), expected: amount(total) }}
      count={formatCountOf(records.length, open, locale)}
      whyHref={whyHref}
      locale={locale}
    />
  );
}

/** How few records carry most of what is expected. */
function finding(expected: number[], total: number, noun: string, locale: string): string {
  let sum = 0;
  let count = 0;
  for (const value of expected) {
    sum += value;
    count += 1;
    if (sum >= MOST * total) break;
  }
  if (total <= 0) return `no open ${noun} is expected to land`;
  const many = count === 1 ? `one ${noun} carries` : `${formatSmallNumber(count, locale)} ${noun}s carry`;
  return `${many} most of what is expected`;
}

function Channels({ channels, locale }: { channels: PlanChannel[]; locale: string }) {
  const perHour = channels
    .flatMap((channel) => {
      if (channel.minutesPerUnit <= 0 || channel.yieldUpper === undefined) return [];
      const hour = 60 / channel.minutesPerUnit;
      return [
        {
          channel,
          low: channel.yieldLower * hour,
          mean: channel.yieldPerUnit * hour,
          high: channel.yieldUpper * hour,
        },
      ];
    })
    .sort((a, b) => b.low - a.low);
  const best = perHour[0];
  // one channel with evidence is no comparison
  if (best === undefined || perHour.length < 2) return null;
  const minutes = perHour
    .map(({ channel }) => `${formatCount(channel.minutesPerUnit, locale)} for ${channel.name.toLowerCase()}`)
    .join(", ");
  return (
    <ChannelsPerHour
      finding={`An hour of ${best.channel.name.toLowerCase()} brings you most conversations`}
      channels={perHour.map(({ channel, low, mean, high }) => ({
        id: channel.id,
        name: channel.name,
        low,
        mean,
        high,
        conversations: Math.round(channel.ownOutcomes ?? 0),
        tries: Math.round(channel.ownUnits ?? 0),
      }))}
      minutes={`Minutes: ${minutes}.`}
      locale={locale}
    />
  );
}
