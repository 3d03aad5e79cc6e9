/** The arrow between two steps or two figures, drawn so that it sits on the text's line. */
export function Arrow() {
  return (
    <svg
      className="in-text"
      width="12"
      height="8"
      viewBox="0 0 12 8"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    >
      <path d="M0 4h11M7.5.8 11 4 7.5 7.2" />
    </svg>
  );
}

/** From one step or figure to the next; the arrow is read aloud as "to". */
export function FromTo({ from, to }: { from: React.ReactNode; to: React.ReactNode }) {
  return (
    <>
      {from} <Arrow />
      <span className="sr-only"> to </span> {to}
    </>
  );
}

export function Chevron() {
  return (
    <svg
      width="9"
      height="6"
      viewBox="0 0 9 6"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    >
      <path d="m.8.8 3.7 3.8L8.2.8" />
    </svg>
  );
}
