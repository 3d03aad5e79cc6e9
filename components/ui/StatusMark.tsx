/** The six words of how things stand. Lower case, never abbreviated, never a bare dot. */
export type Status = "ahead" | "on-pace" | "behind" | "at-risk" | "learning" | "quota-met";

const words: Record<Status, string> = {
  ahead: "ahead",
  "on-pace": "on pace",
  behind: "behind",
  "at-risk": "at risk",
  learning: "learning",
  "quota-met": "quota met",
};

/** Word and shape carry the meaning; colour comes third. */
export function StatusMark({ status, size = 11 }: { status: Status; size?: number }) {
  return (
    <span className={`st st-${status}`}>
      <StatusShape status={status} size={size} />
      {words[status]}
    </span>
  );
}

export function StatusShape({ status, size = 11 }: { status: Status; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

const shapes: Record<Status, React.ReactNode> = {
  ahead: <path d="M6 1.2 11.4 10.8H.6z" fill="currentColor" />,
  "on-pace": <circle cx="6" cy="6" r="4.8" fill="currentColor" />,
  behind: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" />
    </>
  ),
  "at-risk": <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  learning: (
    <circle
      cx="6"
      cy="6"
      r="4.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.2 2"
    />
  ),
  "quota-met": <rect x="2.6" y=".6" width="6.8" height="10.8" rx="1.4" fill="currentColor" />,
};
