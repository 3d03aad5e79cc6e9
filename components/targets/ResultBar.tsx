import type { CSSProperties } from "react";
import {
  type LabelPlace,
  labelPx,
  placeLabels,
  resultBarMarks,
} from "@/components/targets/result-bar-layout";
import { type Amount, amountValue, formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatCountOf, type Noun } from "@/lib/format/number";
import { formatAmountRange } from "@/lib/format/range";

export type ResultBarProps = {
  won: Amount;
  quota: Amount | null;
  /** What open records are expected to bring in time. */
  expected: Amount;
  openCount: number;
  openNoun: Noun;
  /** Left out while learning: history does not yet say what is usual. */
  usualByToday: Amount | null;
  /** `mean` is left out while learning: a range and not a number. */
  forecast: { low: Amount; mean: Amount | null; high: Amount } | null;
  goalWord?: "Quota" | "Goal";
  locale: string;
};

/** The least width each placing is made for; the style sheet switches at these widths of the bar's own box. */
const widePx = 700;
const slimPx = 345;
const tinyPx = 280;

/** Won (solid), expected (hatch), still to find (empty), quota and usual pace as ticks, the forecast as a whisker. */
export function ResultBar(props: ResultBarProps) {
  const { locale } = props;
  const marks = resultBarMarks(barValues(props));
  const words = labelWords(props);
  const wide = placeLabels(marks, lengths(words, "long"), widePx);
  const slim = placeLabels(marks, lengths(words, "short"), slimPx);
  const tiny = placeLabels(marks, lengths(words, "short"), tinyPx);
  const label = (name: LabelName) => labelStyle({ wide: wide[name], slim: slim[name], tiny: tiny[name] });
  return (
    <div className="rbar" role="img" aria-label={describeBar(props)}>
      <BarMarks marks={marks} />
      {marks.won > 8 && <span className="lb lb-won">Won</span>}
      {props.openCount > 0 && (
        <span className={`lb lb-open${wide.open.beside ? " is-beside" : ""}`} style={label("open")}>
          {words.open.lead}, <b>{words.open.figure}</b>
          <span className="long"> expected</span>
        </span>
      )}
      {props.quota && (
        <span className="lb lb-quota" style={label("quota")} title={formatAmount(props.quota, locale)}>
          {words.quota.lead} <b>{words.quota.figure}</b>
        </span>
      )}
      {props.usualByToday && (
        <span className="lb lb-pace" style={label("pace")} title={formatAmount(props.usualByToday, locale)}>
          {words.pace.lead} {words.pace.figure}
        </span>
      )}
      {props.forecast && (
        <span className={`lb lb-forecast${belowClass({ wide, slim, tiny })}`} style={label("forecast")}>
          {words.forecast.lead} <b>{words.forecast.figure}</b>
        </span>
      )}
    </div>
  );
}

export type CompactResultBarProps = ResultBarProps & {
  /** Where the quota stands in percent of the width; one value for all rows makes them comparable. */
  quotaAt?: number;
};

/** The ten pixel form for rows of people: the same marks without labels. */
export function CompactResultBar(props: CompactResultBarProps) {
  return (
    <div className="rbar compact" role="img" aria-label={describeBar(props)}>
      <BarMarks marks={resultBarMarks(barValues(props), props.quotaAt)} />
    </div>
  );
}

function BarMarks({ marks }: { marks: ReturnType<typeof resultBarMarks> }) {
  const at = (percent: number): CSSProperties => ({ left: `${percent}%` });
  const span = (from: number, to: number): CSSProperties => ({ left: `${from}%`, width: `${to - from}%` });
  return (
    <>
      <div className="track">
        {marks.quota !== null && <span className="still" style={span(0, marks.quota)} />}
        <span className="won" style={span(0, marks.won)} />
        <span className="open" style={span(marks.won, marks.openEnd)} />
        {marks.quota !== null && <span className="quota" style={at(marks.quota)} />}
        {marks.pace !== null && <span className="pace" style={at(marks.pace)} />}
      </div>
      <div className="range">
        {marks.line && (
          <span className="line" style={span(marks.line.left, marks.line.left + marks.line.width)} />
        )}
        {marks.line && marks.line.dot !== null && <span className="dot" style={at(marks.line.dot)} />}
      </div>
    </>
  );
}

type LabelName = "open" | "quota" | "pace" | "forecast";
type Words = Record<LabelName, { lead: string; figure: string }>;

function labelWords(props: ResultBarProps): Words {
  const { locale, forecast } = props;
  return {
    open: {
      lead: formatCountOf(props.openCount, props.openNoun, locale),
      figure: formatAmountShort(props.expected, locale),
    },
    quota: {
      lead: props.goalWord ?? "Quota",
      figure: props.quota ? formatAmountShort(props.quota, locale) : "",
    },
    pace: {
      lead: "usual pace by today",
      figure: props.usualByToday ? formatAmountShort(props.usualByToday, locale) : "",
    },
    forecast: {
      lead: "forecast",
      figure: forecast ? formatAmountRange(forecast.low, forecast.high, locale) : "",
    },
  };
}

function lengths(words: Words, form: "long" | "short") {
  const { open, quota, pace, forecast } = words;
  return {
    open: labelPx(`${open.lead}, ${form === "long" ? " expected" : ""}`, open.figure),
    quota: labelPx(`${quota.lead} `, quota.figure),
    pace: labelPx(`${pace.lead} ${pace.figure}`, ""),
    forecast: labelPx(`${forecast.lead} `, forecast.figure),
  };
}

type ByWidth<Value> = { wide: Value; slim: Value; tiny: Value };

function labelStyle(places: ByWidth<LabelPlace>): CSSProperties {
  const style: Record<string, string> = {};
  for (const [width, place] of Object.entries(places)) {
    style[`--${width}-left`] = "left" in place ? `${place.left}%` : "auto";
    style[`--${width}-right`] = "right" in place ? `${place.right}%` : "auto";
  }
  return style;
}

function belowClass(places: ByWidth<{ forecastBelow: boolean }>): string {
  const widths = Object.entries(places).filter(([, place]) => place.forecastBelow);
  return widths.map(([width]) => ` is-below-${width}`).join("");
}

function barValues(props: ResultBarProps) {
  const { forecast } = props;
  return {
    won: amountValue(props.won),
    expected: amountValue(props.expected),
    quota: props.quota && amountValue(props.quota),
    pace: props.usualByToday && amountValue(props.usualByToday),
    forecast: forecast && {
      low: amountValue(forecast.low),
      mean: forecast.mean && amountValue(forecast.mean),
      high: amountValue(forecast.high),
    },
  };
}

/** The whole bar in one sentence, with exact figures, for whoever does not see it. */
function describeBar(props: ResultBarProps): string {
  const { locale, forecast } = props;
  const parts = [`Won ${formatAmount(props.won, locale)}`];
  if (props.openCount > 0) {
    const open = formatCountOf(props.openCount, props.openNoun, locale);
    parts.push(`expected from ${open} ${formatAmount(props.expected, locale)}`);
  }
  if (props.quota) {
    parts.push(`${(props.goalWord ?? "Quota").toLowerCase()} ${formatAmount(props.quota, locale)}`);
  }
  if (props.usualByToday) parts.push(`usual pace by today ${formatAmount(props.usualByToday, locale)}`);
  if (forecast) {
    parts.push(`forecast ${formatAmount(forecast.low, locale)} to ${formatAmount(forecast.high, locale)}`);
  }
  return parts.join(", ");
}
