"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const reachable = 'a[href], button:not([disabled]), summary, input, select, textarea, [tabindex="0"]';

/** The keys of a sheet: Esc closes, Tab goes round inside, and the focus returns when it is gone. */
export function SheetKeys({ closeHref }: { closeHref: string }) {
  const marker = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  useEffect(() => {
    const sheet = marker.current?.closest<HTMLElement>('[role="dialog"]');
    if (!sheet) return;
    const before = document.activeElement;
    sheet.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") router.push(closeHref);
      if (event.key === "Tab") keepInside(event, sheet);
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [closeHref, router]);
  return <span ref={marker} hidden />;
}

function keepInside(event: KeyboardEvent, sheet: HTMLElement): void {
  const stops = [...sheet.querySelectorAll<HTMLElement>(reachable)].filter((stop) => stop.checkVisibility());
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return;
  const at = document.activeElement;
  const leaving = event.shiftKey ? at === first || at === sheet : at === last;
  if (!leaving && sheet.contains(at)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
