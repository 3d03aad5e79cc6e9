import "server-only";
import { z } from "zod";
import { dayColumn, executeSql, joined, queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/** A record as an import writes it; days "YYYY-MM-DD", ids made by the caller. */
export type ImportedDeal = {
  id: string;
  externalId: string;
  personId: string;
  productId: string | null;
  parentId: string | null;
  name: string;
  source: string;
  status: "open" | "won" | "lost";
  valueMinor: number | null;
  currency: string;
  createdOn: string;
  expectedCloseOn: string | null;
  wonOn: string | null;
  lostOn: string | null;
  stageId: string | null;
  historyKnown: boolean;
};

const day = dayColumn.nullable();
const knownDeal = z.object({
  id: z.string(),
  externalId: z.string(),
  personId: z.string(),
  productId: z.string().nullable(),
  parentId: z.string().nullable(),
  funnelId: z.string(),
  name: z.string(),
  source: z.string(),
  status: z.enum(["open", "won", "lost"]),
  valueMinor: z.number().nullable(),
  currency: z.string(),
  createdOn: dayColumn,
  expectedCloseOn: day,
  wonOn: day,
  lostOn: day,
  stageId: z.string().nullable(),
  historyKnown: z.boolean(),
});

/** A record as it is stored; `entries` holds "stage|entered|left" of each visit. */
export type KnownDeal = z.infer<typeof knownDeal> & { entries: string[] };

const knownEntry = z.object({ dealId: z.string(), entry: z.string() });

/** Records of a source that are there already, by external id: what an import compares its rows with. */
export async function listKnownDeals(
  scope: Scope,
  importSourceId: string,
  externalIds: readonly string[],
): Promise<KnownDeal[]> {
  if (externalIds.length === 0) return [];
  const deals = await queryRows(
    scope,
    sql`SELECT id, external_id AS "externalId", person_id AS "personId", product_id AS "productId",
               parent_id AS "parentId", funnel_id AS "funnelId", name, source, status, value_minor AS "valueMinor",
               currency, created_on AS "createdOn", expected_close_on AS "expectedCloseOn", won_on AS "wonOn",
               lost_on AS "lostOn", stage_id AS "stageId", history_known AS "historyKnown"
        FROM deal
        WHERE organization_id = ${scope.organizationId}::uuid AND import_source_id = ${importSourceId}::uuid
          AND external_id IN (${joined(externalIds)})`,
    knownDeal,
  );
  if (deals.length === 0) return [];
  // A query of its own: joined to the first, a server without statistics reads the whole table once per record.
  const entries = await queryRows(
    scope,
    sql`SELECT deal_id AS "dealId", concat_ws('|', stage_id, to_char(entered_on, 'YYYY-MM-DD'),
                                              to_char(left_on, 'YYYY-MM-DD')) AS entry
        FROM stage_entry
        WHERE organization_id = ${scope.organizationId}::uuid
          AND deal_id IN (${joined(deals.map(({ id }) => sql`${id}::uuid`))})`,
    knownEntry,
  );
  const byDeal = new Map<string, string[]>(deals.map(({ id }) => [id, []]));
  for (const { dealId, entry } of entries) byDeal.get(dealId)?.push(entry);
  return deals.map((deal) => ({ ...deal, entries: byDeal.get(deal.id) ?? [] }));
}

/** Imports of one source wait for each other, a piece at a time: two of them never write one record twice. */
export async function lockImportSource(scope: Scope, importSourceId: string): Promise<void> {
  await queryRows(
    scope,
    sql`SELECT id FROM import_source
        WHERE organization_id = ${scope.organizationId}::uuid AND id = ${importSourceId}::uuid FOR UPDATE`,
    z.object({ id: z.string() }),
  );
}

/** Creates records, or overwrites those of the same source and external id. */
export async function upsertImportedDeals(
  scope: Scope,
  into: { funnelId: string; importSourceId: string; recordedAt: Date },
  deals: readonly ImportedDeal[],
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO deal (organization_id, id, person_id, funnel_id, product_id, parent_id, name, source, status,
                          value_minor, currency, created_on, expected_close_on, won_on, lost_on, stage_id,
                          history_known, import_source_id, external_id, recorded_at, version)
        SELECT ${scope.organizationId}::uuid, sent.id, sent."personId", ${into.funnelId}::uuid, sent."productId",
               sent."parentId", sent.name, sent.source, sent.status, sent."valueMinor", sent.currency,
               sent."createdOn", sent."expectedCloseOn", sent."wonOn", sent."lostOn", sent."stageId",
               sent."historyKnown", ${into.importSourceId}::uuid, sent."externalId", ${into.recordedAt}::timestamptz, 1
        FROM jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) AS sent(
          id uuid, "externalId" text, "personId" uuid, "productId" uuid, "parentId" uuid, name text, source text,
          status text, "valueMinor" bigint, currency text, "createdOn" date, "expectedCloseOn" date, "wonOn" date,
          "lostOn" date, "stageId" uuid, "historyKnown" boolean)
        ON CONFLICT (organization_id, import_source_id, external_id) DO UPDATE
        SET person_id = EXCLUDED.person_id, funnel_id = EXCLUDED.funnel_id, product_id = EXCLUDED.product_id,
            parent_id = EXCLUDED.parent_id, name = EXCLUDED.name, source = EXCLUDED.source,
            status = EXCLUDED.status, value_minor = EXCLUDED.value_minor, currency = EXCLUDED.currency,
            created_on = EXCLUDED.created_on, expected_close_on = EXCLUDED.expected_close_on,
            won_on = EXCLUDED.won_on, lost_on = EXCLUDED.lost_on, stage_id = EXCLUDED.stage_id,
            history_known = EXCLUDED.history_known, recorded_at = EXCLUDED.recorded_at, version = deal.version + 1`,
  );
}
