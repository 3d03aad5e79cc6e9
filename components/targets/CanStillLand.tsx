import { FromTo } from "@/components/ui/Arrow";
import { Section } from "@/components/ui/Section";
import { type Amount, formatAmount } from "@/lib/format/amount";
import { type Day, formatDay } from "@/lib/format/day";
import { formatLikelihoodPercent } from "@/lib/format/likelihood";
import { formatCount } from "@/lib/format/number";

export type CanStillLandProps = {
  lastDay: Day;
  /** The records whose win changes the likelihood most. */
  deals: {
    id: string;
    name: string;
    /** "proposal sent 15 Nov". */
    where: string;
    value: Amount | null;
    href: string;
    /** Likelihood of the quota if this one is won; null while learning. */
    likelihoodIfWon: number | null;
  }[];
  likelihoodNow: number | null;
  openCount: number;
  allHref: string;
  /** The funnel's word for a record, in the plural: "open deals". */
  openNoun: string;
  locale: string;
};

/** The open records that decide the period, each with what winning it would do. */
export function CanStillLand(props: CanStillLandProps) {
  const { deals, likelihoodNow, locale } = props;
  const aside = likelihoodNow === null ? undefined : "if won, your likelihood";
  return (
    <Section
      title={`Can still land by ${formatDay(props.lastDay, locale)}`}
      id="can-still-land"
      aside={aside}
    >
      {deals.length === 0 ? (
        <p className="text-ink-2">No {props.openNoun} yet. The first one appears here.</p>
      ) : (
        <ul className="moves">
          {deals.map((deal) => (
            <li key={deal.id}>
              <span>
                <a href={deal.href}>
                  <b>{deal.name}</b>
                </a>{" "}
                <span className="text-ink-3">· {deal.where}</span>
              </span>
              <span className="up">
                {deal.value ? formatAmount(deal.value, locale) : "no value yet"}
                {likelihoodNow !== null && deal.likelihoodIfWon !== null && (
                  <span className="pair">
                    <FromTo
                      from={formatLikelihoodPercent(likelihoodNow, locale)}
                      to={<b>{formatLikelihoodPercent(deal.likelihoodIfWon, locale)}</b>}
                    />
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {props.openCount > deals.length && (
        <p className="small mt-2">
          <a className="why" href={props.allHref}>
            all {formatCount(props.openCount, locale)} {props.openNoun}
          </a>
        </p>
      )}
    </Section>
  );
}
