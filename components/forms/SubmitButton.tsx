"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/Button";

/** Sends the form; while it is on its way it says so and cannot be pressed twice. */
export function SubmitButton({
  children,
  pending = "One moment …",
  look = "primary",
  big = false,
  name,
  value,
}: {
  children: ReactNode;
  pending?: string;
  look?: "plain" | "primary" | "quiet";
  big?: boolean;
  name?: string;
  value?: string;
}) {
  const { pending: isPending } = useFormStatus();
  return (
    <Button type="submit" look={look} big={big} name={name} value={value} disabled={isPending}>
      {isPending ? pending : children}
    </Button>
  );
}
