/** A choice of two or three views of the same thing. The choice lives in the URL, so each one is a link. */
export function Segmented({
  label,
  options,
}: {
  label: string;
  options: readonly { label: string; href: string; current: boolean }[];
}) {
  return (
    <nav className="seg" aria-label={label}>
      {options.map((option) => (
        <a key={option.href} href={option.href} aria-current={option.current ? "true" : undefined}>
          {option.label}
        </a>
      ))}
    </nav>
  );
}
