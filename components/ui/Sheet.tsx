import type { ReactNode } from "react";
import { SheetKeys } from "@/components/ui/SheetKeys";

/**
 * A side sheet with an address of its own. Closing is a link, so it works without JavaScript; with it Esc closes,
 * Tab stays inside and the focus goes back to where it was. `behind` is the page it lies over, out of reach.
 */
export function Sheet({
  id,
  closeHref,
  context,
  shareHref,
  behind,
  children,
}: {
  /** Id of the heading inside that names the sheet. */
  id: string;
  closeHref: string;
  /** "Why · fixed this morning at 06:00". */
  context: string;
  shareHref?: string;
  behind?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      {behind && <div inert>{behind}</div>}
      <a className="scrim" href={closeHref} tabIndex={-1}>
        <span className="sr-only">close</span>
      </a>
      <section
        className={`sheet${behind ? "" : " is-alone"}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
      >
        <SheetKeys closeHref={closeHref} />
        <div className="sheet-top">
          <span className="small text-ink-3">{context}</span>
          <span className="small flex gap-4">
            {shareHref && (
              <a className="why" href={shareHref}>
                link to this
              </a>
            )}
            <a className="why" href={closeHref} data-close>
              close <kbd>Esc</kbd>
            </a>
          </span>
        </div>
        {children}
      </section>
    </>
  );
}
