const box = { left: 56, right: 484, top: 24, bottom: 302, width: 628, height: 330 } as const;
const lineHeight = 17;

export type TrendScale = {
  box: typeof box;
  x: (at: number) => number;
  y: (value: number) => number;
  apart: <Label extends { value: number }>(labels: Label[]) => (Label & { y: number })[];
};

/** Places in a trend panel: zero at the bottom, the largest of everything drawn a little under the top. */
export function trendScale(drawn: {
  levels: { value: number }[];
  line: { value: number }[];
  usual?: { points: { value: number }[] };
  ahead?: { high: number };
  goal?: { value: number };
}): TrendScale {
  const values = [
    ...drawn.levels.map((level) => level.value),
    ...drawn.line.map((point) => point.value),
    ...(drawn.usual?.points.map((point) => point.value) ?? []),
    drawn.ahead?.high ?? 0,
    drawn.goal?.value ?? 0,
  ];
  const largest = Math.max(...values, 1);
  const y = (value: number) => round(box.bottom - (value / largest) * (box.bottom - box.top));
  return {
    box,
    x: (at) => round(box.left + at * (box.right - box.left)),
    y,
    apart: (labels) => {
      const sorted = [...labels].sort((one, other) => other.value - one.value);
      let free = box.top - lineHeight;
      return sorted.map((label) => {
        free = Math.max(free + lineHeight, y(label.value) + 4);
        return { ...label, y: free };
      });
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
