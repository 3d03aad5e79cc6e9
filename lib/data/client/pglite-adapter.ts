import "server-only";
import type { PGlite, Transaction as PGliteTransaction } from "@electric-sql/pglite";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

/** What the adapter does not export: how it opens a transaction, and how it turns an error into Prisma's. */
type AdapterInside = SqlDriverAdapter & {
  startTransactionInner(
    connection: { transaction(work: (inside: PGliteTransaction) => Promise<void>): Promise<void> },
    options: { usePhantomQuery: boolean },
  ): Promise<Transaction & { onError(failure: unknown): never }>;
};

/**
 * Prisma's adapter for PGlite, with commits that tell the truth: as published it catches the error of a COMMIT and
 * reports a transaction as stored that the database has rolled back. Isolation levels are left out, because one
 * connection runs its transactions one after the other.
 */
export function pgliteAdapter(pglite: PGlite): SqlDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = (await factory.connect()) as unknown as AdapterInside;
      adapter.startTransaction = () => startTransaction(adapter, pglite);
      return adapter;
    },
  };
}

async function startTransaction(adapter: AdapterInside, pglite: PGlite): Promise<Transaction> {
  let ended: Promise<void> | undefined;
  const connection = {
    transaction: (work: (inside: PGliteTransaction) => Promise<void>) => {
      ended = pglite.transaction(work);
      return ended;
    },
  };
  const transaction = await adapter.startTransactionInner(connection, { usePhantomQuery: true });
  const commit = transaction.commit.bind(transaction);
  transaction.commit = async () => {
    await commit();
    await ended?.catch((failure: unknown) => transaction.onError(failure));
  };
  return transaction;
}
