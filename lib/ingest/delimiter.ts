import Papa from "papaparse";

export type Delimiter = "," | ";" | "\t" | "|";

const CANDIDATES: readonly Delimiter[] = [",", ";", "\t", "|"];
const SAMPLE_CHARACTERS = 256 * 1024;

/** What separates the cells: the sign that splits most of the first rows into the same number of cells, more than one. */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const rows = Papa.parse<string[]>(sample, { delimiter, newline: "\n", preview: 60 }).data;
    const widths = new Map<number, number>();
    for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    for (const [width, times] of widths) {
      // Agreement first; among equals the sign that yields more cells ("1,5;2,5" is two cells, not three).
      const score = (times / rows.length) * 1000 + Math.min(width, 100) / 100;
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
  }
  return best;
}
