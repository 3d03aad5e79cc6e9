import { activityRows } from "@/prisma/seed/activity-rows";
import { companyFrame } from "@/prisma/seed/company-frame";
import { addDays } from "@/prisma/seed/day-arithmetic";
import { funnelRows } from "@/prisma/seed/funnel-rows";
import { haselbach } from "@/prisma/seed/haselbach";
import { larkfield } from "@/prisma/seed/larkfield";
import { peopleRows, userRows } from "@/prisma/seed/people-rows";
import { recordRows } from "@/prisma/seed/record-rows";
import type { CompanyRows, SampleRows } from "@/prisma/seed/rows";
import { Simulation } from "@/prisma/seed/simulation";
import type { CompanyStory } from "@/prisma/seed/story";
import { targetRows } from "@/prisma/seed/target-rows";
import { WorkCalendar } from "@/prisma/seed/work-calendar";

export const sampleStories = [larkfield, haselbach];

/** Where a sample company remembers when it was set up and how far its history goes. */
export const SAMPLE_SETTING = "sample-company";

/**
 * The sample companies with a history that ends the day before `today`. Pure: the same days give the same rows, and
 * for one `setUpOn` the history asked for on a later `today` begins with the one asked for before.
 *
 * @example
 * sampleCompanies("2026-11-24").companies[0]?.person.length // => 12
 */
export function sampleCompanies(today: string, setUpOn = today): SampleRows {
  return {
    users: userRows(sampleStories, `${setUpOn}T12:00:00.000Z`),
    companies: sampleStories.map((story) => companyRows(story, today, setUpOn)),
  };
}

/** One company's rows. */
export function companyRows(story: CompanyStory, today: string, setUpOn: string): CompanyRows {
  const frame = companyFrame(story, today, setUpOn);
  const { holidays, employments, firstDay, lastDay, organizationId } = frame;
  const calendar = new WorkCalendar(holidays, employments);
  const live = (to: string) =>
    new Simulation({ story, calendar, employments, setUpOn, firstDay }).through(to);
  const history = live(lastDay);
  const records = recordRows(frame, history);
  const atSetUp = today === setUpOn ? records : recordRows(frame, live(addDays(setUpOn, -1)));
  return {
    ...peopleRows(frame),
    ...funnelRows(frame),
    ...targetRows(frame, atSetUp),
    ...records,
    ...activityRows(frame, history),
    setting: [
      {
        organizationId,
        key: SAMPLE_SETTING,
        value: { setUpOn, historyThrough: lastDay, isWhole: true },
        updatedAt: frame.moment(lastDay),
      },
    ],
  };
}
