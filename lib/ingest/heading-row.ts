import { knownHeadings } from "@/lib/ingest/field-of-heading";
import { normaliseHeading } from "@/lib/ingest/headings";

const LOOK_AT = 25;

/**
 * Index of the row that names the columns, or -1. Reports put titles above it, so the row with most headings we
 * know wins; without any, the first row of at least two cells that are words and not figures.
 */
export function findHeadingRow(records: readonly string[][]): number {
  let best = -1;
  let bestKnown = 0;
  const first = records.slice(0, LOOK_AT);
  for (const [index, cells] of first.entries()) {
    const known = cells.filter((cell) => isKnownHeading(cell)).length;
    if (known > bestKnown) {
      best = index;
      bestKnown = known;
    }
  }
  const atLeast = Math.min(2, first[best]?.length ?? 2);
  if (best >= 0 && bestKnown >= atLeast) return best;
  return first.findIndex((cells) => {
    const filled = cells.filter((cell) => cell.trim() !== "");
    return (
      filled.length >= 2 && filled.length > cells.length / 2 && filled.every((cell) => /\p{L}/u.test(cell))
    );
  });
}

function isKnownHeading(cell: string): boolean {
  const heading = normaliseHeading(cell);
  return knownHeadings.has(heading) || /^(date entered|entered) /.test(heading);
}
