/** One tile of a progress row. */
export type Tile = { state: "done" | "open" | "may"; startsPush: boolean };

/** Beyond this many a tile stands for five, so that a row stays one look and not a count. */
const mostTiles = 40;

/**
 * The tiles of a row. `asked` is certain, `upTo` the far end of a range (learning); the last `push` of the asked
 * stand apart. More done than asked is shown: every count is a tile.
 */
export function dominosOf(row: { done: number; asked: number; upTo?: number; push?: number }): {
  tiles: Tile[];
  each: number;
} {
  const total = Math.max(row.done, row.asked, row.upTo ?? 0);
  const each = total > mostTiles ? 5 : 1;
  const tilesFor = (count: number) => Math.ceil(count / each - 1e-9);
  const done = Math.floor(row.done / each);
  const push = row.push && row.push > 0 && row.push < row.asked ? tilesFor(row.asked - row.push) : -1;
  const tiles = Array.from(
    { length: tilesFor(total) },
    (_, place): Tile => ({
      state: place < done ? "done" : place < tilesFor(row.asked) ? "open" : "may",
      startsPush: place === push,
    }),
  );
  return { tiles, each };
}
