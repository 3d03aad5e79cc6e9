import type { ReactNode } from "react";
import { Chevron } from "@/components/ui/Arrow";

export type Filter = {
  /** "Period", "Funnel", "Team". */
  name: string;
  /** What is chosen now: "Quarter to 31 Dec". */
  value: string;
  options: { label: string; href: string; current: boolean }[];
};

/** Where one is, and what is being looked at. A filter is a list of links: the choice lives in the URL. */
export function Topline({
  title,
  detail,
  filters = [],
  aside,
}: {
  title: string;
  detail?: string;
  filters?: Filter[];
  aside?: ReactNode;
}) {
  return (
    <div className="topline">
      <p>
        <b>{title}</b>
        {detail}
      </p>
      {aside}
      {filters.length > 0 && <Filters filters={filters} />}
    </div>
  );
}

function Filters({ filters }: { filters: Filter[] }) {
  return (
    <>
      <div className="filters">
        {filters.map((filter) =>
          filter.options.length > 1 ? (
            <details key={filter.name} className="filter" name="filters">
              <summary className="pick">
                <span className="sr-only">{filter.name}: </span>
                {filter.value} <Chevron />
              </summary>
              <Options filter={filter} />
            </details>
          ) : (
            <span key={filter.name} className="pick">
              <span className="sr-only">{filter.name}: </span>
              {filter.value}
            </span>
          ),
        )}
      </div>
      <details className="filters-phone">
        <summary className="pick">
          Filters <Chevron />
        </summary>
        <div>
          {filters.map((filter) => (
            <div key={filter.name}>
              <p className="cap mt-2">{filter.name}</p>
              <Options filter={filter} />
            </div>
          ))}
        </div>
      </details>
    </>
  );
}

function Options({ filter }: { filter: Filter }) {
  return (
    <ul>
      {filter.options.map((option) => (
        <li key={option.href}>
          <a href={option.href} aria-current={option.current ? "true" : undefined}>
            {option.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
