/** How far each domino has fallen, in degrees, 46 apart; the last one, the day, still stands. */
const falls = [47.9, 45.5, 42.5, 38.7, 34.1, 28.6, 22.2, 15.2, 7.7, 0];

export function FallingDominos() {
  return (
    <svg
      className="entry-dominos"
      viewBox="-4 -8 626 158"
      height="150"
      preserveAspectRatio="xMinYMax meet"
      aria-hidden="true"
    >
      {falls.map((angle, place) => (
        <g key={angle} transform={`translate(${place * 46} 0) rotate(${angle} 26 150)`}>
          <rect className="domino" width="26" height="150" rx="4" />
          <path className="middle" d="M5 75h16" />
        </g>
      ))}
      <g className="is-last" transform={`translate(${falls.length * 46} 0)`}>
        <rect className="domino" width="26" height="150" rx="4" />
        <path className="middle" d="M5 75h16" />
      </g>
    </svg>
  );
}
