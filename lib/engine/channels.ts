import type { PlanChannel } from "@/lib/engine/plan-input";
import { largestRemainder } from "@/lib/engine/rounding";

/** Part of the effort that goes to channels other than the best one, so that yields go on being learned (d5). */
const EXPLORATION_SHARE = 0.1;

/** Most of the minutes that "even better" moves. */
const MOVABLE_SHARE = 0.2;

export type MixChannel = { name: string; minutes: number; conversationsPerUnit: number; cap?: number };

/**
 * Units per channel that bring the most conversations in the minutes given: linear yields, so filling the best
 * yield per minute first is exact (fractional knapsack), up to each channel's cap. The exploration share of the
 * minutes is first laid out evenly over the other channels. Real numbers; pass the lower 20 % bound as the yield so
 * that a channel tried ten times does not win. Throws RangeError for negative minutes, yields or caps, for a unit
 * that takes no time, and for two channels of one name.
 *
 * @example
 * bestMix({
 *   channels: [
 *     { name: "call", minutes: 5, conversationsPerUnit: 0.2 },
 *     { name: "e-mail", minutes: 2, conversationsPerUnit: 0.02 },
 *   ],
 *   minutes: 100,
 * }) // => { call: 18, "e-mail": 5 }
 */
export function bestMix(input: {
  channels: MixChannel[];
  minutes: number;
  explorationShare?: number;
}): Record<string, number> {
  const { channels, minutes, explorationShare = EXPLORATION_SHARE } = input;
  if (!(minutes >= 0 && Number.isFinite(minutes)))
    throw new RangeError(`minutes must be at least 0: ${minutes}`);
  if (!(explorationShare >= 0 && explorationShare <= 1)) {
    throw new RangeError(`exploration share must lie between 0 and 1: ${explorationShare}`);
  }
  for (const channel of channels) validChannel(channel);
  if (new Set(channels.map(({ name }) => name)).size < channels.length) {
    throw new RangeError("two channels of one name");
  }
  const ranked = [...channels].sort(
    (left, right) => right.conversationsPerUnit / right.minutes - left.conversationsPerUnit / left.minutes,
  );
  const spent = new Map<string, number>();
  const fill = (channel: MixChannel, offered: number): number => {
    const already = spent.get(channel.name) ?? 0;
    const room = channel.cap === undefined ? offered : channel.cap * channel.minutes - already;
    const taken = Math.max(0, Math.min(offered, room));
    spent.set(channel.name, already + taken);
    return taken;
  };
  let left = minutes;
  const others = ranked.slice(1);
  for (const other of others) left -= fill(other, (minutes * explorationShare) / others.length);
  for (const channel of ranked) left -= fill(channel, left);
  return Object.fromEntries(
    channels.map((channel) => [channel.name, (spent.get(channel.name) ?? 0) / channel.minutes]),
  );
}

/**
 * Whole units per channel for today's asks at the person's own mix, beside `channels`; what a daily cap refuses
 * goes to the others in their proportion. Units that no channel can take stay unsplit and are left out.
 *
 * @example
 * ownMixSplit([call 60 %, e-mail 40 %], 31) // => [19, 12]
 */
export function ownMixSplit(channels: PlanChannel[], units: number): number[] {
  const split = channels.map(() => 0);
  let open = channels.map((_, index) => index).filter((index) => channels[index]!.mixShare > 0);
  let left = units;
  while (left > 0 && open.length > 0) {
    const parts = largestRemainder(
      open.map((index) => channels[index]!.mixShare),
      left,
    );
    left = 0;
    const roomy: number[] = [];
    open.forEach((index, position) => {
      const wanted = split[index]! + parts[position]!;
      const cap = Math.floor(channels[index]!.capPerDay ?? Number.POSITIVE_INFINITY);
      split[index] = Math.min(wanted, cap);
      left += wanted - split[index]!;
      if (wanted < cap) roomy.push(index);
    });
    open = roomy;
  }
  return split;
}

/**
 * "Even better": the own mix with at most a fifth of its minutes moved from the channels that bring least per
 * minute to the one that brings most by its lower bound. Returns shares of units, beside `channels`.
 */
export function betterMix(channels: PlanChannel[]): number[] {
  const minutes = channels.map((channel) => channel.mixShare * channel.minutesPerUnit);
  const perMinute = channels.map((channel) => channel.yieldLower / channel.minutesPerUnit);
  const best = perMinute.indexOf(Math.max(...perMinute));
  if (best < 0 || channels.some((channel) => !(channel.minutesPerUnit > 0))) {
    return channels.map((channel) => channel.mixShare);
  }
  let movable = MOVABLE_SHARE * minutes.reduce((sum, value) => sum + value, 0);
  const worstFirst = channels
    .map((_, index) => index)
    .sort((left, right) => perMinute[left]! - perMinute[right]!);
  for (const index of worstFirst) {
    if (perMinute[index]! >= perMinute[best]!) break;
    const moved = Math.min(movable, minutes[index]!);
    minutes[index]! -= moved;
    minutes[best]! += moved;
    movable -= moved;
  }
  const units = minutes.map((value, index) => value / channels[index]!.minutesPerUnit);
  const total = units.reduce((sum, value) => sum + value, 0);
  return total > 0 ? units.map((value) => value / total) : channels.map((channel) => channel.mixShare);
}

function validChannel(channel: MixChannel): void {
  const { name, minutes, conversationsPerUnit, cap } = channel;
  if (!(minutes > 0 && Number.isFinite(minutes)))
    throw new RangeError(`${name}: a unit takes time, got ${minutes}`);
  if (!(conversationsPerUnit >= 0 && Number.isFinite(conversationsPerUnit))) {
    throw new RangeError(`${name}: conversations per unit must be at least 0, got ${conversationsPerUnit}`);
  }
  if (cap !== undefined && !(cap >= 0)) throw new RangeError(`${name}: cap must be at least 0, got ${cap}`);
}
