import { describe, expect, it, vi } from "vitest";
import { addDays, quarterOf } from "@/prisma/seed/day-arithmetic";
import { larkfield } from "@/prisma/seed/larkfield";
import { larkfieldPeople } from "@/prisma/seed/larkfield-people";
import { companyRows } from "@/prisma/seed/sample-companies";
import {
  companiesOn,
  countedOutreach,
  groupBy,
  personCalled,
  rateAt,
  stageCalled,
  standing,
  sum,
} from "@/tests/unit/seed/sampled";

// Making eighteen months of rows takes a second on an idle core, and many on two busy ones.
vi.setConfig({ testTimeout: 120_000 });

const TODAY = "2026-11-24";
const CLOSING: [number, number, number] = [0.28, 0.32, 0.4];
/** In the first weeks of a quarter a story may be blurry: a win is a twelfth of a quota. */
const DAYS_INTO_A_QUARTER = ["2026-11-24", "2024-02-29", "2025-08-29", "2027-05-21"];

describe("Larkfield", () => {
  it("has twelve people in two teams, eight of them in Mid-market", () => {
    const [rows] = companiesOn(TODAY);
    const midMarket = rows.team.find((team) => team.name === "Mid-market")!.id;
    expect(rows.person).toHaveLength(12);
    expect(rows.team).toHaveLength(2);
    expect(rows.assignment.filter((assignment) => assignment.teamId === midMarket)).toHaveLength(8);
  });

  it("works 64 days in the last quarter of 2026, as its people do on Veterans Day", () => {
    const [rows] = companiesOn(TODAY);
    const off = rows.holiday
      .map(({ day }) => day)
      .filter((day) => day >= "2026-10-01" && day <= "2026-12-31");
    expect(off).toEqual(["2026-11-26", "2026-12-25"]);
  });

  it("gives everybody the rates their story tells, where enough has been decided", () => {
    const [rows] = companiesOn(TODAY);
    const decided = addDays(TODAY, -100);
    for (const story of larkfieldPeople) {
      const { id } = personCalled(rows, story.name);
      for (const [step, slug] of ["meeting-set", "meeting-held", "proposal"].entries()) {
        const { entered, rate } = rateAt(rows, id, slug, decided);
        const told = story.rates[step + 1];
        if (told === undefined || entered < 60) continue;
        expect(Math.abs(rate - told), `${story.name} at ${slug}: ${rate} of ${entered}`).toBeLessThan(0.06);
      }
    }
  });

  it("turns outreach into conversations, and conversations into meetings, at the rates told", () => {
    const [rows] = companiesOn(TODAY);
    for (const story of larkfieldPeople) {
      if (story.hiredWeeksBefore !== undefined) continue;
      const { id } = personCalled(rows, story.name);
      const { outreach, conversations } = countedOutreach(rows, id);
      const told = sum(
        Object.entries(story.mix).map(([channel, share]) => share * (story.yields[channel] ?? 0)),
      );
      expect(Math.abs(conversations / outreach - told), story.name).toBeLessThan(0.012);
      const set = new Set(rows.deal.filter((deal) => deal.source === "outbound").map((deal) => deal.id));
      const meetings = rows.stagePass.filter(
        (pass) =>
          pass.personId === id && pass.stageId === stageCalled(rows, "meeting-set") && set.has(pass.dealId),
      );
      expect(Math.abs(meetings.length / conversations - story.rates[0]), story.name).toBeLessThan(0.04);
    }
  });

  it("closes 28, 32 and 40 % of a quarter by month in the long run", () => {
    const rows = companyRows(larkfield, "2029-01-01", "2024-06-15");
    const months = [0, 0, 0];
    for (const row of rows.result) {
      if (row.measure !== "money" || row.day < "2024-01-01") continue;
      const month = (Number(row.day.slice(5, 7)) - 1) % 3;
      months[month] = months[month]! + row.amountMinor * row.share;
    }
    for (const [month, amount] of months.entries()) {
      expect(Math.abs(amount / sum(months) - CLOSING[month]!)).toBeLessThan(0.02);
    }
  });

  it("wins about 22,000 at the median and more on average: amounts are skewed to the right", () => {
    const [rows] = companiesOn(TODAY);
    const wins = rows.result
      .filter((row) => row.measure === "money" && row.share > 0.5)
      .map((row) => row.amountMinor / 100)
      .sort((a, b) => a - b);
    const mean = sum(wins) / wins.length;
    const median = wins[Math.floor(wins.length / 2)]!;
    expect(mean).toBeGreaterThan(22_000);
    expect(mean).toBeLessThan(27_000);
    expect(mean / median).toBeGreaterThan(1.08);
  });

  it("sends everybody where their story says, told on any day well inside a quarter", () => {
    const reached = new Map<string, number[]>();
    for (const today of DAYS_INTO_A_QUARTER) {
      const after = addDays(quarterOf(today).lastDay, 1);
      // the quarter as it will have gone, with the quotas set on the day the stories were told
      const rows = companyRows(larkfield, after, today);
      for (const { id, name } of rows.person) {
        const { result, quota } = standing(rows, id, quarterOf(today).lastDay);
        reached.set(name, [...(reached.get(name) ?? []), result / quota]);
      }
    }
    const reaches = (name: string) => [...reached].find(([full]) => full.startsWith(name))![1];
    for (const ahead of ["Priya", "Lena"]) expect(Math.min(...reaches(ahead)), ahead).toBeGreaterThan(1.1);
    expect(Math.max(...reaches("Jonas"))).toBeLessThan(0.65);
    const onAverage = (name: string) => sum(reaches(name)) / reaches(name).length;
    for (const onPace of ["Maya", "Tom", "Noah", "Ana"]) {
      expect(onAverage(onPace), onPace).toBeGreaterThan(0.85);
      expect(onAverage(onPace), onPace).toBeLessThan(1.35);
    }
    for (const behind of ["Diego", "Aisha", "Ivy"]) {
      expect(onAverage(behind), behind).toBeGreaterThan(0.6);
      expect(onAverage(behind), behind).toBeLessThan(1.05);
    }
  });

  it("has Sam for seven weeks, with a quota that ramps up", () => {
    for (const today of DAYS_INTO_A_QUARTER) {
      const [rows] = companiesOn(today);
      const sam = personCalled(rows, "Sam");
      expect(sam.startOn).toBe(addDays(mondayOf(today), -49));
      const { quota } = standing(rows, sam.id, today);
      expect([10_000_000, 17_500_000]).toContain(quota);
      expect(rows.activity.some((row) => row.personId === sam.id && row.day < sam.startOn)).toBe(false);
    }
  });

  it("has Elif back from a leave in which a colleague took her records on", () => {
    const [rows] = companiesOn(TODAY);
    const elif = personCalled(rows, "Elif").id;
    const leave = rows.timeOff.find((off) => off.personId === elif && off.note === "Parental leave")!;
    const during = (day: string) => day >= leave.fromDay && day <= leave.toDay;
    expect(leave.toDay < TODAY && addDays(leave.toDay, 21) > TODAY).toBe(true);
    expect(rows.activity.some((row) => row.personId === elif && during(row.day))).toBe(false);
    const taken = rows.dealChange.filter(
      (change) => change.field === "owner" && change.reason?.startsWith("Away"),
    );
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.every((change) => change.oldValue === elif && during(change.occurredOn))).toBe(true);
  });

  it("has Noah live on what comes in by itself", () => {
    const [rows] = companiesOn(TODAY);
    const own = rows.deal.filter((deal) => deal.personId === personCalled(rows, "Noah").id);
    expect(own.filter((deal) => deal.source !== "outbound").length / own.length).toBeGreaterThan(0.5);
  });

  it("has Ana hand over what she opened: her result counts meetings, the closers' counts money", () => {
    const [rows] = companiesOn(TODAY);
    const ana = personCalled(rows, "Ana").id;
    const accepted = rows.result.filter((row) => row.personId === ana);
    expect(accepted.length).toBeGreaterThan(150);
    expect(accepted.every((row) => row.measure === "stage:meeting-held" && row.amountMinor === 1)).toBe(true);
    const held = stageCalled(rows, "meeting-held");
    const entries = new Map(
      rows.stageEntry.filter((row) => row.stageId === held).map((row) => [row.id, row]),
    );
    const sourced = rows.credit.filter((row) => row.stageEntryId !== null);
    expect(sourced).toHaveLength(accepted.length);
    for (const credit of sourced) {
      expect(credit).toMatchObject({ personId: ana, part: "sourced" });
      expect(entries.get(credit.stageEntryId!)?.personId).not.toBe(ana);
    }
    expect(rows.deal.some((deal) => deal.personId === ana && deal.status === "won")).toBe(false);
  });

  it("splits the company's goal down to teams without a rest, and Mid-market carries a cushion", () => {
    const [rows] = companiesOn(TODAY);
    const period = rows.period.find((row) => row.kind === "quarter" && row.firstDay === "2026-10-01")!;
    const goals = rows.goal.filter((goal) => goal.periodId === period.id);
    const root = goals.filter((goal) => goal.parentId === null);
    expect(root).toHaveLength(1);
    const teams = goals.filter((goal) => goal.parentId === root[0]?.id);
    expect(sum(teams.map((goal) => goal.amountMinor))).toBe(root[0]?.amountMinor);
    expect(root[0]?.amountMinor).toBe(280_000_000);
    const next = rows.period.find((row) => row.kind === "quarter" && row.firstDay === "2027-01-01")!;
    for (const person of rows.person) {
      for (const periodId of [period.id, next.id]) {
        expect(
          rows.quota.filter((row) => row.personId === person.id && row.periodId === periodId),
        ).toHaveLength(1);
      }
    }
  });
});

