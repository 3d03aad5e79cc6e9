import type { ReactNode } from "react";

/** Work that takes minutes: what, how far, how long still. It survives a reload, so it says so. */
export function LongWork({
  title,
  done,
  total,
  remaining,
  stop,
}: {
  title: string;
  done: number;
  total: number;
  remaining?: string;
  stop?: ReactNode;
}) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div>
      <p className="font-strong">{title}</p>
      <div
        className="meter my-2"
        role="progressbar"
        aria-label={title}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={total}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className="small text-ink-3">
        {remaining && `${remaining} left. `}You can leave this page. {stop}
      </p>
    </div>
  );
}
