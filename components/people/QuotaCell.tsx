"use client";

import { useFormState } from "@/components/forms/form-state";
import type { PersonInList } from "@/components/people/people-list-view";
import { type Amount, isMoney } from "@/lib/format/amount";
import { formatUpTo } from "@/lib/format/number";
import { fieldMessage, typedOr } from "@/lib/forms/action-state";
import { quotaField, quotaWasField } from "@/lib/forms/set-quotas";

/** One quota to type, and what stood there: only what somebody changed is saved. */
export function QuotaCell({
  personId,
  label,
  quota,
  locale,
}: {
  personId: string;
  label: string;
  quota: PersonInList["quotas"][number];
  locale: string;
}) {
  const state = useFormState();
  const name = quotaField(personId, quota.periodId);
  const error = fieldMessage(state, name);
  const shown = typedOr(state, name, amountToType(quota.amount, locale));
  return (
    <>
      <input type="hidden" name={quotaWasField(personId, quota.periodId)} value={quota.amountMinor} />
      <input
        // A new amount from the server is a new field: an uncontrolled one would go on showing the old text.
        key={`${quota.amountMinor}`}
        name={name}
        className="in"
        aria-label={quota.countedIn ? `${label}, ${quota.countedIn}` : label}
        inputMode="text"
        autoComplete="off"
        placeholder="none"
        defaultValue={shown}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      />
      {quota.countedIn && <span className="counted-in">{quota.countedIn}</span>}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** The exact figure without a sign of its currency: "300,000". Nothing for no quota. */
function amountToType(amount: Amount, locale: string): string {
  const value = isMoney(amount) ? amount.amountMinor / 10 ** amount.digits : amount.count;
  return value === 0 ? "" : formatUpTo(value, isMoney(amount) ? amount.digits : 0, locale);
}