describe("Haselbach Talent", () => {
  it("is a small company of its own: euros, Berlin, candidates under job orders", () => {
    const [larkfield, haselbach] = companiesOn(TODAY);
    expect(haselbach.person).toHaveLength(3);
    expect(haselbach.organization[0]).toMatchObject({ currency: "EUR", zone: "Europe/Berlin" });
    expect(haselbach.funnel[0]?.noun).toBe("candidate");
    const shared = haselbach.membership.map((row) => row.userId);
    expect(larkfield.membership.filter((row) => shared.includes(row.userId))).toHaveLength(1);
  });

  it("never fills a job order twice over, and undoes a placement now and then", () => {
    const [, rows] = companiesOn(TODAY);
    const openings = new Map(rows.parent.map((parent) => [parent.id, parent.openings ?? 0]));
    const wins = groupBy(
      rows.deal.filter((deal) => deal.status === "won"),
      (deal) => deal.parentId!,
    );
    for (const [parent, won] of wins) expect(won.length).toBeLessThanOrEqual(openings.get(parent)!);
    const fallOffs = rows.result.filter((row) => row.kind === "fall-off");
    expect(fallOffs.length).toBeGreaterThan(3);
    for (const row of fallOffs) {
      expect(row.amountMinor).toBeLessThan(0);
      expect(
        sum(rows.result.filter((other) => other.dealId === row.dealId).map((other) => other.amountMinor)),
      ).toBe(0);
    }
  });
});

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
