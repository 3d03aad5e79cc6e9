import "server-only";

/**
 * A bigint of the database as a number. Throws RangeError beyond ±(2^53 − 1), where a number would
 * silently become another amount.
 *
 * @example
 * safeInteger(4_200_000n) // => 4200000
 */
export function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(
      `${value} is too large: whole numbers are kept exactly up to ${Number.MAX_SAFE_INTEGER}.`,
    );
  }
  return number;
}

export function safeIntegerOrNull(value: bigint | null): number | null {
  return value === null ? null : safeInteger(value);
}
