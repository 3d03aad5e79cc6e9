/** "Deal - Won time" and "deal_won time" are the same heading: case, spaces, `_`, `-` and the byte order mark do not count. */
export function normaliseHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/[\ufeff\u200b]/g, "")
    .toLowerCase()
    .replace(/[\s_\-–—]+/g, " ")
    .replace(/[*:]+$/, "")
    .trim();
}
