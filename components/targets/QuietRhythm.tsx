import type { ReactNode } from "react";
import { Fold } from "@/components/ui/Fold";
import { formatList } from "@/lib/format/list";
import { formatCount } from "@/lib/format/number";

/** One row of the rhythm in words: 22 + "outreach". */
export type RhythmPart = { asked: number; noun: string };

/** Quiet: the list folds to the rhythm. Nothing is pushed, and today's counts are one press away. */
export function QuietRhythm({
  rhythm,
  isAhead,
  locale,
  children,
}: {
  rhythm: RhythmPart[];
  /** Quiet begins before the band that is called ahead. */
  isAhead: boolean;
  locale: string;
  children: ReactNode;
}) {
  const asks = rhythm.map((part) => `${formatCount(part.asked, locale)} ${part.noun}`);
  return (
    <div className="mt-11">
      <Fold
        summary={
          <span className="read max-w-none">
            <b>
              {isAhead
                ? "You are ahead. This keeps you there:"
                : "You are on your way. This keeps you there:"}
            </b>{" "}
            {formatList(asks, locale)} a day.
          </span>
        }
        show="show today’s counts"
        hide="fold"
      >
        <div>{children}</div>
      </Fold>
    </div>
  );
}
