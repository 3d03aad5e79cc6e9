import type { NavIcon, NavItem } from "@/components/shell/Rail";

const mostItems = 5;

/** The navigation of a phone: five places at the bottom, the last one usually "More". */
export function TabBar({ items }: { items: NavItem[] }) {
  return (
    <nav className="tabbar" aria-label="Main">
      {items.slice(0, mostItems).map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
            {icons[item.icon ?? "more"]}
          </svg>
          {item.label}
        </a>
      ))}
    </nav>
  );
}

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.6 } as const;

const icons: Record<NavIcon, React.ReactNode> = {
  today: (
    <>
      <rect x="3" y="3" width="4" height="14" rx="1" />
      <rect x="9" y="3" width="4" height="14" rx="1" transform="skewX(-8) translate(2.4 0)" />
    </>
  ),
  numbers: <path d="M3 16 8 10l3 3 6-8" {...line} />,
  dominos: (
    <>
      <rect x="5" y="2" width="10" height="16" rx="2" {...line} />
      <path d="M5 10h10" {...line} />
    </>
  ),
  "what-if": (
    <>
      <path d="M3 6h14M3 14h14" {...line} />
      <rect x="6" y="3" width="3" height="6" rx="1" />
      <rect x="12" y="11" width="3" height="6" rx="1" />
    </>
  ),
  more: (
    <>
      <circle cx="4" cy="10" r="1.6" />
      <circle cx="10" cy="10" r="1.6" />
      <circle cx="16" cy="10" r="1.6" />
    </>
  ),
  team: (
    <>
      <rect x="2" y="4" width="16" height="3.4" rx="1" />
      <rect x="2" y="13" width="10" height="3.4" rx="1" />
    </>
  ),
  ratios: (
    <>
      <path d="M3 3h4v4H3zM13 3h4v4h-4zM3 13h4v4H3z" />
      <path d="M13.7 13.7h2.6v2.6h-2.6z" {...line} />
    </>
  ),
  coaching: <path d="M3 4h14v9H9l-4 4v-4H3z" {...line} />,
  data: <path d="M10 3v9m-4-4 4 4 4-4M3 16h14" {...line} />,
  people: (
    <>
      <circle cx="10" cy="6.5" r="3" {...line} />
      <path d="M4 17c.6-3.4 2.9-5 6-5s5.4 1.6 6 5" {...line} />
    </>
  ),
};
