/** What a form shows after it was sent: useActionState's state, the same for every form. */
export type ActionState<Value = null> = Untouched | Done<Value> | Refused;

type Untouched = { readonly status: "untouched" };
type Done<Value> = { readonly status: "done"; readonly value: Value; readonly sentence: string | null };
export type Refused = {
  readonly status: "refused";
  /** what happened and what to do, for the whole form */
  readonly sentence: string;
  /** the same for single fields, by name */
  readonly fields: Readonly<Record<string, string>>;
  /** what was typed, to be shown again; passwords are never among it */
  readonly typed: Readonly<Record<string, string>>;
};

export const untouched: Untouched = { status: "untouched" };

/** What a field shows: what was typed and refused, else its value from before. */
export function typedOr(state: ActionState<unknown>, field: string, before: string): string {
  return state.status === "refused" ? (state.typed[field] ?? before) : before;
}

/** The message below a field, or undefined when it has none. */
export function fieldMessage(state: ActionState<unknown>, field: string): string | undefined {
  return state.status === "refused" ? state.fields[field] : undefined;
}
