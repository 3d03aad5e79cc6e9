import fc from "fast-check";

/** Short properties while working, long ones before a release: `PROPERTY_RUNS=5000`. */
export const PROPERTY_RUNS = Number(process.env.PROPERTY_RUNS ?? 200);

fc.configureGlobal({ numRuns: PROPERTY_RUNS });

/** Counts of one person at one step, fractions allowed as decay and maturity make them. */
export const evidence = fc
  .tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([trials, share]) => ({ successes: trials * share, trials }));

/** The same in whole numbers. */
export const wholeEvidence = fc
  .nat(300)
  .chain((trials) => fc.record({ successes: fc.nat(trials), trials: fc.constant(trials) }));

export const betaParameters = fc.record({
  alpha: fc.double({ min: 0.05, max: 2000, noNaN: true }),
  beta: fc.double({ min: 0.05, max: 2000, noNaN: true }),
});

/** A plain seeded generator for simulations (mulberry32): the same world on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
