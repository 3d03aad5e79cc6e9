import "server-only";
import { z } from "zod";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import { dayColumn, nothing, queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";
import { visiblePeopleSql } from "@/lib/data/visibility";

/** A row behind a figure, as a person reads it. `dealId` is null where there is no record or it is not theirs to see. */
export interface EvidenceRow {
  id: string;
  dealId: string | null;
  name: string;
  day: string;
  amountMinor: number | null;
  /** went on, lost, open, won… or the channel of an activity */
  outcome: string;
  quantity: number;
}

export interface EvidencePage {
  total: number;
  rows: EvidenceRow[];
}

export interface Page {
  offset: number;
  limit: number;
}

const passRow = z.object({
  deal_id: z.string(),
  name: z.string(),
  mine: z.boolean(),
  reached_on: dayColumn,
  passed_on: z.date().nullable(),
  lost_on: z.date().nullable(),
  value_minor: z.number().nullable(),
  total: z.number(),
});

/** Passages through a stage: whose trials a rate was counted from. Others' records come without their names. */
export async function listPassEvidence(
  scope: Scope,
  filter: {
    funnelId: string;
    stageId: string;
    personId: string | null;
    from: string;
    asOf: string;
    /** only records that needed outreach, only those that came without, or all */
    sources: "outreach" | "arriving" | "all";
    withInferred: boolean;
  },
  page: Page,
): Promise<EvidencePage> {
  const { organizationId } = scope;
  const arriving = sql`('inbound', 'referral')`;
  const rows = await queryRows(
    scope,
    sql`SELECT p.deal_id, d.name, coalesce(p.reached_on, p.passed_on) AS reached_on, p.passed_on, p.lost_on, d.value_minor,
               d.person_id IN (${visiblePeopleSql(scope, filter.asOf)}) AS mine,
               count(*) OVER ()::int AS total
          FROM stage_pass p
          JOIN deal d ON d.organization_id = p.organization_id AND d.id = p.deal_id
         WHERE p.organization_id = ${organizationId}::uuid
           AND p.funnel_id = ${filter.funnelId}::uuid AND p.stage_id = ${filter.stageId}::uuid
           AND coalesce(p.reached_on, p.passed_on) BETWEEN ${filter.from}::date AND ${filter.asOf}::date
           AND (p.reached_on IS NOT NULL OR (p.inferred AND d.history_known))
           ${filter.personId === null ? nothing : sql`AND p.person_id = ${filter.personId}::uuid`}
           ${filter.withInferred ? nothing : sql`AND NOT p.inferred`}
           ${filter.sources === "outreach" ? sql`AND d.source NOT IN ${arriving}` : nothing}
           ${
             filter.sources === "arriving"
               ? sql`AND NOT EXISTS (
                       SELECT 1 FROM stage_pass e
                        WHERE e.organization_id = ${organizationId}::uuid AND e.deal_id = p.deal_id
                          AND e.person_id = p.person_id AND NOT e.inferred
                          AND (e.reached_on, e.stage_id) < (p.reached_on, p.stage_id))
                     AND (d.source IN ${arriving} OR EXISTS (
                       SELECT 1 FROM stage_pass o
                        WHERE o.organization_id = ${organizationId}::uuid AND o.deal_id = p.deal_id
                          AND o.person_id <> p.person_id AND NOT o.inferred
                          AND o.reached_on <= p.reached_on))`
               : nothing
           }
         ORDER BY coalesce(p.reached_on, p.passed_on) DESC, p.deal_id
         LIMIT ${page.limit} OFFSET ${page.offset}`,
    passRow,
  );
  const known = (date: Date | null) => date !== null && dayFromColumn(date) <= filter.asOf;
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      id: row.deal_id,
      dealId: row.mine ? row.deal_id : null,
      name: row.mine ? row.name : "a colleague’s",
      day: row.reached_on,
      amountMinor: row.mine ? row.value_minor : null,
      outcome: known(row.passed_on) ? "went on" : known(row.lost_on) ? "lost" : "open",
      quantity: 1,
    })),
  };
}

