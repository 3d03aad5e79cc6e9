import "server-only";
import { dayFromColumn, dayOrNullFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

export interface StagePassRow {
  dealId: string;
  stageId: string;
  /** owner when it entered: gets the trial */
  personId: string;
  source: string;
  reachedOn: string;
  passedOn: string | null;
  lostOn: string | null;
  passed: boolean;
  inferred: boolean;
}

/**
 * Passages of a funnel's records through its stages, reached between two days. What happened after `asOf`
 * is unknown then and comes back as still open, so that a plan for a past day sees what that day saw.
 */
export async function listStagePasses(
  scope: Scope,
  filter: { funnelId: string; from: string; asOf: string },
): Promise<StagePassRow[]> {
  const within = { gte: dayToColumn(filter.from), lte: dayToColumn(filter.asOf) };
  const rows = await scope.db.stagePass.findMany({
    where: {
      organizationId: scope.organizationId,
      funnelId: filter.funnelId,
      OR: [
        { reachedOn: within },
        // skipped on the way: it counts as passed, on the day the next stage was reached; a file that tells no
        // history skipped nothing, it is silent
        { reachedOn: null, inferred: true, passedOn: within, deal: { historyKnown: true } },
      ],
    },
    select: {
      dealId: true,
      stageId: true,
      personId: true,
      reachedOn: true,
      passedOn: true,
      lostOn: true,
      passed: true,
      inferred: true,
      deal: { select: { source: true } },
    },
    orderBy: [{ reachedOn: "asc" }, { dealId: "asc" }, { stageId: "asc" }],
  });
  return rows.map((row) => {
    const until = (date: Date | null) => {
      const day = dayOrNullFromColumn(date);
      return day !== null && day <= filter.asOf ? day : null;
    };
    const passedOn = until(row.passedOn);
    return {
      dealId: row.dealId,
      stageId: row.stageId,
      personId: row.personId,
      source: row.deal.source,
      reachedOn: dayFromColumn((row.reachedOn ?? row.passedOn) as Date),
      passedOn,
      lostOn: until(row.lostOn),
      passed: row.passed && (row.passedOn === null || passedOn !== null),
      inferred: row.inferred,
    };
  });
}

/** Last day on which a record of the funnel entered a stage, up to a day: how old the evidence is. Null = none. */
export async function getLastReachedOn(
  scope: Scope,
  filter: { funnelId: string; asOf: string },
): Promise<string | null> {
  const { _max } = await scope.db.stagePass.aggregate({
    where: {
      organizationId: scope.organizationId,
      funnelId: filter.funnelId,
      reachedOn: { lte: dayToColumn(filter.asOf) },
    },
    _max: { reachedOn: true },
  });
  return dayOrNullFromColumn(_max.reachedOn);
}
