import "server-only";
import { namesOfPeople, type RecordedChange } from "@/lib/data/deal-history";
import type { DealRecord } from "@/lib/data/deal-record";
import type { Scope } from "@/lib/data/scope";
import { currencyDigits } from "@/lib/format/currency";
import { formatDayWithYear } from "@/lib/format/day";
import { formatMoney } from "@/lib/format/money";

const labels: Readonly<Record<string, string>> = {
  name: "Name",
  value: "Value",
  status: "Status",
  stage: "Stage",
  owner: "Person",
  source: "Source",
  created: "Created",
  "expected-close": "Expected close",
  closed: "Won or lost",
};

/** How a record's changes are said: "Value: $52,000, before $50,000". */
export async function changeWords(
  scope: Scope,
  deal: Pick<DealRecord, "currency" | "stages">,
  changes: readonly RecordedChange[],
  locale: string,
): Promise<(change: RecordedChange) => string> {
  const owners = changes.filter(({ field }) => field === "owner");
  const people = await namesOfPeople(
    scope,
    owners.flatMap(({ oldValue, newValue }) => [oldValue, newValue].filter((id) => id !== null)),
  );
  const stages = new Map(deal.stages.map(({ id, name }) => [id, name]));
  const say = (field: string, value: string | null): string => {
    if (value === null) return "not known";
    if (field === "value") return money(Number(value), deal.currency, locale);
    if (field === "stage") return stages.get(value) ?? "a stage that is gone";
    if (field === "owner") return people.get(value) ?? "somebody who is gone";
    if (field === "created" || field === "closed" || field === "expected-close")
      return formatDayWithYear(value, locale);
    return value;
  };
  return ({ field, oldValue, newValue }) =>
    `${labels[field] ?? field}: ${say(field, newValue)}, before ${say(field, oldValue)}`;
}

export function money(amountMinor: number, currency: string, locale: string): string {
  return formatMoney({ amountMinor, currency, digits: currencyDigits(currency) }, locale);
}
