export type QuadratureNode = { at: number; weight: number };

/**
 * Nodes and weights of the n-point Gauss-Legendre rule on [0, 1]; exact for polynomials up to degree 2n - 1.
 * Roots of the Legendre polynomial by Newton from Tricomi's start.
 *
 * @example
 * gaussLegendre(2) // => nodes 0.2113 and 0.7887, weights 0.5
 */
export function gaussLegendre(points: number): QuadratureNode[] {
  return Array.from({ length: points }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let [before, value] = [0, 1];
      for (let degree = 1; degree <= points; degree++) {
        [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
      }
      slope = (points * (x * value - before)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-15) break;
    }
    return { at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}

/**
 * The 7-point rule for a mean over a standard normal variable (Gauss-Hermite, probabilists' form); exact for
 * polynomials up to degree 13.
 */
export const NORMAL_NODES: readonly QuadratureNode[] = [
  { at: -3.7504397177257425, weight: 0.000548268855972217 },
  { at: -2.366759410734541, weight: 0.03075712396758652 },
  { at: -1.1544053947399682, weight: 0.2401231786050127 },
  { at: 0, weight: 0.45714285714285713 },
  { at: 1.1544053947399682, weight: 0.2401231786050127 },
  { at: 2.366759410734541, weight: 0.03075712396758652 },
  { at: 3.7504397177257425, weight: 0.000548268855972217 },
];
