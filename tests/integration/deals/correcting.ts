import { beforeEach } from "vitest";
import { correctDealAction } from "@/app/(workspace)/deals/[dealId]/actions";
import type { Role } from "@/lib/access/permissions";
import { startSession } from "@/lib/access/session";
import { getDeal } from "@/lib/data/deal-record";
import { type ActionState, untouched } from "@/lib/forms/action-state";
import { dealView } from "@/lib/usecases/deal-view";
import type { TestDatabase } from "@/tests/support/database/test-database";
import { today } from "@/tests/support/factories/moments";
import { insertSalesTeam, type SalesTeam } from "@/tests/support/factories/sales-team";
import { beginRequest, newBrowser } from "@/tests/support/next-request";

/** A sales team of its own before each test, its rep signed in, and the form that corrects a record. */
export function correcting(test: TestDatabase) {
  let team: SalesTeam | undefined;
  beforeEach(async () => {
    team = await insertSalesTeam(test.client, "here");
    await signIn("rep");
  });

  const here = (): SalesTeam => {
    if (team === undefined) throw new Error("the sales team is there inside a test");
    return team;
  };

  const signIn = async (role: Role, organization = here()) => {
    newBrowser();
    const { userId } = organization[role];
    await startSession({ userId, organizationId: organization.organizationId, sessionVersion: 1 });
    beginRequest();
  };

  const recordOf = async (id: string) => {
    const deal = await getDeal(await test.scopeFor(here()), id, today);
    if (deal === null) throw new Error("the record is gone");
    return deal;
  };

  /** The form as the page fills it, with what somebody writes over it. */
  const correct = async (dealId: string, typed: Record<string, string>): Promise<ActionState<unknown>> => {
    const view = await dealView(await test.scopeFor(here()), dealId, today);
    if (view === null) throw new Error("the record is gone");
    const { deal } = view;
    const closing =
      deal.status === "open"
        ? { expectedCloseOn: deal.expectedCloseOn ?? "" }
        : { closedOn: deal.wonOn ?? deal.lostOn ?? "" };
    const form = new FormData();
    const filled = {
      dealId,
      version: String(deal.version),
      name: deal.name,
      value: view.valueText,
      stageId: view.stage,
      createdOn: deal.createdOn,
      occurredOn: "",
      reason: "",
      ...closing,
      ...typed,
    };
    for (const [name, value] of Object.entries(filled)) form.append(name, value);
    return correctDealAction(untouched, form);
  };

  /** Everything a correction may touch, as the database has it. */
  const stored = async (dealId: string) => {
    const of = { organizationId: here().organizationId };
    const [deal, changes, organization, audit] = await Promise.all([
      recordOf(dealId),
      test.client.dealChange.count({ where: { ...of, dealId } }),
      test.client.organization.findUniqueOrThrow({ where: of }),
      test.client.auditEntry.count({ where: of }),
    ]);
    return { deal, changes, dataVersion: organization.dataVersion, audit };
  };

  return { here, signIn, recordOf, correct, stored };
}
