"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { FormMessage } from "@/components/forms/FormMessage";
import { FormStateProvider } from "@/components/forms/form-state";
import { showToast } from "@/components/ui/Toaster";
import { type ActionState, untouched } from "@/lib/forms/action-state";

export type FormAction<Value> = (
  before: ActionState<Value>,
  formData: FormData,
) => Promise<ActionState<Value>>;

/**
 * A form that sends itself to an action of ours. It keeps React's own action, so it works before JavaScript; what
 * was refused is shown beside what was typed, and what succeeded is said in a toast.
 */
export function ActionForm<Value>({
  action,
  className,
  label,
  children,
}: {
  action: FormAction<Value>;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  const [state, formAction] = useActionState<ActionState<Value>, FormData>(
    action as (before: Awaited<ActionState<Value>>, formData: FormData) => Promise<ActionState<Value>>,
    untouched as Awaited<ActionState<Value>>,
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === "done" && state.sentence) showToast(state.sentence);
    if (state.status === "refused") focusFirstMarked(form.current);
  }, [state]);
  return (
    <FormStateProvider state={state}>
      <form ref={form} action={formAction} className={className} aria-label={label} noValidate>
        <FormMessage />
        {children}
      </form>
    </FormStateProvider>
  );
}

function focusFirstMarked(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
}
