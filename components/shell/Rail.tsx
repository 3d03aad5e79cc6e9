import { ThemeToggle } from "@/components/shell/ThemeToggle";
import { Logo } from "@/components/ui/Logo";

export type NavIcon =
  | "today"
  | "numbers"
  | "dominos"
  | "what-if"
  | "more"
  | "team"
  | "ratios"
  | "coaching"
  | "data"
  | "people";
export type NavItem = { label: string; href: string; current: boolean; group?: string; icon?: NavIcon };

export type RailProps = {
  homeHref: string;
  items: NavItem[];
  person: { name: string; place: string };
  /** Posts the sign-out form; absent on pages without a session. */
  signOut?: { action: string; fields: Record<string, string> };
  currentPath: string;
};

/** The navigation of a wide screen: groups of links, then who is signed in. */
export function Rail({ homeHref, items, person, signOut, currentPath }: RailProps) {
  return (
    <aside className="rail">
      <Logo href={homeHref} />
      <nav aria-label="Main">
        {groupsOf(items).map((group) => (
          <div key={group.name}>
            {group.name && <p>{group.name}</p>}
            {group.items.map((item) => (
              <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
                {item.label}
              </a>
            ))}
          </div>
        ))}
      </nav>
      <footer>
        <ThemeToggle back={currentPath} />
        <span>
          <b>{person.name}</b>
          {person.place}
        </span>
        {signOut && (
          <form method="post" action={signOut.action}>
            {Object.entries(signOut.fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" className="why">
              Sign out
            </button>
          </form>
        )}
      </footer>
    </aside>
  );
}

/** Items keep their order; a group begins where its name first appears. */
function groupsOf(items: NavItem[]): { name: string; items: NavItem[] }[] {
  const groups: { name: string; items: NavItem[] }[] = [];
  for (const item of items) {
    const name = item.group ?? "";
    const group = groups.find((known) => known.name === name);
    if (group) group.items.push(item);
    else groups.push({ name, items: [item] });
  }
  return groups;
}
