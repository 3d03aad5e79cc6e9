import "server-only";
import { hasSqlState } from "@/lib/data/client/sql-state";
import type { TenantClient, TransactionOptions } from "@/lib/data/client/tenant-client";
import { type Scope, withHandle } from "@/lib/data/scope";

export type InTransactionOptions = {
  /** run `work` again after a serialization failure or deadlock; only for work that may run twice */
  retry?: boolean;
  isolationLevel?: NonNullable<TransactionOptions["isolationLevel"]>;
};

/** Scopes whose handle is a transaction already. Prisma would open a savepoint in them, which PGlite's adapter has not. */
const joined = new WeakSet<Scope>();

type Transactional = {
  $transaction<Result>(
    work: (handle: TenantClient) => Promise<Result>,
    options: TransactionOptions,
  ): Promise<Result>;
};

/** serialization_failure, deadlock_detected: the database gave this transaction up so that another could go on. */
const givenUp = ["40001", "40P01"];
const attempts = 5;

// Prisma's two seconds of waiting fail on the embedded engine behind one slow query.
const limits = { maxWait: 10_000, timeout: 15_000 };

/**
 * Runs `work` with a scope whose handle is one transaction: all of it is stored or nothing.
 * Inside a transaction it joins: `work` gets the scope it was given. The outer scope's handle must not be used
 * inside `work`; hashing, mail, the engine and rendering belong outside.
 */
export async function inTransaction<Result>(
  scope: Scope,
  work: (scope: Scope) => Promise<Result>,
  options: InTransactionOptions = {},
): Promise<Result> {
  if (joined.has(scope)) return work(scope);
  const handle = scope.db as unknown as Transactional;
  const { retry = false, isolationLevel } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const run = (transaction: TenantClient) => {
        const inside = withHandle(scope, transaction);
        joined.add(inside);
        return work(inside);
      };
      return await handle.$transaction(run, { ...limits, ...(isolationLevel ? { isolationLevel } : {}) });
    } catch (failure) {
      if (!retry || attempt === attempts || !hasSqlState(failure, givenUp)) throw failure;
      await pause(attempt);
    }
  }
}

/** Two transactions that gave way to each other must not meet again at the same instant. */
function pause(attempt: number): Promise<void> {
  const milliseconds = 10 * 2 ** attempt * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
