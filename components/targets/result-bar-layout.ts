/** What a result bar is drawn from, all in one unit (minor units or a count). */
export type ResultBarValues = {
  won: number;
  expected: number;
  quota: number | null;
  pace: number | null;
  forecast: { low: number; mean: number | null; high: number } | null;
};

/** Places in percent of the bar's width. */
export type ResultBarMarks = {
  won: number;
  openEnd: number;
  quota: number | null;
  pace: number | null;
  line: { left: number; width: number; dot: number | null } | null;
};

/** A label hangs from its left end or from its right end; both are percent from that side. */
export type LabelPlace = { left: number } | { right: number };
export type LabelPlaces = {
  open: LabelPlace & { beside: boolean };
  quota: LabelPlace;
  pace: LabelPlace;
  forecast: LabelPlace;
  /** The forecast label moves to a line of its own when both do not fit on one. */
  forecastBelow: boolean;
};
/** Widths of the labels in pixels. */
export type LabelLengths = { open: number; quota: number; pace: number; forecast: number };

/**
 * Places of the marks. The scale ends a little beyond the largest of them, or, when `quotaAt` is given,
 * puts the quota at that percentage so that the bars of several people can be compared.
 */
export function resultBarMarks(values: ResultBarValues, quotaAt?: number): ResultBarMarks {
  const wonShown = Math.max(0, values.won);
  const openEnd = wonShown + Math.max(0, values.expected);
  const largest = Math.max(openEnd, values.quota ?? 0, values.pace ?? 0, values.forecast?.high ?? 0);
  const scale = quotaAt && values.quota ? (values.quota * 100) / quotaAt : largest * 1.02;
  const percent = (value: number) => (scale > 0 ? Math.min(100, Math.max(0, (value / scale) * 100)) : 0);
  const { forecast } = values;
  return {
    won: percent(wonShown),
    openEnd: percent(openEnd),
    quota: values.quota === null ? null : percent(values.quota),
    pace: values.pace === null ? null : percent(values.pace),
    line: forecast && {
      left: percent(forecast.low),
      width: percent(forecast.high) - percent(forecast.low),
      dot: forecast.mean === null ? null : percent(forecast.mean),
    },
  };
}

const gapPx = 8;

/** Geist at 12 px: average advance of a character of these labels, measured, a little on the wide side. */
const plainPx = 5.92;
const strongPx = 6.5;

/** Width of a label's text: plain words and a figure set stronger. */
export function labelPx(plain: string, strong: string): number {
  return plain.length * plainPx + strong.length * strongPx;
}

/**
 * Where each label goes in a box `width` pixels wide, so that none crosses a tick, another label or the edge.
 * Labels move aside; they are never cut and never shrunk.
 */
export function placeLabels(marks: ResultBarMarks, lengths: LabelLengths, width: number): LabelPlaces {
  const share = (pixels: number) => (pixels / width) * 100;
  const gap = (gapPx / width) * 100;
  return {
    quota: placeQuota(marks.quota ?? 0, share(lengths.quota) + gap),
    open: placeOpen(marks, share(lengths.open) + gap, gap),
    ...placeUnder(marks, share(lengths.pace), share(lengths.forecast), gap),
  };
}

function placeQuota(quota: number, length: number): LabelPlace {
  if (quota + length <= 100) return { left: quota };
  return quota >= length ? { right: 100 - quota } : { right: 0 };
}

/** Over its own segment if it fits before the quota's tick, else back from the segment's end, else behind the tick. */
function placeOpen(marks: ResultBarMarks, length: number, gap: number): LabelPlaces["open"] {
  const tick = marks.quota ?? 200;
  const wall = Math.min(tick, 100);
  const segmentIsPast = marks.won >= tick;
  if (marks.won + length <= wall || (segmentIsPast && marks.won + length <= 100)) {
    return { left: marks.won, beside: false };
  }
  const end = Math.min(marks.openEnd, wall - gap);
  if (!segmentIsPast && marks.openEnd <= tick && end >= length) return { right: 100 - end, beside: false };
  if (tick + length <= 100) return { left: tick, beside: true };
  return tick >= length && tick <= 100 ? { right: 100 - tick, beside: true } : { left: 0, beside: false };
}

/** Under the bar: the pace label ends at its tick, the forecast's begins with its line; they never meet. */
function placeUnder(marks: ResultBarMarks, paceLength: number, forecastLength: number, gap: number) {
  const paceAt = marks.pace ?? 0;
  const endsAtTick = paceAt >= paceLength;
  const paceLeft = Math.min(paceAt, Math.max(0, 100 - paceLength));
  const pace: LabelPlace = endsAtTick ? { right: 100 - paceAt } : { left: paceLeft };
  const paceSpan =
    marks.pace === null
      ? [-1, -1]
      : endsAtTick
        ? [paceAt - paceLength, paceAt]
        : [paceLeft, paceLeft + paceLength];
  const start = Math.max(0, Math.min(marks.line?.left ?? 0, 100 - forecastLength));
  const candidates = [start, 100 - forecastLength].filter((left) => left >= 0);
  const free = candidates.find(
    (left) => left >= (paceSpan[1] ?? 0) + gap || left + forecastLength + gap <= (paceSpan[0] ?? 0),
  );
  return { pace, forecast: { left: free ?? start }, forecastBelow: free === undefined };
}
