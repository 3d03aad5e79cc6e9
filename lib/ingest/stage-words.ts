import { normaliseHeading } from "@/lib/ingest/headings";

const WON =
  /^(closed[ -]?)?won$|^(hired|placed|placement|signed|invoiced|started|accepted offer|offer accepted)$/;
const LOST =
  /^(closed[ -]?)?lost$|^(rejected|declined|withdrawn|withdrew|abandoned|cancell?ed|disqualified|dead|client rejected|candidate rejected)$/;

/** The usual order of working stages: where a word of a new stage stands in it. Only a start; the order is editable. */
const USUAL_ORDER = [
  /prospect|new|lead|sourced|applied|application|submitted|target/,
  /contact|attempt|outreach|conversation|connect|screen/,
  /qualif|engag|discover|interest|sql|shortlist/,
  /meeting|appointment|demo|present|interview|visit/,
  /evaluat|solution|trial|pilot|proof|assessment|reference/,
  /propos|quote|offer|bid|tender/,
  /negotiat|contract|decision|verbal|commit|legal/,
];

/** "won", "lost" or "open" when a stage or status says so by its name, else null. */
export function outcomeWord(value: string): "won" | "lost" | "open" | null {
  const word = normaliseHeading(value);
  if (WON.test(word)) return "won";
  if (LOST.test(word)) return "lost";
  return word === "open" || word === "active" ? "open" : null;
}

/** Where a stage usually stands, 0 first; stages we have no word for come after those we have. */
export function usualPosition(stage: string): number {
  const word = normaliseHeading(stage);
  const at = USUAL_ORDER.findIndex((pattern) => pattern.test(word));
  return at < 0 ? USUAL_ORDER.length : at;
}

/** True or false for the words exports use; null for anything else. */
export function yesOrNo(value: string): boolean | null {
  const word = value.trim().toLowerCase();
  if (["true", "yes", "y", "1", "done"].includes(word)) return true;
  if (["false", "no", "n", "0", "to do"].includes(word)) return false;
  return null;
}
