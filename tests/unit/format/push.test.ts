import { describe, expect, test } from "vitest";
import { type PushWeek, pushWords } from "@/lib/format/push";

const weeks: [string, string][] = [
  ["2026-11-24", "2026-11-27"],
  ["2026-11-30", "2026-12-04"],
  ["2026-12-07", "2026-12-11"],
  ["2026-12-14", "2026-12-18"],
  ["2026-12-21", "2026-12-31"],
];
const push = (...perDay: number[]): PushWeek[] =>
  perDay.map((moreADay, place) => ({ from: weeks[place]![0], to: weeks[place]![1], moreADay }));
const sentence = (...perDay: number[]) => {
  const words = pushWords(push(...perDay), "en-GB");
  return words && `${words.strong} ${words.rest}`;
};

describe("the push as a sentence", () => {
  test("falls week by week and says when it ends", () => {
    expect(sentence(4, 3, 2, 1, 0)).toBe(
      "4 more a day this week, then 3, 2 and 1, and none after 18 December",
    );
  });
  test("one week only", () => {
    expect(sentence(2, 0, 0, 0, 0)).toBe("2 more a day this week, and none after 27 November");
  });
  test("to the end of the period there is no 'none after'", () => {
    expect(sentence(2, 2, 2, 2, 2)).toBe("2 more a day until 31 December");
    expect(sentence(3, 2, 2, 2, 1)).toBe("3 more a day this week, then 2 until 18 December and 1");
  });
  test("the same number for some weeks says until when", () => {
    expect(sentence(4, 4, 2, 0, 0)).toBe("4 more a day until 4 December, then 2, and none after 11 December");
  });
  test("a week off in between is said", () => {
    expect(sentence(0, 2, 1, 0, 0)).toBe("Nothing more this week, then 2 and 1, and none after 11 December");
  });
  test("no push is no sentence", () => {
    expect(sentence(0, 0, 0, 0, 0)).toBeNull();
    expect(pushWords([], "en-GB")).toBeNull();
  });
});