const resultRow = z.object({
  id: z.string(),
  deal_id: z.string().nullable(),
  name: z.string().nullable(),
  day: dayColumn,
  kind: z.string(),
  amount_minor: z.number(),
  share: z.number(),
  total: z.number(),
});

/** The ledger lines attainment was summed from; with `winsOnly` those an average win was taken from. */
export async function listResultEvidence(
  scope: Scope,
  filter: {
    personId: string;
    funnelId: string;
    measure: string;
    from: string;
    to: string;
    winsOnly: boolean;
  },
  page: Page,
): Promise<EvidencePage> {
  const rows = await queryRows(
    scope,
    sql`SELECT r.id, r.deal_id, d.name, r.day, r.kind, r.amount_minor, r.share, count(*) OVER ()::int AS total
          FROM result r
          LEFT JOIN deal d ON d.organization_id = r.organization_id AND d.id = r.deal_id
         WHERE r.organization_id = ${scope.organizationId}::uuid
           AND r.person_id = ${filter.personId}::uuid AND r.funnel_id = ${filter.funnelId}::uuid
           AND r.measure = ${filter.measure}
           AND r.day BETWEEN ${filter.from}::date AND ${filter.to}::date
           ${
             filter.winsOnly
               ? sql`AND r.kind = 'booked' AND r.deal_id IS NOT NULL AND round(r.amount_minor * r.share) > 0`
               : nothing
           }
         ORDER BY r.day DESC, r.id
         LIMIT ${page.limit} OFFSET ${page.offset}`,
    resultRow,
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      dealId: row.deal_id,
      name: row.name ?? row.kind,
      day: row.day,
      amountMinor: Math.round(row.amount_minor * row.share),
      outcome: row.kind,
      quantity: 1,
    })),
  };
}

/** What one person did between two days, of the given types, day by day. */
export async function listActivityEvidence(
  scope: Scope,
  filter: {
    personId: string;
    from: string;
    to: string;
    kinds: { activityTypeId: string; outcome: string | null }[];
  },
  page: Page,
): Promise<EvidencePage> {
  const where = {
    organizationId: scope.organizationId,
    personId: filter.personId,
    day: { gte: dayToColumn(filter.from), lte: dayToColumn(filter.to) },
    quantity: { gt: 0 },
    OR: filter.kinds.map((kind) => ({
      activityTypeId: kind.activityTypeId,
      ...(kind.outcome === null ? {} : { outcome: kind.outcome }),
    })),
  };
  const [rows, total] = await Promise.all([
    scope.db.activityDay.findMany({
      where,
      include: { activityType: { select: { name: true } } },
      orderBy: [{ day: "desc" }, { activityTypeId: "asc" }, { outcome: "asc" }],
      skip: page.offset,
      take: page.limit,
    }),
    scope.db.activityDay.count({ where }),
  ]);
  return {
    total,
    rows: rows.map((row) => ({
      id: `${dayFromColumn(row.day)} ${row.activityTypeId} ${row.outcome}`,
      dealId: null,
      name: row.activityType.name,
      day: dayFromColumn(row.day),
      amountMinor: null,
      outcome: row.outcome,
      quantity: row.quantity,
    })),
  };
}

/** A quota with every change of it, newest first. */
export async function listQuotaEvidence(scope: Scope, quotaId: string): Promise<EvidencePage> {
  const row = await scope.db.quota.findUnique({
    where: { organizationId_id: { organizationId: scope.organizationId, id: quotaId } },
    include: { period: true },
  });
  if (row === null) return { total: 0, rows: [] };
  return {
    total: 1,
    rows: [
      {
        id: row.id,
        dealId: null,
        name: row.period.label,
        day: dayFromColumn(row.occurredOn),
        amountMinor: Number(row.amountMinor),
        outcome: row.measure,
        quantity: 1,
      },
    ],
  };
}
