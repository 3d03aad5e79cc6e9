/**
 * A story's row as the database client takes it. Names say what a value is, here as everywhere in the schema:
 * …On and …Day (and `day`) are days, …At (and `at`) are instants, …Minor is money.
 */
export function toColumns(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toColumn(name, value)]));
}

function toColumn(name: string, value: unknown): unknown {
  if (typeof value === "string" && /(On|Day|^day)$/.test(name)) return new Date(`${value}T00:00:00.000Z`);
  if (typeof value === "string" && /(At|^at)$/.test(name)) return new Date(value);
  if (typeof value === "number" && name.endsWith("Minor")) return BigInt(value);
  return value;
}
