import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currencyDigits,
  detectCurrency,
  detectDecimalSign,
  parseAmountMinor,
  parseCount,
} from "@/lib/ingest/amounts";
import { detectDateOrder, parseDay } from "@/lib/ingest/days";
import { parsePeriod, periodBetween } from "@/lib/ingest/parse-period";

describe("the order of day and month", () => {
  it.each([
    [["2026-11-24"], "iso"],
    [["03/04/2026", "25/12/2026"], "day-month"],
    [["03/04/2026", "12/25/2026"], "month-day"],
    [["24.11.2026", "03.04.2026"], "day-month"],
    [["03/04/2026", "05/06/2026"], "ask"],
    [["25/12/2026", "12/25/2026"], "ask"],
    [["", "45250"], "iso"],
    [["31/31/2026", "2026-11-24"], "iso"],
  ])("%j is %s", (values, order) => {
    expect(detectDateOrder(values)).toBe(order);
  });
});

describe("a cell as a day", () => {
  it.each([
    ["2026-11-24", "2026-11-24"],
    ["2026/1/5", "2026-01-05"],
    ["20261124", "2026-11-24"],
    ["2026-09-28 14:02", "2026-09-28"],
    ["24/11/2026 09:15", "2026-11-24"],
    ["24.11.26", "2026-11-24"],
    ["24 Nov 2026", "2026-11-24"],
    ["Nov 24, 2026", "2026-11-24"],
    ["46350", "2026-11-24"], // Excel: 46,350 days after 1899-12-30
    ["46350.75", "2026-11-24"],
  ])("%s is %s", (text, day) => {
    expect(parseDay(text, "day-month", "Europe/Berlin")).toBe(day);
  });

  it("takes a time with a zone to the day it was in the organization's zone", () => {
    expect(parseDay("2026-11-24T02:30:00Z", "iso", "America/New_York")).toBe("2026-11-23");
    expect(parseDay("2026-11-23T20:30:00+00:00", "iso", "Asia/Kathmandu")).toBe("2026-11-24");
  });

  it("reads 03/04/2026 by the order it is given", () => {
    expect(parseDay("03/04/2026", "day-month", "UTC")).toBe("2026-04-03");
    expect(parseDay("03/04/2026", "month-day", "UTC")).toBe("2026-03-04");
  });

  it.each([
    "31/02/2026",
    "2026-13-01",
    "2025-02-29",
    "soon",
    "0/0/2026",
    "1899-01-01",
    "2026-11-24x",
    "99999999",
    "12/13/14/15",
  ])("%s is none", (text) => {
    expect(parseDay(text, "day-month", "UTC")).toBeNull();
  });

  it("reads back every day it writes, in all three orders", () => {
    const days = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-");
        expect(parseDay(iso, "iso", "UTC")).toBe(iso);
        expect(parseDay(`${day}/${month}/${year}`, "day-month", "UTC")).toBe(iso);
        expect(parseDay(`${month}/${day}/${year}`, "month-day", "UTC")).toBe(iso);
      }),
    );
  });
});

describe("the decimal sign", () => {
  it.each([
    [["1.234,56"], "comma"],
    [["1,234.56"], "point"],
    [["12,5"], "comma"],
    [["1.234.567"], "comma"],
    [["1,234,567"], "point"],
    [["1,234"], "ask"],
    [["1.234"], "ask"],
    [["0,125"], "comma"],
    [["900", "1200"], "point"],
    [["1.234,56", "1,234.56"], "ask"],
  ])("of %j is %s", (values, sign) => {
    expect(detectDecimalSign(values)).toBe(sign);
  });
});

