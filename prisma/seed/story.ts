import type { IndustryStep } from "@/lib/engine/industry";

/** What a company's stories are told with. One file per company holds the tables; the simulation knows no names. */

export interface Channel {
  slug: string;
  name: string;
  channel: "call" | "email" | "social" | "message";
  minutes: number;
  dailyCap: number | null;
  /** days from the outreach to the conversation it brings; 0 = in the same moment */
  answerDays: number;
  /** outcome recorded when it leads to a conversation at once, and when it does not */
  outcomes: { reached: string; other: string } | null;
}

/** A step of the chain after outreach: the conversation, then the record stages, the win last. */
export interface StoryStage {
  slug: string;
  name: string;
  measuredBy: "count" | "record";
  minutes: number;
  exitCriterion: string;
  coachingQuestions: string[];
  /** the public figure that may stand in for the step that begins here */
  industryStep: IndustryStep | null;
  /** days until a record that goes on enters the next stage, and until one that does not is given up */
  daysToNext: number;
  daysToLoss: number;
}

export interface PersonStory {
  key: string;
  name: string;
  email: string;
  team: string;
  position: string;
  segment: string;
  /** one sentence: what somebody looking at this person's numbers is to notice */
  tells: string;
  /** weeks before the day the company is set up; absent: there from the beginning */
  hiredWeeksBefore?: number;
  rampMonths?: number;
  workShare?: number;
  /** a long absence, in weeks before the day the company is set up; open records go to a colleague */
  leave?: { fromWeeksBefore: number; untilWeeksBefore: number; note: string; coveredBy: string };
  /** outreach on an ordinary day, and the factor before a change of pace so many weeks ago */
  outreachPerDay: number;
  slowerBefore?: { weeksBefore: number; factor: number };
  /** shares of the outreach per channel, and the share of each that becomes a conversation */
  mix: Record<string, number>;
  yields: Record<string, number>;
  /** conversation → first record stage, then stage by stage to the win */
  rates: [fromConversation: number, ...betweenRecordStages: number[]];
  /** records a week that arrive without outreach */
  arrivalsPerWeek: { inbound: number; referral: number };
  /** mean of a win in major units, and how skewed */
  winValue: { mean: number; sigma: number };
  /** the person's own speed: 1 = the funnel's days */
  pace: number;
  /** records go to these colleagues, in turn, on entering the named stage */
  handsOver?: { stage: string; to: string[]; measure: string };
  /**
   * Per quarter, in major units or counts; "money" unless said otherwise. `heading` is the share of it the person is
   * on the way to in the quarter the company is set up in: that quarter's quota follows the history so that it holds.
   */
  quota: { amount: number; measure?: string; heading?: number };
}

export interface CompanyStory {
  key: string;
  name: string;
  currency: string;
  zone: string;
  locale: string;
  country: string;
  region: string | null;
  /** public holidays of the country that the company works through */
  worksOn: string[];
  funnel: {
    slug: string;
    name: string;
    noun: string;
    outreachName: string;
    winCounts: "signed" | "started" | "invoiced";
  };
  channels: Channel[];
  stages: StoryStage[];
  /** share of a quarter's wins that its first, second and third month close */
  closing: [number, number, number];
  products: string[];
  /** records gather under job orders with this many openings; null: they stand alone */
  jobOrders: { openings: number } | null;
  /** every so many wins one is undone within the guarantee; 0 = never */
  fallOffEvery: number;
  /** every so many wins one is shared with a colleague; 0 = never */
  sharedEvery: number;
  recordNames: (chance: { below(count: number): number }) => string;
  teams: string[];
  people: PersonStory[];
  users: {
    key: string;
    name: string;
    email: string;
    role: "admin" | "manager" | "coach" | "rep";
    person?: string;
    team?: { name: string; role: "coach" | "manager" };
    signsIn: boolean;
    /** came when the samples were set up, after having been elsewhere: a sign-in goes to the oldest membership */
    cameLater?: boolean;
  }[];
  /** per quarter, in major units; null: the company sets none */
  goals: {
    name: string;
    amount: number;
    owner: string;
    teams: { team: string; amount: number; owner: string }[];
  } | null;
}
