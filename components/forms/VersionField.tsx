"use client";

import { useFormState } from "@/components/forms/form-state";
import { fieldMessage, typedOr } from "@/lib/forms/action-state";

/**
 * Which version of a row the form was filled from. It stays that one however often the form is refused, so that a
 * change by somebody else is noticed; once it was said, the form goes on from the row as it is now.
 */
export function VersionField({ version }: { version: number }) {
  const state = useFormState();
  const wasTold = fieldMessage(state, "version") !== undefined;
  const read = wasTold ? String(version) : typedOr(state, "version", String(version));
  return <input type="hidden" name="version" value={read} readOnly />;
}
