import { formatCount, formatSmallNumber } from "@/lib/format/number";
import { type PushWeek, pushWords } from "@/lib/format/push";

export type AskSentenceProps = {
  /** What is asked today, rhythm and push together; the why link names it. */
  askedToday: number;
  rhythm: number;
  /** What the rhythm would be without the limit of a full calendar; says so where it is more. */
  rhythmNeeded: number;
  /** The push by week, the first one holding today. Empty or all zero: no push. */
  push: PushWeek[];
  /** Wins this period still lacks and new work can still bring. */
  winsLacking: number;
  /** "next quarter", "this quarter". */
  nextPeriod: string;
  thisPeriod: string;
  win: { one: string; other: string };
  /** Nothing new lands in time any more: from this day on it pays into the next period. */
  onlyOpenDeals?: boolean;
  whyHref: string;
  locale: string;
};

/** Why today's number: what keeps the next period fed, and what this one still lacks and can still land. */
export function AskSentence(props: AskSentenceProps) {
  const { rhythm, nextPeriod, thisPeriod, locale } = props;
  const push = pushWords(props.push, locale);
  return (
    <p className="read because">
      <b>
        {props.rhythmNeeded > rhythm
          ? `${formatCount(rhythm, locale)} fill your day; ${formatCount(props.rhythmNeeded, locale)} a day would keep ${nextPeriod} fed.`
          : `${formatCount(rhythm, locale)} a day keep ${nextPeriod} fed.`}
      </b>{" "}
      {push && (
        <>
          {capitalizedPeriod(thisPeriod)} still lacks {lackingWords(props)} that new work can bring:{" "}
          <b>{push.strong}</b> {push.rest}.{" "}
        </>
      )}
      {!push && props.onlyOpenDeals && (
        <>New work lands too late for {thisPeriod} now; the open deals decide it. </>
      )}
      {!push && !props.onlyOpenDeals && <>{capitalizedPeriod(thisPeriod)} needs no push on top. </>}
      <a className="why" href={props.whyHref}>
        why {formatCount(props.askedToday, locale)}
      </a>
    </p>
  );
}

/** Under half a win is said so, above it the nearest whole number: "about one win", "about 12 wins". */
function lackingWords({ winsLacking, win, locale }: AskSentenceProps): string {
  if (winsLacking < 0.5) return `less than half a ${win.one}`;
  const wins = Math.round(winsLacking);
  return `about ${formatSmallNumber(wins, locale)} ${wins === 1 ? win.one : win.other}`;
}

function capitalizedPeriod(period: string): string {
  return period.charAt(0).toUpperCase() + period.slice(1);
}
