import fc from "fast-check";
import type { LandingCurve, OpenRecord, PlanInput, PlanStep, WorkInFlight } from "@/lib/engine/plan-input";
import { examplePerson, november } from "@/tests/support/plan-example";

/** Random people in all the states a real organization has: any day, any funnel length, half days, ramp, inbound. */

const share = (min = 0, max = 1) => fc.double({ min, max, noNaN: true });
const minor = (max: number) => fc.integer({ min: 0, max });

const lag: fc.Arbitrary<LandingCurve | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant("lognormal" as const),
    medianDays: fc.integer({ min: 0, max: 60 }),
    sigma: share(0, 1.5),
  }),
  fc.tuple(fc.integer({ min: 1, max: 20 }), share()).map(([days, first]) => ({
    kind: "empirical" as const,
    points: [
      { days, share: first },
      { days: days + 15, share: 1 },
    ],
  })),
);

function step(from: string, to: string): fc.Arbitrary<PlanStep> {
  const evidence = fc.record({
    team: share(0.01, 0.99),
    prior: fc.integer({ min: 2, max: 400 }),
    trials: fc.integer({ min: 0, max: 2000 }),
    passed: share(),
    lag,
    several: fc.integer({ min: 0, max: 5 }),
  });
  return evidence.map(({ team, prior, trials, passed, lag: ownLag, several }) => {
    const successes = passed * trials;
    const first = team * prior + successes;
    const second = (1 - team) * prior + trials - successes;
    const common = { lower: 0, upper: 1, ownShare: trials / (trials + prior) };
    const rest = { from, to, ownSuccesses: successes, ownTrials: trials, teamMean: team, lag: ownLag };
    // Now and then a step that yields several, as candidates per job do.
    if (several === 0) {
      const mean = first / (prior + trials);
      return {
        ...rest,
        rate: { kind: "yield" as const, shape: first, rate: prior + trials, mean, ...common },
      };
    }
    const mean = first / (first + second);
    return { ...rest, rate: { kind: "share" as const, alpha: first, beta: second, mean, ...common } };
  });
}

function record(stages: string[]): fc.Arbitrary<OpenRecord> {
  return fc
    .record({ stage: fc.constantFrom(...stages), value: minor(5_000_000), chance: share(), id: fc.uuid() })
    .map(({ stage, value, chance, id }) => ({
      id,
      name: `Record ${id}`,
      stage,
      enteredOn: "2026-10-05",
      valueMinor: value,
      winChance: chance,
      winInTimeChance: chance * 0.9,
    }));
}

export const anyPlanInput: fc.Arbitrary<PlanInput> = fc.integer({ min: 2, max: 5 }).chain((length) => {
  const ids = Array.from({ length }, (_, index) => (index === length - 1 ? "win" : `stage-${index}`));
  const counted = ids.slice(0, 2);
  const flight: fc.Arbitrary<WorkInFlight> = fc.record({
    stage: fc.constantFrom(...counted),
    day: fc.constantFrom("2026-10-20", "2026-10-30", "2026-10-31"),
    count: minor(60),
  });
  const parts = fc.record({
    today: fc.constantFrom(...november.slice(0, -1).map(({ day }) => day), "2026-11-08"),
    quota: fc.integer({ min: 1, max: 50_000_000 }),
    nextQuota: minor(50_000_000),
    ramp: share(0.1, 1),
    closed: fc.integer({ min: -100_000, max: 20_000_000 }),
    steps: fc.tuple(...ids.slice(1).map((to, index) => step(ids[index]!, to))),
    value: fc.integer({ min: 1000, max: 5_000_000 }),
    spread: fc.array(minor(5_000_000), { maxLength: 8 }),
    records: fc.array(record(ids.slice(0, -1)), { maxLength: 8 }),
    arrivals: fc.array(
      fc.record({
        stage: fc.constantFrom(...ids.slice(0, -1)),
        thisPeriodMinor: minor(2_000_000),
        nextPeriodMinor: minor(8_000_000),
      }),
      { maxLength: 3 },
    ),
    inFlight: fc.array(flight, { maxLength: 4 }),
    fractions: fc.array(fc.constantFrom(0.5, 0.8, 1), {
      minLength: november.length,
      maxLength: november.length,
    }),
    minutes: minor(60),
    nextWorkingDays: fc.integer({ min: 0, max: 23 }),
    recent: share(0, 80),
  });
  return parts.map((part): PlanInput => {
    const stages = ids.map((id, index) => ({
      id,
      name: index === length - 1 ? "Won" : `Stage ${index}`,
      measuredBy:
        index === 0 ? ("activity" as const) : index === 1 ? ("count" as const) : ("record" as const),
      minutesPerUnit: part.minutes,
    }));
    return {
      ...examplePerson(),
      today: part.today,
      quota: { amountMinor: part.quota, rampFactor: part.ramp },
      nextQuota: { amountMinor: part.nextQuota },
      closedMinor: part.closed,
      stages,
      steps: part.steps,
      winValue: { meanMinor: part.value, ownShare: 0.5, wins: 9, recentMinor: part.spread },
      openRecords: part.records,
      arrivals: part.arrivals,
      inFlight: part.inFlight,
      workingDays: november.map(({ day }, index) => ({ day, fraction: part.fractions[index]! })),
      nextWorkingDays: part.nextWorkingDays,
      capacity: { minutesPerDay: 480 },
      recentVolume: { perDay: part.recent, days: 40 },
      precision: "quick",
    };
  });
});
