import { commonFields } from "@/lib/ingest/common-headings";
import type { Field, ImportKind } from "@/lib/ingest/fields";
import { normaliseHeading } from "@/lib/ingest/headings";
import { type SourceTable, sourceTables } from "@/lib/ingest/source-tables";

/** Columns of our own "rejected rows" file: they come back with the mended rows and are not data. */
export const rejectedRowHeadings = ["Row in the first file", "What to mend"] as const;

/** Field of a heading in a table: the product's own reading first, then the common one. */
export function fieldOfHeading(
  heading: string,
  kind: ImportKind,
  table: SourceTable | null,
): Field | "leave" | null {
  const key = normaliseHeading(heading);
  if (rejectedRowHeadings.some((own) => normaliseHeading(own) === key)) return "leave";
  const entered = kind === "deals" ? enteredStage(heading) : null;
  if (entered !== null) return `entered:${entered}`;
  const own = table?.fields;
  if (own && Object.hasOwn(own, key)) return own[key] ?? null;
  const common = commonFields[kind];
  return Object.hasOwn(common, key) ? (common[key] ?? null) : null;
}

/** HubSpot writes `Date entered "Contract sent (New business)"`, our template `Entered Contract sent`. */
function enteredStage(heading: string): string | null {
  const match = /^(?:date )?entered[ :_]+["“]?(.+?)["”]?$/i.exec(heading.trim());
  if (!match?.[1] || /^(on|at|date)$/i.test(match[1])) return null;
  return match[1].replace(/\s*\([^()]*\)$/, "").trim();
}

/** Every heading that any table knows, normalised: how the row of headings is found. */
export const knownHeadings: ReadonlySet<string> = new Set([
  ...Object.values(commonFields).flatMap((fields) => Object.keys(fields)),
  ...sourceTables.flatMap(({ signature, fields }) => [...signature, ...Object.keys(fields)]),
]);
