import type { ReactNode } from "react";
import { CompactResultBar, type CompactResultBarProps } from "@/components/targets/ResultBar";
import { type Status, StatusMark } from "@/components/ui/StatusMark";
import { formatAmount, formatAmountShort } from "@/lib/format/amount";

/**
 * A person on a team page: result, status and where it may end. There is deliberately no place here for how many
 * calls, mails or meetings somebody made: activity of a person appears on no team page.
 */
export type TeamPerson = {
  id: string;
  name: string;
  href: string;
  status: Status;
  bar: CompactResultBarProps;
};

export function PersonRow({
  person,
  slim = false,
  children,
}: {
  person: TeamPerson;
  slim?: boolean;
  children: ReactNode;
}) {
  const { bar } = person;
  return (
    <li className={`who${slim ? " is-slim" : ""}`}>
      <span className="who-name">
        <a href={person.href}>
          <b>{person.name}</b>
        </a>
        <StatusMark status={person.status} />
      </span>
      <span>
        {formatAmount(bar.won, bar.locale)}{" "}
        <span className="text-ink-3">
          {bar.quota ? `of ${formatAmountShort(bar.quota, bar.locale)}` : "no quota set"}
        </span>
        <CompactResultBar {...bar} />
      </span>
      <span className="who-text">{children}</span>
    </li>
  );
}
