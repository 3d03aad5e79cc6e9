import { type CompanyFrame, employmentIn } from "@/prisma/seed/company-frame";
import { sampleId } from "@/prisma/seed/identity";
import type { CompanyRows, UserRow } from "@/prisma/seed/rows";
import type { CompanyStory } from "@/prisma/seed/story";

type PeopleRows = Pick<
  CompanyRows,
  | "organization"
  | "team"
  | "person"
  | "membership"
  | "teamRole"
  | "personPosition"
  | "assignment"
  | "holiday"
  | "timeOff"
>;

/** The company, who is in it, who may see whom, and when nobody works. */
export function peopleRows(frame: CompanyFrame): PeopleRows {
  const { story, organizationId, fixed, moment, firstDay } = frame;
  const rows: PeopleRows = {
    organization: [
      {
        organizationId,
        name: story.name,
        slug: story.key,
        currency: story.currency,
        zone: story.zone,
        locale: story.locale,
        country: story.country,
        region: story.region,
        isSample: true,
        createdAt: moment(firstDay),
      },
    ],
    team: story.teams.map((name) => ({ organizationId, id: fixed("team", name), name })),
    person: [],
    membership: [],
    teamRole: [],
    personPosition: [],
    assignment: [],
    holiday: frame.holidays.map(({ day, name }) => ({
      organizationId,
      id: fixed("holiday", day),
      country: story.country,
      region: story.region ?? "",
      day,
      name,
    })),
    timeOff: [],
  };

  for (const person of story.people) {
    const employment = employmentIn(frame, person.key);
    const { startOn } = employment;
    const personId = fixed("person", person.key);
    const recordedAt = moment(startOn);
    rows.person.push({
      organizationId,
      id: personId,
      name: person.name,
      email: person.email,
      startOn,
      workShare: person.workShare ?? 1,
      rampMonths: person.rampMonths ?? 0,
      recordedAt,
    });
    rows.personPosition.push({
      organizationId,
      id: fixed("person_position", person.key),
      personId,
      position: person.position,
      segment: person.segment,
      fromDay: startOn,
      recordedAt,
    });
    rows.assignment.push({
      organizationId,
      id: fixed("assignment", person.key),
      personId,
      teamId: fixed("team", person.team),
      fromDay: startOn,
      recordedAt,
    });
    for (const absence of employment.absences) {
      const id = fixed("time_off", person.key, absence.fromDay);
      rows.timeOff.push({ organizationId, id, personId, share: 1, ...absence });
    }
  }

  for (const user of story.users) {
    const membershipId = fixed("membership", user.key);
    rows.membership.push({
      organizationId,
      id: membershipId,
      userId: userId(user.email),
      personId: user.person ? fixed("person", user.person) : null,
      role: user.role,
      createdAt: moment(user.cameLater ? frame.setUpOn : firstDay),
    });
    if (user.team) {
      rows.teamRole.push({
        organizationId,
        id: fixed("team_role", user.key),
        membershipId,
        teamId: fixed("team", user.team.name),
        role: user.team.role,
        fromDay: firstDay,
      });
    }
  }
  return rows;
}

/** Logins are global: one for each address, whatever the number of companies it belongs to. */
export function userRows(stories: CompanyStory[], createdAt: string): UserRow[] {
  const byEmail = new Map<string, UserRow>();
  for (const { email, name, signsIn } of stories.flatMap((story) => story.users)) {
    byEmail.set(email, { id: userId(email), email, name, hasPassword: signsIn, createdAt });
  }
  return [...byEmail.values()];
}

function userId(email: string): string {
  return sampleId("2024-01-02T12:00:00.000Z", "app_user", email);
}
