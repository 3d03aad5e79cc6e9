/** Where one is in a set-up or an import: what is done has fallen, the present step is drawn in ink. */
export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol className="steps">
      {steps.map((step, place) => (
        <li
          key={step}
          className={place < current ? "is-done" : undefined}
          aria-current={place === current ? "step" : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
