"use client";

import { useFormState } from "@/components/forms/form-state";
import { formatMoment } from "@/lib/format/day";

/** A link for somebody to choose a password by. Only its hash is kept, so nobody can show it a second time. */
export type ShownLink = { url: string; name: string; expiresAt: string };

export function LinkShownOnce({ locale, zone }: { locale: string; zone: string }) {
  const state = useFormState();
  const link = state.status === "done" ? (state.value as ShownLink | null) : null;
  if (link === null) return null;
  return (
    <div className="link-once" role="status">
      <label className="small">
        Send this to {link.name}. It works once, until {formatMoment(link.expiresAt, zone, locale)}, and is
        not shown again.
        <input
          className="in mt-2"
          readOnly
          value={link.url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
    </div>
  );
}
