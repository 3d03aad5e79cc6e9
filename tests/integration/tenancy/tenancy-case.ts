import type { Scope } from "@/lib/data/scope";
import type { Company } from "@/tests/support/factories/company";

/**
 * How the two-organization test calls one data function. It is called twice with the scope of one company: with
 * that company's ids, and with the ids of the other one. Pass names and ids of `company`, never literals of both.
 */
export type TenancyCase =
  | {
      call: (scope: Scope, company: Company) => unknown;
      /** "rows": its own ids must be answered with something of its own. "nothing": it writes, or answers a count. */
      answers: "rows" | "nothing";
    }
  | {
      /** why the function takes no scope, or no organization's rows */
      global: string;
    };

/** By "file.function", for example "teams.listTeams". */
export type TenancyCases = Record<string, TenancyCase>;

export const rows = (call: (scope: Scope, company: Company) => unknown): TenancyCase => ({
  call,
  answers: "rows",
});
export const nothing = (call: (scope: Scope, company: Company) => unknown): TenancyCase => ({
  call,
  answers: "nothing",
});
export const global = (why: string): TenancyCase => ({ global: why });
