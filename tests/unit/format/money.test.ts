import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoney, formatMoneyShort, type Money } from "@/lib/format/money";

const usd = (amountMinor: number): Money => ({ amountMinor, currency: "USD", digits: 2 });
const yen = (amountMinor: number): Money => ({ amountMinor, currency: "JPY", digits: 0 });
const dinar = (amountMinor: number): Money => ({ amountMinor, currency: "KWD", digits: 3 });

describe("exact money", () => {
  test.each([
    [usd(18_420_000), "$184,200"],
    [usd(15_206), "$152.06"],
    [usd(0), "$0"],
    [usd(5), "$0.05"],
    [usd(-2_750_000), "-$27,500"],
    [yen(5000), "¥5,000"],
    [dinar(1250), "KWD 1.250"],
    [dinar(12_000), "KWD 12"],
  ])("%o reads %s", (money, text) => {
    expect(formatMoney(money, "en-GB").replace(/\u00a0/g, " ")).toBe(text);
  });

  test("follows the reader's locale", () => {
    expect(formatMoney(usd(18_420_000), "de-DE").replace(/\u00a0/g, " ")).toBe("184.200 $");
  });

  test("refuses what is no whole number of minor units", () => {
    expect(() => formatMoney(usd(1.5), "en-GB")).toThrow(RangeError);
    expect(() => formatMoneyShort(usd(Number.NaN), "en-GB")).toThrow(RangeError);
    expect(() => formatMoney(usd(Number.POSITIVE_INFINITY), "en-GB")).toThrow(RangeError);
  });
});

describe("money at a glance", () => {
  test.each([
    [18_420_000, "$184k"],
    [8_440_000, "$84.4k"],
    [30_000_000, "$300k"],
    [206_560_900, "$2.07M"],
    [200_000_000, "$2.00M"],
    [108_916_700, "$1.09M"],
    [2_200_000, "$22.0k"],
    // Under 10,000 a third digit would claim more than an estimate knows: 8,972 is about 9.0k, 4,714 about 4.7k.
    [897_200, "$9.0k"],
    [471_400, "$4.7k"],
    [15_206, "$152"],
    [897, "$8.97"],
    [0, "$0"],
    [-7_920_000, "-$79.2k"],
    // Rounding that reaches the next unit takes that unit's form: 999,950 is a million and not 1000k.
    [99_995_000, "$1.00M"],
    [999_500, "$10.0k"],
    [99_960, "$1.0k"],
    [123_456_789_00, "$123M"],
  ])("%i cents read %s", (cents, text) => {
    expect(formatMoneyShort(usd(cents), "en-GB")).toBe(text);
  });

  test("is spelled the same in every English locale", () => {
    for (const locale of ["en-US", "en-GB", "en-AU", "en-IE"]) {
      expect(formatMoneyShort({ amountMinor: 8_440_000, currency: "EUR", digits: 2 }, locale)).toBe("€84.4k");
      expect(formatMoneyShort({ amountMinor: 206_560_900, currency: "EUR", digits: 2 }, locale)).toBe(
        "€2.07M",
      );
    }
  });

  test("knows currencies with no and with three decimals", () => {
    expect(formatMoneyShort(yen(184_200), "en-GB")).toBe("¥184k");
    expect(formatMoneyShort(yen(8), "en-GB")).toBe("¥8");
    expect(formatMoneyShort(dinar(184_200_000), "en-GB").replace(/\u00a0/g, " ")).toBe("KWD 184k");
    expect(formatMoneyShort(dinar(1250), "en-GB").replace(/\u00a0/g, " ")).toBe("KWD 1.250");
  });

  test("never strays from the amount by more than its last shown digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (cents) => {
        const text = formatMoneyShort(usd(cents), "en-GB");
        const unit = text.endsWith("k") ? 1e3 : text.endsWith("M") ? 1e6 : /bn$/i.test(text) ? 1e9 : 1;
        const shown = Number(text.replace(/[^0-9.]/g, "")) * unit;
        const value = cents / 100;
        const allowed = value >= 1000 && value < 10_000 ? 0.055 : 0.0051;
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(Math.max(0.005, value * allowed));
      }),
    );
  });
});
