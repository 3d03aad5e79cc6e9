import { describe, expect, it } from "vitest";
import { parseTypedAmount } from "@/lib/forms/typed-amount";

const cents = (typed: string) => parseTypedAmount(typed, 2, ".");

describe("what people type as an amount", () => {
  it.each([
    ["300,000", 30_000_000],
    ["300.000", 30_000_000],
    ["300 000", 30_000_000],
    ["300’000", 30_000_000],
    ["300000", 30_000_000],
    ["$300,000", 30_000_000],
    ["300,000 €", 30_000_000],
    ["USD 300,000", 30_000_000],
    ["300k", 30_000_000],
    ["300 K", 30_000_000],
    ["1.5M", 150_000_000],
    ["1,5 Mio.", 150_000_000],
    ["0.25m", 25_000_000],
    ["1,234.56", 123_456],
    ["1.234,56", 123_456],
    ["12.5", 1250],
    ["1,234,567", 123_456_700],
    ["12,34,567", 123_456_700],
    ["0", 0],
    ["", 0],
    ["  ", 0],
  ])("takes %j as %i cents", (typed, minor) => {
    expect(cents(typed)).toBe(minor);
  });

  it.each([
    "about 300",
    "-5",
    "3,00,0",
    "1.2.3,4",
    "12.345,6789",
    "300kk",
    "1,,000",
    "1e5",
    "k",
    "9999999999999999",
  ])("refuses %j", (typed) => {
    expect(cents(typed)).toBeNull();
  });

  it("counts whole things only where there are no decimals", () => {
    expect(parseTypedAmount("12", 0, ".")).toBe(12);
    expect(parseTypedAmount("1,200", 0, ".")).toBe(1200);
    expect(parseTypedAmount("12.5", 0, ".")).toBeNull();
  });

  it("takes three last figures as decimals only in a currency of three, and as its writers do", () => {
    expect(parseTypedAmount("1.250", 3, ".")).toBe(1250);
    expect(parseTypedAmount("1,250", 3, ".")).toBe(1_250_000);
    expect(parseTypedAmount("1,250", 3, ",")).toBe(1250);
  });
});
