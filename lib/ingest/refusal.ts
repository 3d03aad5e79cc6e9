/** What happened, that nothing was lost, what to do: one sentence or two, shown as it stands. */
export type Refusal = { ok: false; sentence: string };

export function refuse(sentence: string): Refusal {
  return { ok: false, sentence };
}

/** 12345 → "12,345": sentences of this folder are English, so their figures are grouped the English way. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 row", "2 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
