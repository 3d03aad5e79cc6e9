// Long because it holds a row of every tenant table, and a table left out would be one the tenancy tests do not try.
import { uuidv7 } from "uuidv7";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import { activityTypeRow, funnelRow, stageRow } from "@/tests/support/factories/funnel";
import { day, recordedAt } from "@/tests/support/factories/moments";
import { membershipRow, organizationRow, userRow } from "@/tests/support/factories/organization";
import { assignmentRow, personRow, teamRow } from "@/tests/support/factories/people";
import { activityRow, dealRow, resultRow, stageEntryRow } from "@/tests/support/factories/records";
import { periodRow, planRow, quotaRow } from "@/tests/support/factories/targets";

export type Company = Awaited<ReturnType<typeof insertCompany>>;

/**
 * A small company with a row in every tenant table. Every name begins with `word`, so that a name found where it
 * does not belong tells whose it is; two companies differ in nothing else but their ids.
 */
export async function insertCompany(client: PrismaClient, word: string) {
  const organizationId = uuidv7();
  const of = { organizationId };
  const named = (text: string) => `${word} ${text}`;
  const id = () => uuidv7();

  const organization = organizationRow({
    ...of,
    name: named("company"),
    slug: `${word}-${organizationId.slice(-8)}`,
  });
  const user = userRow({ name: named("user"), email: `${word}-${organizationId.slice(-8)}@example.com` });
  await client.organization.create({ data: organization });
  await client.user.create({ data: { ...user, passwordHash: "not a hash" } });
  await client.sessionVersion.create({ data: { userId: user.id, version: 1 } });

  const person = personRow({ ...of, name: named("rep"), email: `${word}.rep@example.com` });
  const colleague = personRow({ ...of, name: named("colleague") });
  await client.person.createMany({ data: [person, colleague] });
  const membership = membershipRow({ ...of, userId: user.id, personId: person.id });
  await client.membership.create({ data: membership });
  const team = teamRow({ ...of, name: named("team"), leadPersonId: colleague.id });
  const subTeam = teamRow({ ...of, name: named("sub-team"), parentId: team.id });
  await client.team.createMany({ data: [team, subTeam] });
  await client.teamRole.create({
    data: {
      ...of,
      id: id(),
      membershipId: membership.id,
      teamId: team.id,
      role: "manager",
      fromDay: day("2026-01-01"),
    },
  });
  await client.assignment.createMany({
    data: [
      assignmentRow({ ...of, personId: person.id, teamId: subTeam.id }),
      assignmentRow({ ...of, personId: colleague.id, teamId: team.id }),
    ],
  });
  await client.personPosition.create({
    data: {
      ...of,
      id: id(),
      personId: person.id,
      position: named("rep"),
      fromDay: day("2026-01-01"),
      recordedAt,
    },
  });
  await client.timeOff.create({
    data: {
      ...of,
      id: id(),
      personId: person.id,
      fromDay: day("2026-12-24"),
      toDay: day("2026-12-28"),
      note: named("leave"),
    },
  });
  await client.holiday.create({
    data: { ...of, id: id(), country: "US", day: day("2026-11-26"), name: named("Thanksgiving") },
  });

  const funnel = funnelRow({ ...of, name: named("funnel"), slug: `${word}-funnel` });
  await client.funnel.create({ data: funnel });
  const meeting = stageRow({ ...of, funnelId: funnel.id, name: named("meeting"), slug: `${word}-meeting` });
  const won = stageRow({
    ...of,
    funnelId: funnel.id,
    name: named("won"),
    slug: `${word}-won`,
    position: 2,
    category: "won",
  });
  await client.stage.createMany({ data: [meeting, won] });
  const call = activityTypeRow({ ...of, funnelId: funnel.id, name: named("call"), slug: `${word}-call` });
  await client.activityType.create({ data: call });
  await client.activityOutcome.create({
    data: { ...of, id: id(), activityTypeId: call.id, outcome: "connected", stageId: meeting.id },
  });

  const source = { ...of, id: id(), name: named("CRM") };
  const product = { ...of, id: id(), name: named("product") };
  const parent = { ...of, id: id(), kind: "account", name: named("account") };
  await client.importSource.create({ data: source });
  await client.product.create({ data: product });
  await client.parent.create({ data: parent });
  const deal = dealRow({
    ...of,
    personId: person.id,
    funnelId: funnel.id,
    productId: product.id,
    parentId: parent.id,
    stageId: meeting.id,
    name: named("deal"),
    importSourceId: source.id,
    externalId: `${word}-1`,
  });
  await client.deal.create({ data: deal });
  await client.dealChange.create({
    data: {
      ...of,
      id: id(),
      dealId: deal.id,
      field: "name",
      newValue: named("deal"),
      occurredOn: day("2026-10-02"),
      recordedAt,
    },
  });
  const entry = stageEntryRow({ ...of, dealId: deal.id, stageId: meeting.id, personId: person.id });
  await client.stageEntry.create({ data: entry });
  await client.stagePass.create({
    data: {
      ...of,
      dealId: deal.id,
      stageId: meeting.id,
      funnelId: funnel.id,
      personId: person.id,
      reachedOn: day("2026-10-01"),
    },
  });
  const result = resultRow({
    ...of,
    dealId: deal.id,
    personId: person.id,
    funnelId: funnel.id,
    note: named("result"),
  });
  await client.result.create({ data: result });
  await client.credit.create({
    data: { ...of, id: id(), personId: person.id, resultId: result.id, part: "closed", share: 1 },
  });
  const activity = activityRow({
    ...of,
    personId: person.id,
    activityTypeId: call.id,
    idempotencyKey: `${word}-key`,
    importSourceId: source.id,
    externalId: `${word}-1`,
  });
  await client.activity.create({ data: activity });
  await client.activityDay.create({
    data: { ...of, personId: person.id, day: day("2026-11-20"), activityTypeId: call.id, quantity: 1 },
  });
  await client.measureValue.create({
    data: { ...of, id: id(), measure: named("NPS"), personId: person.id, day: day("2026-11-01"), value: 41 },
  });

  const period = periodRow(of);
  await client.period.create({ data: period });
  const quota = quotaRow({ ...of, personId: person.id, funnelId: funnel.id, periodId: period.id });
  await client.quota.create({ data: quota });
  await client.quotaChange.create({
    data: {
      ...of,
      id: id(),
      quotaId: quota.id,
      newAmountMinor: 20_000_000n,
      occurredOn: day("2026-10-01"),
      recordedAt,
    },
  });
  const goal = {
    ...of,
    id: id(),
    periodId: period.id,
    name: named("goal"),
    amountMinor: 60_000_000n,
    ownerPersonId: colleague.id,
  };
  await client.goal.create({ data: goal });
  await client.goalMember.create({ data: { ...of, goalId: goal.id, personId: person.id } });
  const plan = planRow({
    ...of,
    personId: person.id,
    funnelId: funnel.id,
    periodId: period.id,
    reason: named("reason"),
  });
  await client.plan.create({ data: plan });
  const dayTarget = {
    ...of,
    id: id(),
    personId: person.id,
    funnelId: funnel.id,
    day: day("2026-11-20"),
    planId: plan.id,
    plan: {},
    inputs: {},
    dataVersion: 0,
    methodVersion: "1",
    createdAt: recordedAt,
  };
  await client.dayTarget.create({ data: dayTarget });
  await client.outlook.create({
    data: {
      ...of,
      personId: person.id,
      funnelId: funnel.id,
      day: day("2026-11-20"),
      dataVersion: 0,
      plan: {},
      inputs: {},
      explanation: { text: named("explanation") },
      computedAt: recordedAt,
    },
  });

  const fileIn = {
    ...of,
    id: id(),
    importSourceId: source.id,
    funnelId: funnel.id,
    kind: "deals",
    fileName: `${word}.csv`,
    bytes: 100,
    rows: 1,
    status: "committed",
    detected: {},
    createdAt: recordedAt,
  };
  await client.import.create({ data: fileIn });
  await client.importRow.create({
    data: {
      ...of,
      importId: fileIn.id,
      rowNumber: 1,
      cells: [named("deal")],
      verdict: "reject",
      repair: "planted",
      sentence: named("sentence"),
    },
  });
  const accessLink = {
    ...of,
    id: id(),
    kind: "invite",
    membershipId: membership.id,
    secretHash: `${word}-hash`,
    expiresAt: new Date("2026-11-29T09:00:00Z"),
    createdAt: recordedAt,
  };
  await client.accessLink.create({ data: accessLink });
  await client.personLook.create({
    data: {
      ...of,
      personId: person.id,
      membershipId: membership.id,
      day: day("2026-11-20"),
      screen: "person",
    },
  });
  await client.setting.create({ data: { ...of, key: "boards", value: { word }, updatedAt: recordedAt } });
  await client.exchangeRate.create({
    data: { ...of, id: id(), currency: "EUR", day: day("2026-11-01"), rate: 1.1 },
  });
  await client.auditEntry.create({
    data: {
      ...of,
      id: id(),
      at: recordedAt,
      actorKind: "user",
      actorId: user.id,
      operation: "test",
      subject: named("subject"),
      details: {},
      hash: `${word}-hash`,
    },
  });

  return {
    organizationId,
    word,
    email: user.email,
    userId: user.id,
    membershipId: membership.id,
    personId: person.id,
    colleagueId: colleague.id,
    teamId: team.id,
    subTeamId: subTeam.id,
    funnelId: funnel.id,
    stageId: meeting.id,
    wonStageId: won.id,
    activityTypeId: call.id,
    activityId: activity.id,
    importSourceId: source.id,
    importId: fileIn.id,
    dealId: deal.id,
    stageEntryId: entry.id,
    resultId: result.id,
    periodId: period.id,
    quotaId: quota.id,
    goalId: goal.id,
    planId: plan.id,
    dayTargetId: dayTarget.id,
    accessLinkId: accessLink.id,
  };
}
