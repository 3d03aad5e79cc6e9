"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type ActionState, untouched } from "@/lib/forms/action-state";

const FormState = createContext<ActionState<unknown>>(untouched);

/** Hands the answer of a form's last sending to its fields and messages, however deep they stand. */
export function FormStateProvider({ state, children }: { state: ActionState<unknown>; children: ReactNode }) {
  return <FormState value={state}>{children}</FormState>;
}

export function useFormState(): ActionState<unknown> {
  return useContext(FormState);
}
