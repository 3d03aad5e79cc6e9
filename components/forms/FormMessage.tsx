"use client";

import { useFormState } from "@/components/forms/form-state";

/** What happened to the whole form: said where the eye returns to, above its first field. */
export function FormMessage({ sentence }: { sentence?: string }) {
  const state = useFormState();
  const shown = state.status === "refused" ? state.sentence : sentence;
  if (!shown) return null;
  return (
    <p className="note note-at-risk" role="alert" tabIndex={-1}>
      {shown}
    </p>
  );
}
