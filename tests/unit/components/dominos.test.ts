import fc from "fast-check";
import { expect, test } from "vitest";
import { dominosOf } from "@/components/targets/dominos-of";

const states = (row: Parameters<typeof dominosOf>[0]) =>
  dominosOf(row)
    .tiles.map((tile) => (tile.startsPush ? "|" : "") + { done: "x", open: "o", may: "-" }[tile.state])
    .join("");

test("done have fallen, asked stand, the push stands apart", () => {
  expect(states({ done: 3, asked: 8, push: 2 })).toBe("xxxooo|oo");
});

test("while learning the far end of the range is dashed", () => {
  expect(states({ done: 2, asked: 2, upTo: 5 })).toBe("xx---");
});

test("more done than asked is shown and not cut", () => {
  expect(states({ done: 4, asked: 2 })).toBe("xxxx");
});

test("a push of nothing or of everything has no gap", () => {
  expect(states({ done: 0, asked: 3, push: 0 })).toBe("ooo");
  expect(states({ done: 0, asked: 3, push: 3 })).toBe("ooo");
});

test("over forty a tile stands for five, and a tile falls when all its five are done", () => {
  const { tiles, each } = dominosOf({ done: 19, asked: 41 });
  expect(each).toBe(5);
  expect(tiles).toHaveLength(9);
  expect(tiles.filter((tile) => tile.state === "done")).toHaveLength(3);
});

test("a row is never longer than forty tiles for what a day asks", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (done, asked) => {
      const { tiles } = dominosOf({ done, asked });
      expect(tiles.length).toBeLessThanOrEqual(40);
      expect(tiles.length === 0).toBe(done === 0 && asked === 0);
    }),
  );
});
