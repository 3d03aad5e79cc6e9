export type CountedValue = { value: string; count: number };

/** The same name in another spelling has the same key: "GTX Pro", "gtx-pro" and "GTXPro" are all "gtxpro". */
export function nameKey(name: string): string {
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return folded === "" ? name.trim() : folded;
}

/** Spaces made single, none at the ends, no invisible characters: what is stored as a name. */
export function tidyName(name: string): string {
  return name
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** How often each value stands in the file, most frequent first, equal ones in the order of the file. */
export function countValues(values: Iterable<string>): CountedValue[] {
  const counts = new Map<string, number>();
  for (const raw of values) {
    const value = tidyName(raw);
    if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
