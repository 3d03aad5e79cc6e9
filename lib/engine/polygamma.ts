import { positive } from "./valid";

/** Below this the recurrence lifts the argument; above, the asymptotic series has full double precision. */
const SERIES_FROM = 12;

/** ψ(x) = d/dx ln Γ(x), x > 0. */
export function digamma(x: number): number {
  let sum = 0;
  let z = positive(x, "x");
  for (; z < SERIES_FROM; z++) sum -= 1 / z;
  const s = 1 / (z * z);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760))))));
  return sum + Math.log(z) - 0.5 / z - series;
}

/** ψ'(x), x > 0. */
export function trigamma(x: number): number {
  let sum = 0;
  let z = positive(x, "x");
  for (; z < SERIES_FROM; z++) sum += 1 / (z * z);
  const s = 1 / (z * z);
  const series = s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730))))));
  return sum + (1 + 0.5 / z + series) / z;
}

/** ψ''(x), x > 0. */
export function tetragamma(x: number): number {
  let sum = 0;
  let z = positive(x, "x");
  for (; z < SERIES_FROM; z++) sum -= 2 / (z * z * z);
  const s = 1 / (z * z);
  const series = s * (1 / 2 - s * (1 / 6 - s * (1 / 6 - s * (3 / 10 - s * (5 / 6)))));
  return sum - (1 + 1 / z + series) * s;
}

/** Exact mean, variance and third central moment of ln(p / (1 - p)) for p ~ Beta(alpha, beta). */
export function logitMoments(alpha: number, beta: number): { mean: number; variance: number; third: number } {
  return {
    mean: digamma(alpha) - digamma(beta),
    variance: trigamma(alpha) + trigamma(beta),
    third: tetragamma(alpha) - tetragamma(beta),
  };
}
