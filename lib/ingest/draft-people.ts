import type { ImportMapping } from "@/lib/ingest/mapping";
import { nameKey } from "@/lib/ingest/names";
import { type ParsedPeriod, parsePeriod, periodBetween } from "@/lib/ingest/parse-period";
import type { FileTable } from "@/lib/ingest/read-table";
import { type DraftContext, draftRows, type RowReader } from "@/lib/ingest/row-reader";

/** A quota of a row: minor units for money measures, a plain count otherwise. */
export type QuotaDraft = { funnel: string | null; measure: string; period: ParsedPeriod; amount: number };

/** A row of a people file. Several rows may name one person, each with another quota. */
export type PersonDraft = {
  row: number;
  name: string;
  email: string | null;
  externalId: string | null;
  team: string | null;
  position: string | null;
  startedOn: string | null;
  quota: QuotaDraft | null;
};

const MONEY_MEASURES = new Set(["money", "margin", "recurring"]);

/** The rows of a file of people with quotas as drafts; `fiscalStartMonth` places quarters and years. */
export function draftPeople(
  table: FileTable,
  mapping: ImportMapping,
  context: DraftContext,
  fiscalStartMonth: number,
) {
  const quotas = new Set<string>();
  return draftRows<PersonDraft>(table, mapping, context, (reader) => {
    const email = reader.text("email").toLowerCase() || null;
    const name = reader.text("name") || (email ?? "");
    if (name === "") reader.reject("missing-person", "name");
    const quota = quotaOf(reader, fiscalStartMonth);
    if (quota) {
      const key = [
        email ?? nameKey(name),
        quota.funnel ?? "",
        quota.measure,
        quota.period.firstDay,
        quota.period.kind,
      ];
      if (quotas.has(key.join("|"))) reader.reject("repeated-id", "quota");
      quotas.add(key.join("|"));
    }
    return {
      row: reader.row,
      name,
      email,
      externalId: reader.text("externalId") || null,
      team: reader.text("team") || null,
      position: reader.text("position") || null,
      startedOn: reader.day("startedOn"),
      quota,
    };
  });
}

function quotaOf(reader: RowReader, fiscalStartMonth: number): QuotaDraft | null {
  if (reader.text("quota") === "") return null;
  const measure = reader.text("measure").toLowerCase() || "money";
  const currency = reader.currency();
  // A count is written like an amount; 40 meetings are 40, not 4,000 hundredths.
  const minor = reader.amountMinor("quota", MONEY_MEASURES.has(measure) ? currency : "JPY") ?? 0;
  const period = periodOf(reader, fiscalStartMonth);
  const amount = MONEY_MEASURES.has(measure) ? reader.ownMinor(minor, currency, period.firstDay) : minor;
  return { funnel: reader.text("funnel") || null, measure, period, amount };
}

function periodOf(reader: RowReader, fiscalStartMonth: number): ParsedPeriod {
  const text = reader.text("period");
  if (text !== "") {
    const period = parsePeriod(text, fiscalStartMonth);
    if (period) return period;
    // Salesforce writes a quota's period as its first day; the period is the month it starts.
    const month = reader.day("period", "bad-period")?.slice(0, 7) ?? "";
    return parsePeriod(month, 1) ?? reader.reject("bad-period", "period");
  }
  const from = reader.day("periodFrom");
  const to = reader.day("periodTo");
  if (from === null || to === null) return reader.reject("missing-period", "period");
  return periodBetween(from, to) ?? reader.reject("bad-period", "periodTo");
}
