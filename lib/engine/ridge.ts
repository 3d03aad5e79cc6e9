/** A function of one variable that answers its slope where it is moved to, and its height there when asked. */
export interface Ridge {
  moveTo(x: number): number;
  height(): number;
}

/** Points at which the slope is looked at before a root is closed in. */
const SCAN_POINTS = 9;
const TOLERANCE = 1e-10;

/**
 * Moves the ridge to its highest point between two limits and answers where that is. Every place where the slope
 * turns downward is closed in and the heights are compared, so one hill more does not fool it. Slopes cost less
 * than heights here: heights are only asked for at the candidates.
 */
export function climb(ridge: Ridge, from: number, to: number): number {
  const candidates: number[] = [];
  let left = from;
  let leftSlope = ridge.moveTo(left);
  if (leftSlope <= 0) candidates.push(from);
  for (let point = 1; point < SCAN_POINTS; point++) {
    const right = point === SCAN_POINTS - 1 ? to : from + ((to - from) * point) / (SCAN_POINTS - 1);
    const rightSlope = ridge.moveTo(right);
    if (leftSlope > 0 && rightSlope <= 0) {
      candidates.push(downwardRoot(ridge, { x: left, slope: leftSlope }, { x: right, slope: rightSlope }));
    }
    left = right;
    leftSlope = rightSlope;
  }
  if (leftSlope > 0) candidates.push(to);
  let best = candidates[0]!;
  let bestHeight = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    ridge.moveTo(candidate);
    const height = ridge.height();
    if (height <= bestHeight) continue;
    best = candidate;
    bestHeight = height;
  }
  ridge.moveTo(best);
  return best;
}

/** Illinois: a bracket that cannot be lost, and nearly the speed of a secant. */
function downwardRoot(
  ridge: Ridge,
  up: { x: number; slope: number },
  down: { x: number; slope: number },
): number {
  let side = 0;
  for (let step = 0; step < 60 && down.x - up.x > TOLERANCE; step++) {
    const x = (up.x * down.slope - down.x * up.slope) / (down.slope - up.slope);
    const slope = ridge.moveTo(x);
    if (Math.abs(slope) < TOLERANCE) return x;
    if (slope > 0) {
      up = { x, slope };
      if (side === 1) down = { x: down.x, slope: down.slope / 2 };
      side = 1;
    } else {
      down = { x, slope };
      if (side === -1) up = { x: up.x, slope: up.slope / 2 };
      side = -1;
    }
  }
  return (up.x + down.x) / 2;
}
