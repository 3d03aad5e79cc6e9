import type { ReactNode } from "react";
import { Chain, type ChainReading } from "@/components/explanation/Chain";
import type { WhyColumn } from "@/components/explanation/stage-columns";
import { Sheet } from "@/components/ui/Sheet";

export type WhySheetProps = {
  /** The answer as a sentence: "31 outreach today: 27 keep next quarter fed, 4 are for this one". */
  title: string;
  /** "Why · fixed this morning at 06:00". */
  context: string;
  closeHref: string;
  shareHref?: string;
  columns: WhyColumn[];
  reading: ChainReading;
  howSure?: ReactNode;
  serves?: ReactNode;
  /** The page the sheet lies over. */
  behind?: ReactNode;
};

/** Why a figure is what it is: the sum from the quota down to today, and under every line the records. */
export function WhySheet(props: WhySheetProps) {
  return (
    <Sheet
      id="why-title"
      closeHref={props.closeHref}
      context={props.context}
      behind={props.behind}
      {...(props.shareHref ? { shareHref: props.shareHref } : {})}
    >
      <h1 id="why-title" className="why-title">
        {props.title}
      </h1>
      {props.columns.map((column) => (
        <section key={column.id} aria-labelledby={`why-${column.id}`}>
          <h2 id={`why-${column.id}`} className="why-column">
            {column.title}
          </h2>
          <Chain id={`why-${column.id}`} lines={column.lines} reading={props.reading} />
        </section>
      ))}
      {props.howSure && (
        <p className="small mt-3 text-ink-2">
          <b className="text-ink">How sure.</b> {props.howSure}
        </p>
      )}
      {props.serves && (
        <p className="small mt-1 text-ink-2">
          <b className="text-ink">What it serves.</b> {props.serves}
        </p>
      )}
    </Sheet>
  );
}
