import type { z } from "zod";
import type { Refused } from "@/lib/forms/action-state";

export type FormAnswer<Input> = { ok: true; input: Input } | { ok: false; refused: Refused };

/** Longer texts are not sent back: a form that was refused must not weigh more than the page it stands on. */
const longestTyped = 2000;

/**
 * Reads what a form sent through its schema. Fields the schema does not know are refused (mass assignment), save
 * those the framework adds; a name that occurs several times is a list.
 */
export function readForm<Input>(form: z.ZodType<Input>, formData: FormData): FormAnswer<Input> {
  const values = formValues(formData);
  const parsed = form.safeParse(values);
  if (parsed.success) return { ok: true, input: parsed.data };
  const fields: Record<string, string> = {};
  let unknown: string | null = null;
  for (const issue of parsed.error.issues) {
    const field = issue.path[0];
    if (typeof field === "string") fields[field] ??= issue.message;
    else unknown ??= issue.message;
  }
  const sentence = unknown ?? "Please look at the marked fields. Nothing was changed.";
  return { ok: false, refused: refusedWith(formData, sentence, fields) };
}

/** A refusal that gives back what was typed. */
export function refusedWith(
  formData: FormData,
  sentence: string,
  fields: Readonly<Record<string, string>> = {},
): Refused {
  const typed: [string, string][] = [];
  for (const [name, value] of formData) {
    if (
      typeof value === "string" &&
      value.length <= longestTyped &&
      !isInternal(name) &&
      !/password|secret/i.test(name)
    ) {
      typed.push([name, value]);
    }
  }
  return { status: "refused", sentence, fields, typed: Object.fromEntries(typed) };
}

function formValues(formData: FormData): Record<string, unknown> {
  const names = [...new Set(formData.keys())].filter((name) => !isInternal(name));
  // fromEntries defines what it is given, so a field called __proto__ is a field and nothing else.
  return Object.fromEntries(
    names.map((name) => {
      const values = formData.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** React adds fields of its own to a form with an action. */
function isInternal(name: string): boolean {
  return name.startsWith("$ACTION");
}
