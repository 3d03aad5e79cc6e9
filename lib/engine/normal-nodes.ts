type QuadratureNode = { at: number; weight: number };

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
