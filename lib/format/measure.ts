import type { PlanMeasure } from "@/lib/engine/plan-input";
import type { Amount } from "@/lib/format/amount";

/** A figure of the engine as an amount to print: money with its currency, or a plain count. */
export function amountIn(measure: PlanMeasure, value: number): Amount {
  return measure.kind === "money"
    ? { amountMinor: Math.round(value), currency: measure.currency, digits: measure.digits }
    : { count: value };
}
