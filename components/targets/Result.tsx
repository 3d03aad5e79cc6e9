import { ResultBar, type ResultBarProps } from "@/components/targets/ResultBar";
import { type Status, StatusMark } from "@/components/ui/StatusMark";
import { type Amount, formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatLikelihood } from "@/lib/format/likelihood";

export type ResultProps = {
  /** "Won this quarter, to 31 December · 26 working days left" (formatResultContext). */
  context: string;
  status: Status;
  /** A fraction, or null while it is too early to say. */
  likelihood: number | null;
  /** Said beside the likelihood where the reader leads others. */
  forecastMean?: Amount | null;
  whyHref?: string;
  bar: ResultBarProps;
};

/** The answer first: what is won of what is owed, how likely the rest is, and why. */
export function Result({ context, status, likelihood, forecastMean, whyHref, bar }: ResultProps) {
  const { locale } = bar;
  return (
    <>
      <section className="result" aria-label="Result">
        <div>
          <p className="context">{context}</p>
          <h1 className="hero">
            {formatAmount(bar.won, locale)}{" "}
            {bar.quota ? (
              <small>of {formatAmount(bar.quota, locale)}</small>
            ) : (
              <small>won, no quota set</small>
            )}
          </h1>
        </div>
        <div className="side">
          <StatusMark status={status} size={14} />
          <span>
            {likelihoodWords(status, likelihood, bar.quota !== null)}
            {forecastMean && ` · forecast ${formatAmountShort(forecastMean, locale)}`}{" "}
            {whyHref && (
              <a className="why ml-1" href={whyHref}>
                why
              </a>
            )}
          </span>
        </div>
      </section>
      <ResultBar {...bar} />
    </>
  );
}

function likelihoodWords(status: Status, likelihood: number | null, hasQuota: boolean): string {
  if (status === "quota-met") return "the result is in";
  if (!hasQuota) return "no quota to compare with";
  if (status === "learning" || likelihood === null) return "too early for a likelihood";
  return formatLikelihood(likelihood);
}
