export type Bar = { id: string; label: string; value: number; text: string; isBefore?: boolean };

/** Lying bars from zero, labelled where they end. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const largest = Math.max(...bars.map((bar) => bar.value), 0);
  return (
    <ul className="bars">
      {bars.map((bar) => (
        <li key={bar.id}>
          <span>{bar.label}</span>
          <span
            className={`bar${bar.isBefore ? " is-before" : ""}`}
            style={{ width: `${largest > 0 ? Math.max(0, (bar.value / largest) * 100) : 0}%` }}
            aria-hidden="true"
          />
          <span>{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}
