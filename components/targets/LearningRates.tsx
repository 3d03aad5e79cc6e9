import { RangeLine } from "@/components/charts/RangeLine";
import { FromTo } from "@/components/ui/Arrow";
import { Section } from "@/components/ui/Section";
import { formatCount } from "@/lib/format/number";
import { formatPercent } from "@/lib/format/percent";

export type LearningRate = {
  from: string;
  to: string;
  rate: number;
  trials: number;
  /** Where the rate lies 8 times in 10. */
  low: number;
  high: number;
  teamRate: number;
  /** How much of the rate rests on own evidence, 0 to 1. */
  ownShare: number;
};

/** Under this share of own evidence a rate is mostly the team's and is said to be. */
const mostlyTeam = 0.3;

/** While learning: each rate with its range, the team's beside it, and how much is already one's own. */
export function LearningRates({ rates, locale }: { rates: LearningRate[]; locale: string }) {
  return (
    <Section
      title="How much of each rate is already yours"
      id="own-rates"
      aside="Dot: best estimate. Band: where it lies 8 times in 10. Line: the team"
    >
      <ul className="own">
        <li className="own-head" aria-hidden="true">
          <span>Step</span>
          <span className="own-range">0 to 100%</span>
          <span>Rate</span>
          <span>Yours so far</span>
        </li>
        {rates.map((rate) => (
          <li key={`${rate.from} ${rate.to}`}>
            <span>
              <FromTo from={rate.from} to={rate.to} />
            </span>
            <span className="own-range">
              <RangeLine
                low={rate.low * 100}
                high={rate.high * 100}
                dot={rate.rate * 100}
                reference={rate.teamRate * 100}
                label={describeRate(rate, locale)}
              />
            </span>
            <span>
              {formatPercent(rate.rate, locale)}{" "}
              <span className="text-ink-3">of {formatCount(rate.trials, locale)}</span>
            </span>
            <span className="own-share">
              <span className="meter" aria-hidden="true">
                <span style={{ width: `${rate.ownShare * 100}%` }} />
              </span>
              <span>
                {formatPercent(rate.ownShare, locale)}{" "}
                <span className="text-ink-3">{rate.ownShare < mostlyTeam ? "mostly team" : "mixed"}</span>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function describeRate(rate: LearningRate, locale: string): string {
  const percent = (fraction: number) => formatPercent(fraction, locale);
  return `8 times in 10 between ${percent(rate.low)} and ${percent(rate.high)}, the team ${percent(rate.teamRate)}`;
}
