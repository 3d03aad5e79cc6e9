import { normalQuantile } from "@/lib/engine/distributions";

/**
 * Chance that comes out the same on every machine and at every run: xoshiro128**, seeded by a name.
 * Each person of a story has a stream of their own, so that changing one story leaves the others alone.
 */
export class Chance {
  #state: Uint32Array;

  constructor(name: string) {
    this.#state = seedOf(name);
  }

  /** Uniform in (0, 1), never 0 or 1: it is handed to quantile functions. */
  uniform(): number {
    return (this.#bits() + 0.5) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  happens(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  }

  /** Lognormal with the given mean: most values below it, a few far above. */
  lognormal(mean: number, sigma: number): number {
    return lognormalQuantile(this.uniform(), mean, sigma);
  }

  #bits(): number {
    const s = this.#state;
    const result = Math.imul(rotated(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotated(s[3]!, 11);
    return result;
  }
}

export function lognormalQuantile(p: number, mean: number, sigma: number): number {
  return mean * Math.exp(sigma * normalQuantile(p) - (sigma * sigma) / 2);
}

/**
 * Outcomes that keep to a rate within every twenty, like a shuffled deck of cards. Independent throws would make
 * half of the stories untrue on any given day: thirteen wins a quarter vary by a quarter of themselves.
 */
export class Deck {
  static readonly #SIZE = 20;
  #cards: boolean[] = [];
  #owed = 0;

  constructor(
    private readonly chance: Chance,
    private readonly rate: number,
  ) {
    this.#owed = chance.uniform() - 0.5;
  }

  draw(): boolean {
    if (this.#cards.length === 0) this.#deal();
    return this.#cards.pop() ?? false;
  }

  #deal(): void {
    const due = this.rate * Deck.#SIZE + this.#owed;
    const successes = Math.min(Deck.#SIZE, Math.max(0, Math.round(due)));
    this.#owed = due - successes;
    // Four hands of five: streaks stay short enough for the story to hold in the middle of a deck too.
    const hands = [0, 0, 0, 0];
    for (const [index, hand] of this.chance.shuffled([0, 1, 2, 3]).entries()) {
      hands[hand] = Math.floor(successes / 4) + (index < successes % 4 ? 1 : 0);
    }
    this.#cards = hands.flatMap((count) => this.chance.shuffled([0, 1, 2, 3, 4].map((card) => card < count)));
  }
}

/** Right-skewed amounts whose every eight add up to about eight times the mean. */
export class AmountDeck {
  static readonly #SIZE = 8;
  #amounts: number[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly mean: number,
    private readonly sigma: number,
  ) {}

  draw(): number {
    if (this.#amounts.length === 0) {
      const slices = Array.from({ length: AmountDeck.#SIZE }, (_, slice) => slice);
      this.#amounts = this.chance
        .shuffled(slices)
        .map((slice) =>
          lognormalQuantile(
            (slice + this.chance.between(0.2, 0.8)) / AmountDeck.#SIZE,
            this.mean,
            this.sigma,
          ),
        );
    }
    return this.#amounts.pop() ?? this.mean;
  }
}

/** Spreads a real-valued flow over whole units: what is left over waits for the next call. */
export class Flow {
  #owed: number;

  constructor(private readonly chance: Chance) {
    this.#owed = chance.uniform() - 0.5;
  }

  /** Whole units of `amount`, with a little unevenness that is made good later. */
  take(amount: number, most = Number.POSITIVE_INFINITY): number {
    this.#owed += amount;
    const unevenness = this.chance.between(-0.9, 0.9);
    const units = Math.min(most, Math.max(0, Math.round(this.#owed + unevenness)));
    this.#owed -= units;
    return units;
  }
}

function rotated(value: number, by: number): number {
  return ((value << by) | (value >>> (32 - by))) >>> 0;
}

/** Four words from a name (FNV-1a), each finished by the mixer of splitmix32. */
function seedOf(name: string): Uint32Array {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word += 1) {
    let hash = 2_166_136_261 ^ Math.imul(word + 1, 0x9e3779b9);
    for (let index = 0; index < name.length; index += 1) {
      hash = Math.imul(hash ^ name.charCodeAt(index), 16_777_619);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    state[word] = hash ^ (hash >>> 15);
  }
  return state;
}
