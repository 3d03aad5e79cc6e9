import { describe, expect, test } from "vitest";
import { amountLike, amountValue, formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatList } from "@/lib/format/list";
import {
  capitalize,
  formatCount,
  formatCountOf,
  formatCountShort,
  formatDecimal,
  formatSmallNumber,
  formatUpTo,
} from "@/lib/format/number";
import { formatPercent, formatPercentExact, formatRate, formatShare } from "@/lib/format/percent";
import { formatResultContext } from "@/lib/format/period";
import { formatAmountRange, formatRange } from "@/lib/format/range";

const usd = (major: number) => ({ amountMinor: major * 100, currency: "USD", digits: 2 });

describe("counts", () => {
  test("are grouped and carry their noun in the right number", () => {
    expect(formatCount(1591.2, "en-GB")).toBe("1,591");
    expect(formatCountOf(1, { one: "open deal", other: "open deals" }, "en-GB")).toBe("1 open deal");
    expect(formatCountOf(18, { one: "open deal", other: "open deals" }, "en-GB")).toBe("18 open deals");
    expect(formatCountOf(0, { one: "day", other: "days" }, "en-GB")).toBe("0 days");
  });
  test("are exact under ten thousand and short beyond", () => {
    expect(formatCountShort(8800, "en-GB")).toBe("8,800");
    expect(formatCountShort(412_000, "en-GB")).toBe("412k");
    expect(formatCountShort(1_284_400, "en-GB")).toBe("1.28M");
  });
  test("small ones are words", () => {
    expect(formatSmallNumber(3, "en-GB")).toBe("three");
    expect(formatSmallNumber(12, "en-GB")).toBe("12");
    expect(formatSmallNumber(0, "en-GB")).toBe("none");
  });
  test("real numbers keep their decimals", () => {
    expect(formatDecimal(27, 1, "en-GB")).toBe("27.0");
    expect(formatUpTo(3.285, 1, "en-GB")).toBe("3.3");
    expect(formatUpTo(6, 1, "en-GB")).toBe("6");
  });
});

describe("percentages", () => {
  test("a rate never stands without its n", () => {
    expect(formatRate(0.27, 164, "en-GB")).toBe("27% of 164");
    expect(formatPercent(0.18, "en-GB", 1)).toBe("18.0%");
    expect(formatPercentExact(0.006912, "en-GB")).toBe("0.691%");
  });
  test("nothing possible is 0% and nothing open is 100%", () => {
    expect(formatShare(0.002, "en-GB")).toBe("under 1%");
    expect(formatShare(0.998, "en-GB")).toBe("over 99%");
    expect(formatShare(0, "en-GB")).toBe("0%");
    expect(formatShare(1, "en-GB")).toBe("100%");
    expect(formatShare(0.01, "en-GB")).toBe("1%");
  });
});

describe("ranges", () => {
  test("are written with to", () => {
    expect(formatRange(11, 16, "en-GB")).toBe("11 to 16");
    expect(formatAmountRange(usd(84_700), usd(166_700), "en-GB")).toBe("$84.7k to $167k");
  });
  test("of one value are that value", () => {
    expect(formatRange(6, 6, "en-GB")).toBe("6");
    expect(formatRange(2.96, 3.04, "en-GB", 1)).toBe("3");
  });
});

describe("amounts", () => {
  test("are money or a count of something", () => {
    expect(formatAmount(usd(300_000), "en-GB")).toBe("$300,000");
    expect(formatAmount({ count: 12 }, "en-GB")).toBe("12");
    expect(formatAmountShort({ count: 10.4 }, "en-GB")).toBe("10.4");
    expect(formatAmountShort({ count: 12_800 }, "en-GB")).toBe("12.8k");
  });
  test("another value keeps the unit", () => {
    expect(amountLike(usd(1), 250.4)).toEqual({ amountMinor: 250, currency: "USD", digits: 2 });
    expect(amountValue(amountLike({ count: 3 }, 2.5))).toBe(2.5);
  });
});

test("lists follow the locale", () => {
  expect(formatList(["3", "2", "1"], "en-GB")).toBe("3, 2 and 1");
  expect(formatList(["Priya", "Lena"], "en-GB")).toBe("Priya and Lena");
});

test("the line above a result says by whom, until when and how long still", () => {
  const quarter = { kind: "quarter", lastDay: "2026-12-31" } as const;
  expect(formatResultContext({ ...quarter, workdaysLeft: 26 }, "en-GB")).toBe(
    "Won this quarter, to 31 December · 26 working days left",
  );
  expect(formatResultContext({ ...quarter, workdaysLeft: 1, by: "the team" }, "en-GB")).toBe(
    "Won by the team this quarter, to 31 December · 1 working day left",
  );
  expect(formatResultContext(quarter, "en-GB")).toBe("Won this quarter, to 31 December");
});

test("sentences begin with a capital", () => {
  expect(capitalize("likely, about 2 in 3")).toBe("Likely, about 2 in 3");
  expect(capitalize("")).toBe("");
});
