/** The shape of what comes, standing still. Widths in percent of the box, heights in pixels. */
export function Skeleton({ bars }: { bars: readonly { width: number; height?: number }[] }) {
  return (
    <div aria-hidden="true">
      {bars.map((bar, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change their order
          key={place}
          className="skeleton"
          style={{ width: `${bar.width}%`, height: bar.height ?? 12 }}
        />
      ))}
    </div>
  );
}
