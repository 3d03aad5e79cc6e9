import { FromTo } from "@/components/ui/Arrow";
import { Fold } from "@/components/ui/Fold";
import { Section } from "@/components/ui/Section";
import { type Amount, formatAmountShort } from "@/lib/format/amount";
import { formatCount, formatCountOf } from "@/lib/format/number";

export type ImportFigures = {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  leftOut: number;
  people: number;
  newPeople: number;
  won: number;
  lost: number;
  open: number;
  wonValue: Amount | null;
};

export type RejectedGroup = {
  repair: string;
  /** "12 rows have a day that cannot be read. Write it as 2026-11-24." */
  sentence: string;
  count: number;
  /** The first of them, by their row in the file. */
  rows: readonly number[];
  examples: readonly string[];
};

export type ImportReportProps = {
  figures: ImportFigures;
  /** Before the import "would be", after it "was". */
  isDone: boolean;
  steps: readonly { from: string; to: string; known: boolean }[];
  notes: readonly string[];
  groups: RejectedGroup[];
  rejectedHref?: string;
  locale: string;
};

/** What an import does or did: create, change, leave alone, reject; then what would mend the rejected rows. */
export function ImportReport(props: ImportReportProps) {
  const { figures, groups, steps, notes, locale } = props;
  const verdicts = [
    { word: props.isDone ? "created" : "to create", count: figures.created },
    { word: props.isDone ? "changed" : "to change", count: figures.updated },
    { word: "left as they are", count: figures.unchanged },
    { word: props.isDone ? "not taken" : "cannot be taken", count: figures.rejected },
  ];
  return (
    <>
      <ol className="strip verdicts">
        {verdicts.map((verdict) => (
          <li key={verdict.word}>
            <p className="v">{formatCount(verdict.count, locale)}</p>
            <p className="l">{verdict.word}</p>
          </li>
        ))}
      </ol>
      <p className="read mt-4 text-ink-2">{contents(figures, locale)}</p>
      {notes.length > 0 && (
        <ul className="levers">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {groups.length > 0 && <Repairs {...props} />}
      {steps.length > 0 && (
        <Section title="Steps this file can tell" id="steps-told">
          <ul className="steps-told">
            {steps.map((step) => (
              <li key={`${step.from} ${step.to}`}>
                <span>
                  <FromTo from={step.from} to={step.to} />
                </span>
                <span className={step.known ? "" : "text-ink-3"}>
                  {step.known ? "told" : "not in this file"}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Repairs({ groups, rejectedHref, locale }: ImportReportProps) {
  return (
    <Section
      title="What would mend the rest"
      id="repairs"
      aside={
        rejectedHref && (
          <a className="why" href={rejectedHref}>
            these rows as CSV, to mend and send again
          </a>
        )
      }
    >
      {groups.map((group) => (
        <Fold key={group.repair} summary={<span>{group.sentence}</span>} show="which rows" hide="fold">
          <p className="small pb-3 text-ink-2">
            {group.rows.length < group.count && "The first: "}
            {group.rows.length === 1 ? "row" : "rows"}{" "}
            {group.rows.map((row) => formatCount(row, locale)).join(", ")}.
            {group.examples.length > 0 &&
              ` For example ${group.examples.map((text) => `“${text}”`).join(", ")}.`}
          </p>
        </Fold>
      ))}
    </Section>
  );
}

function contents(figures: ImportFigures, locale: string): string {
  const rows = formatCountOf(figures.read, { one: "row", other: "rows" }, locale);
  const people = formatCountOf(figures.people, { one: "person", other: "people" }, locale);
  const fresh = figures.newPeople > 0 ? `, ${formatCount(figures.newPeople, locale)} of them new here` : "";
  const n = (count: number) => formatCount(count, locale);
  const records =
    figures.won + figures.lost + figures.open > 0
      ? ` ${n(figures.won)} won${figures.wonValue ? ` (${formatAmountShort(figures.wonValue, locale)})` : ""}, ${n(figures.lost)} lost, ${n(figures.open)} open.`
      : "";
  return `${rows} read, ${people}${fresh}.${records}`;
}
