import "server-only";
import type { PrismaClient } from "@/lib/data/client/generated/client";

/** What Prisma keeps about the schema at run time; the guard reads it, so a new model is guarded without a line here. */
type DataModel = {
  models: Record<string, { dbName: string | null; fields: readonly Field[] }>;
};
export type Field = { name: string; kind: "scalar" | "object" | "enum"; type: string };

/**
 * Tables that belong to no organization (architecture decision 2). Every other model must carry
 * organizationId; the catalogue lint compares this list with the database.
 */
export const globalModels = ["User", "SessionVersion", "RateCounter", "SystemSetting"] as const;
export type GlobalModel = (typeof globalModels)[number];

export type ModelMap = {
  isGlobal(model: string): boolean;
  field(model: string, name: string): Field | undefined;
};

/** Reads the models from a client. A model without organizationId that is not listed as global stops the start. */
export function modelMap(client: PrismaClient): ModelMap {
  const { models } = (client as unknown as { _runtimeDataModel: DataModel })._runtimeDataModel;
  const fields = new Map(
    Object.entries(models).map(([model, { fields }]) => [
      model,
      new Map(fields.map((field) => [field.name, field])),
    ]),
  );
  const listed = new Set<string>(globalModels);
  for (const [model, names] of fields) {
    if (names.has("organizationId") === listed.has(model)) {
      throw new Error(
        listed.has(model)
          ? `${model} is listed as global in lib/data/client/models.ts but has organizationId.`
          : `${model} has no organizationId and is not listed as global in lib/data/client/models.ts.`,
      );
    }
  }
  return {
    isGlobal: (model) => listed.has(model),
    field: (model, name) => fields.get(model)?.get(name),
  };
}
