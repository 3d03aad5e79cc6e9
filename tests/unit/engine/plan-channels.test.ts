import { describe, expect, test } from "vitest";
import { bestMix, betterMix, ownMixSplit } from "@/lib/engine/channels";
import { maya } from "@/tests/support/plan-example";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("channels", () => {
  const call = { name: "call", minutes: 5, conversationsPerUnit: 0.2 };
  const mail = { name: "e-mail", minutes: 2, conversationsPerUnit: 0.02 };

  test("the best yield per minute is filled first, a tenth stays for the others", () => {
    expect(bestMix({ channels: [call, mail], minutes: 100 })).toEqual({ call: 18, "e-mail": 5 });
    expect(bestMix({ channels: [call, mail], minutes: 100, explorationShare: 0 })).toEqual({
      call: 20,
      "e-mail": 0,
    });
    const capped = bestMix({ channels: [{ ...call, cap: 10 }, mail], minutes: 100, explorationShare: 0 });
    expect(capped).toEqual({ call: 10, "e-mail": 25 });
    expect(() => bestMix({ channels: [{ ...call, minutes: 0 }], minutes: 10 })).toThrow(RangeError);
  });

  test("the own mix adds up to the ask, and a cap hands over to the others", () => {
    const { channels } = maya();
    expect(ownMixSplit(channels, 31)).toEqual([19, 8, 3, 1]);
    const capped = channels.map((channel) =>
      channel.id === "call" ? { ...channel, capPerDay: 10 } : channel,
    );
    expect(ownMixSplit(capped, 31)[0]).toBe(10);
    expect(sum(ownMixSplit(capped, 31))).toBe(31);
  });

  test("even better moves at most a fifth of the minutes", () => {
    const { channels } = maya();
    const better = betterMix(channels);
    expect(sum(better)).toBeCloseTo(1, 12);
    const minutes = (shares: number[]) =>
      shares.map((share, index) => share * channels[index]!.minutesPerUnit);
    const before = minutes(channels.map((channel) => channel.mixShare));
    const after = minutes(better).map((value) => (value * sum(before)) / sum(minutes(better)));
    const moved = sum(after.map((value, index) => Math.max(0, value - before[index]!)));
    expect(moved / sum(before)).toBeCloseTo(0.2, 10);
  });
});
