/** Tries are counted in windows of this length, and forgotten with them: no lock outlives one. */
export const signInWindowMinutes = 15;

export type SignInLimit = { key: string; most: number };

/**
 * What a try at signing in is counted against. A browser the account was used from before is counted by itself, so
 * that strangers guessing at the account cannot lock its owner out; everybody else shares the account's count, and
 * the count of the address they come from, which holds those who try one password on many accounts.
 * The same limits stand for addresses nobody has: a lock must not tell who exists.
 */
export function signInLimits(account: string, address: string, knownBrowser: string | null): SignInLimit[] {
  if (knownBrowser !== null) return [{ key: `sign-in:browser:${knownBrowser}`, most: 10 }];
  return [
    { key: `sign-in:account:${account}`, most: 10 },
    { key: `sign-in:address:${address}`, most: 100 },
  ];
}

/** The window an instant lies in. */
export function signInWindow(instant: Date): Date {
  const length = signInWindowMinutes * 60_000;
  return new Date(Math.floor(instant.getTime() / length) * length);
}
