import type { ExplanationNode, ExplanationUnit } from "@/lib/engine/person-plan-shape";
import type { Evidence } from "@/lib/engine/plan-input";

/**
 * Derivations as data (method k2): a figure, the formula over its inputs' keys, the inputs. Built beside the
 * arithmetic and stored with the day's target, so the screen explains what was asked and not what would be today.
 */
type Extras = {
  formula?: string;
  inputs?: ExplanationNode[];
  evidence?: Evidence | undefined;
  note?: string | undefined;
  span?: { from: string; to: string };
};

export function figure(
  key: string,
  label: string,
  value: number,
  unit: ExplanationUnit,
  extras: Extras = {},
): ExplanationNode {
  const { formula, inputs = [], evidence, note, span } = extras;
  if (new Set(inputs.map((input) => input.key)).size < inputs.length) {
    // A formula names its inputs by key: two of one key would make it ambiguous.
    throw new Error(`explanation of ${key}: two inputs share a key`);
  }
  return {
    key,
    label,
    value,
    unit,
    ...(formula === undefined ? {} : { formula }),
    inputs,
    ...(evidence === undefined ? {} : { evidence }),
    ...(note === undefined ? {} : { note }),
    ...(span === undefined ? {} : { span }),
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** @example daysInWords("2026-11-30", "2026-12-04") // => "30 Nov to 4 Dec" */
export function daysInWords(from: string, to: string): string {
  if (from === to) return dayInWords(from);
  const first = from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : dayInWords(from);
  return `${first} to ${dayInWords(to)}`;
}

/** @example dayInWords("2026-11-24") // => "24 Nov" */
export function dayInWords(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}
