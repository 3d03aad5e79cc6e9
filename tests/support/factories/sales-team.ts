import { uuidv7 } from "uuidv7";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import { funnelRow, stageRow } from "@/tests/support/factories/funnel";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { day } from "@/tests/support/factories/moments";
import { dealRow, resultRow, stageEntryRow } from "@/tests/support/factories/records";
import { periodRow, quotaRow } from "@/tests/support/factories/targets";

export type SalesTeam = Members & {
  funnelId: string;
  meeting: string;
  proposal: string;
  won: string;
  /** the rep's, open at the first stage since 5 October, $12,000 */
  open: string;
  /** the rep's, won on 10 November for $12,000 */
  wonDeal: string;
  /** the admin's, open at the first stage */
  others: string;
};

/** Meeting, proposal, won; a quarter's quota for the rep, a dozen finished records to learn from, three to correct. */
export async function insertSalesTeam(client: PrismaClient, word: string): Promise<SalesTeam> {
  const members = await insertMembers(client, word);
  const of = { organizationId: members.organizationId };
  const funnel = funnelRow(of);
  const ofFunnel = { ...of, funnelId: funnel.id as string };
  const meeting = stageRow({ ...ofFunnel, name: "Meeting", slug: "meeting", position: 1, minutes: 60 });
  const proposal = stageRow({ ...ofFunnel, name: "Proposal", slug: "proposal", position: 2, minutes: 90 });
  const won = stageRow({ ...ofFunnel, name: "Won", slug: "won", position: 3, category: "won" });
  await client.funnel.create({ data: funnel });
  await client.stage.createMany({ data: [meeting, proposal, won] });
  const stages = [meeting.id, proposal.id, won.id] as [string, string, string];

  const period = periodRow(of);
  await client.period.create({ data: period });
  await client.quota.create({
    data: quotaRow({ ...ofFunnel, personId: members.rep.personId, periodId: period.id as string }),
  });

  const record = async (personId: string, name: string, days: readonly string[], lostOn?: string) => {
    const wonOn = days[2];
    const deal = dealRow({
      ...ofFunnel,
      personId,
      name,
      source: "outbound",
      createdOn: day(days[0] ?? ""),
      stageId: stages[days.length - 1] as string,
      status: wonOn ? "won" : lostOn ? "lost" : "open",
      wonOn: wonOn ? day(wonOn) : null,
      lostOn: lostOn ? day(lostOn) : null,
    });
    const dealId = deal.id as string;
    await client.deal.create({ data: deal });
    await client.stageEntry.createMany({
      data: days.map((enteredOn, index) =>
        stageEntryRow({
          ...of,
          dealId,
          stageId: stages[index] as string,
          personId,
          enteredOn: day(enteredOn),
          leftOn: days[index + 1] ? day(days[index + 1] as string) : null,
        }),
      ),
    });
    await client.stagePass.createMany({
      data: days.map((reachedOn, index) => ({
        ...ofFunnel,
        dealId,
        stageId: stages[index] as string,
        personId,
        reachedOn: day(reachedOn),
        passedOn: days[index + 1] ? day(days[index + 1] as string) : null,
        passed: days[index + 1] !== undefined,
        lostOn: lostOn && index === days.length - 1 ? day(lostOn) : null,
      })),
    });
    if (wonOn)
      await client.result.create({ data: resultRow({ ...ofFunnel, dealId, personId, day: day(wonOn) }) });
    return dealId;
  };

  for (const [index, person] of [members.rep, members.manager].entries()) {
    for (let month = 3; month <= 8; month += 1) {
      const on = (date: number) => `2026-0${month}-${String(date + index).padStart(2, "0")}`;
      const name = `Finished ${index}-${month}`;
      if (month % 3 === 0) await record(person.personId, name, [on(2), on(9), on(20)]);
      else await record(person.personId, name, [on(2), on(9)], on(24));
    }
  }
  await client.activityType.create({
    data: { ...ofFunnel, id: uuidv7(), name: "Call", slug: "call", channel: "call", minutes: 4 },
  });
  return {
    ...members,
    funnelId: ofFunnel.funnelId,
    meeting: stages[0],
    proposal: stages[1],
    won: stages[2],
    open: await record(members.rep.personId, "Harbour office", ["2026-10-05"]),
    wonDeal: await record(members.rep.personId, "North depot", ["2026-10-06", "2026-10-20", "2026-11-10"]),
    others: await record(members.admin.personId, "Somebody else’s", ["2026-10-07"]),
  };
}
