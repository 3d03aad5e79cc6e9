import { AmountDeck, Chance, Deck, Flow } from "@/prisma/seed/chance";
import type { CompanyStory, PersonStory } from "@/prisma/seed/story";

/** Everything that is left to chance about one person, each part with a stream of its own. */
export class PersonStream {
  readonly chance: Chance;
  readonly #rates: Deck[];
  readonly #wins: AmountDeck;
  readonly #outreach = new Map<string, Flow>();
  readonly #answers = new Map<string, Flow>();
  readonly #arrivals: Record<"inbound" | "referral", Flow>;
  records = 0;
  handedOver = 0;

  constructor(
    company: CompanyStory,
    readonly story: PersonStory,
  ) {
    const stream = (part: string) => new Chance(`${company.key}/${story.key}/${part}`);
    this.chance = stream("course");
    this.#rates = story.rates.map((rate, step) => new Deck(stream(`rate ${step}`), rate));
    this.#wins = new AmountDeck(stream("wins"), story.winValue.mean, story.winValue.sigma);
    for (const channel of company.channels) {
      this.#outreach.set(channel.slug, new Flow(stream(`outreach ${channel.slug}`)));
      this.#answers.set(channel.slug, new Flow(stream(`answers ${channel.slug}`)));
    }
    this.#arrivals = { inbound: new Flow(stream("inbound")), referral: new Flow(stream("referral")) };
  }

  /** Whether a conversation (step 0) or a record at record stage `step` goes on. */
  goesOn(step: number): boolean {
    const deck = this.#rates[step];
    if (deck === undefined) throw new RangeError(`${this.story.name} has no rate for step ${step}`);
    return deck.draw();
  }

  /** What a win brings, in major units rounded to a hundred. */
  winAmount(): number {
    return toHundreds(this.#wins.draw());
  }

  /** What an offer that comes to nothing was worth: somewhat more, for big ones are lost more often. */
  lostAmount(): number {
    return toHundreds(
      this.chance.lognormal(this.story.winValue.mean * 1.15, this.story.winValue.sigma + 0.1),
    );
  }

  outreachOf(channel: string, expected: number): number {
    return this.#flow(this.#outreach, channel).take(expected * this.chance.between(0.8, 1.2));
  }

  answersTo(channel: string, quantity: number): number {
    return this.#flow(this.#answers, channel).take(quantity * (this.story.yields[channel] ?? 0), quantity);
  }

  arrivals(source: "inbound" | "referral", expected: number): number {
    return this.#arrivals[source].take(expected);
  }

  /** Whole days of at least one, lognormal around the mean, in the person's own pace. */
  days(mean: number): number {
    return Math.max(1, Math.round(this.chance.lognormal(mean * this.story.pace, 0.6)));
  }

  #flow(flows: Map<string, Flow>, channel: string): Flow {
    const flow = flows.get(channel);
    if (flow === undefined) throw new RangeError(`no such channel: ${channel}`);
    return flow;
  }
}

function toHundreds(amount: number): number {
  return Math.max(500, Math.round(amount / 100) * 100);
}
