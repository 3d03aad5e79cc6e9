import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from "@prisma/driver-adapter-utils";

/** A statement on its way to the database; `system` when systemDb sent it. */
export type Statement = { readonly text: string; readonly system: boolean };
export type StatementListener = (statement: Statement) => void;

const sentBySystem = new AsyncLocalStorage<true>();

/** Marks every statement sent inside `work` as the system's, for whoever listens. */
export function asSystem<Result>(work: () => Result): Result {
  return sentBySystem.run(true, work);
}

/** Tells `listen` of every statement the adapter sends, in transactions too. The tests read tenancy from it. */
export function observedAdapter(
  factory: SqlDriverAdapterFactory,
  listen: StatementListener,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      return observed(adapter, listen, {
        startTransaction: async (isolationLevel) =>
          observed(await adapter.startTransaction(isolationLevel), listen, {}),
      } satisfies Partial<SqlDriverAdapter>);
    },
  };
}

function observed<Handle extends SqlQueryable & (SqlDriverAdapter | Transaction)>(
  handle: Handle,
  listen: StatementListener,
  changed: Partial<Handle>,
): Handle {
  const tell = (query: SqlQuery) => listen({ text: query.sql, system: sentBySystem.getStore() === true });
  const own: Partial<SqlQueryable> = {
    queryRaw: (query) => {
      tell(query);
      return handle.queryRaw(query);
    },
    executeRaw: (query) => {
      tell(query);
      return handle.executeRaw(query);
    },
  };
  return new Proxy(handle, {
    get(target, key) {
      const override =
        (changed as Record<PropertyKey, unknown>)[key] ?? (own as Record<PropertyKey, unknown>)[key];
      if (override !== undefined) return override;
      const value = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