describe("an amount in minor units", () => {
  it.each([
    ["1.234,56", "comma", 2, 123456],
    ["€ 1.234,56", "comma", 2, 123456],
    ["1,234.56 USD", "point", 2, 123456],
    ["$52,000.00", "point", 2, 5200000],
    ["1’234.50", "point", 2, 123450],
    ["1 234,5", "comma", 2, 123450],
    ["(1,200)", "point", 2, -120000],
    ["-3", "point", 2, -300],
    ["$-3", "point", 2, -300],
    ["3-", "point", 2, -300],
    ["0", "point", 2, 0],
    ["-0", "point", 2, 0],
    ["1234", "point", 0, 1234],
    ["1.5", "point", 3, 1500],
    ["1.005", "point", 2, 101], // half up, exactly: 1.005 × 100 is 100.49999999999999 in floating point
    ["1.004", "point", 2, 100],
  ] as const)("%s with decimal %s and %i decimals is %i", (text, sign, digits, minor) => {
    expect(parseAmountMinor(text, sign, digits)).toEqual({ ok: true, minor });
  });

  it.each(["", "abc", "1.2.3", "12,34,5.0.1", "--", "1e9", "0x10", "NaN", "Infinity"])(
    "%j is no number",
    (text) => {
      expect(parseAmountMinor(text, "point", 2)).toEqual({ ok: false, why: "not-a-number" });
    },
  );

  it("refuses amounts beyond a hundred billion", () => {
    expect(parseAmountMinor("100000000000", "point", 2)).toEqual({ ok: true, minor: 10_000_000_000_000 });
    expect(parseAmountMinor("100000000000.01", "point", 2)).toEqual({ ok: false, why: "absurd" });
    expect(parseAmountMinor("9".repeat(40), "point", 2)).toEqual({ ok: false, why: "absurd" });
  });

  it("reads back what Intl writes, in German and in English", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (minor) => {
        const german = (minor / 100).toLocaleString("de-DE", { style: "currency", currency: "EUR" });
        const english = (minor / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
        const same = { ok: true, minor: minor === 0 ? 0 : minor };
        expect(parseAmountMinor(german, "comma", 2)).toEqual(same);
        expect(parseAmountMinor(english, "point", 2)).toEqual(same);
      }),
    );
  });
});

describe("currencies and counts", () => {
  it("knows the decimals of a currency and that a word is none", () => {
    expect([
      currencyDigits("USD"),
      currencyDigits("JPY"),
      currencyDigits("KWD"),
      currencyDigits("dollar"),
    ]).toEqual([2, 0, 3, null]);
  });

  it("names a currency only when the file names exactly one", () => {
    expect(detectCurrency(["€ 12", "13 €"], "USD")).toBe("EUR");
    expect(detectCurrency(["12 EUR", "13 USD"], "USD")).toBeNull();
    expect(detectCurrency(["$12"], "AUD")).toBe("AUD");
    expect(detectCurrency(["12"], "USD")).toBeNull();
  });

  it("takes whole numbers as counts and nothing else", () => {
    expect(["6", "6.0", "0", "100000"].map(parseCount)).toEqual([6, 6, 0, 100000]);
    expect(["-1", "1.5", "100001", "six", "", "1e3"].map(parseCount)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("periods", () => {
  it.each([
    ["2026-Q4", 1, "quarter", "2026-10-01", "2026-12-31"],
    ["Q1 2027", 1, "quarter", "2027-01-01", "2027-03-31"],
    ["2026-Q4", 2, "quarter", "2026-11-01", "2027-01-31"],
    ["2026-02", 1, "month", "2026-02-01", "2026-02-28"],
    ["2028-02", 7, "month", "2028-02-01", "2028-02-29"],
    ["2026", 1, "year", "2026-01-01", "2026-12-31"],
    ["FY2026", 4, "year", "2026-04-01", "2027-03-31"],
  ])("%s with fiscal start %i is the %s %s to %s", (text, start, kind, firstDay, lastDay) => {
    expect(parsePeriod(text, start)).toEqual({ kind, firstDay, lastDay });
  });

  it.each(["2026-Q5", "2026-13", "next quarter", "", "0000"])("%j is none", (text) => {
    expect(parsePeriod(text, 1)).toBeNull();
  });

  it("names the kind of a stretch given by its days", () => {
    expect(periodBetween("2026-10-01", "2026-12-31")?.kind).toBe("quarter");
    expect(periodBetween("2026-10-02", "2026-12-31")).toBeNull();
    expect(periodBetween("2026-10-01", "2026-12-30")).toBeNull();
  });
});
