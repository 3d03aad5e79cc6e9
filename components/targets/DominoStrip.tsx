import { Section } from "@/components/ui/Section";
import { type Amount, formatAmountShort } from "@/lib/format/amount";
import { formatCount, formatCountOf, formatDecimal } from "@/lib/format/number";
import { formatShare } from "@/lib/format/percent";

export type StripStep = {
  name: string;
  needed: number;
  /** The rate to the next step and the days it takes; the result has none. */
  passRate?: number;
  days?: number;
};

export type DominoStripProps = {
  title: string;
  steps: StripStep[];
  /** What one win brings; left out where wins are counted and not paid. */
  perWin?: Amount;
  /** "about $9.0k a quarter" at the own average yield, for one more a day at the first step. */
  oneMore?: { brings: Amount; period: string; href: string };
  locale: string;
};

/** The whole chain in one line: what next period needs of each step, what goes on and how long it takes. */
export function DominoStrip({ title, steps, perWin, oneMore, locale }: DominoStripProps) {
  const aside = oneMore && (
    <>
      One more a day, at your average yield: about{" "}
      <b className="text-ink">{formatAmountShort(oneMore.brings, locale)}</b> a {oneMore.period}{" "}
      <a className="why ml-1" href={oneMore.href}>
        try it
      </a>
    </>
  );
  return (
    <Section title={title} id="domino-strip" aside={aside}>
      <ol className="strip">
        {steps.map((step, place) => {
          const isResult = place === steps.length - 1;
          return (
            <li key={step.name}>
              <p className="v">
                {isResult ? formatDecimal(step.needed, 1, locale) : formatCount(step.needed, locale)}
              </p>
              <p className="l">{step.name}</p>
              <p className="k">
                {isResult ? perWin && `${formatAmountShort(perWin, locale)} each` : goesOn(step, locale)}
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function goesOn(step: StripStep, locale: string): string {
  const parts: string[] = [];
  if (step.passRate !== undefined) parts.push(`${formatShare(step.passRate, locale)} go on`);
  if (step.days !== undefined) {
    parts.push(formatCountOf(Math.round(step.days), { one: "day", other: "days" }, locale));
  }
  return parts.join(", ");
}
