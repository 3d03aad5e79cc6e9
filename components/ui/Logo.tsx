/** Three dominos: two stand, the last one falls, in the accent. */
export function LogoMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" fill="currentColor">
      <rect x="2" y="3" width="4.4" height="16" rx="1.2" />
      <rect x="8.2" y="3.2" width="4.4" height="16" rx="1.2" transform="rotate(14 12.6 19)" />
      <rect className="tilt" x="11.4" y="5.6" width="4.4" height="16" rx="1.2" transform="rotate(38 16 20)" />
    </svg>
  );
}

export function Logo({ href, size = 22 }: { href: string; size?: number }) {
  return (
    <a className="brand" href={href}>
      <LogoMark size={size} /> Backsolve
    </a>
  );
}
