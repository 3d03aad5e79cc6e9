const lists = new Map<string, Intl.ListFormat>();

/** "Priya Nair and Lena Fischer", "3, 2 and 1": the locale's own commas. */
export function formatList(items: readonly string[], locale: string): string {
  let format = lists.get(locale);
  if (!format) {
    format = new Intl.ListFormat(locale, { style: "long", type: "conjunction" });
    lists.set(locale, format);
  }
  return format.format(items);
}
