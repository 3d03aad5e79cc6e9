import "server-only";
import { uuidv7 } from "uuidv7";
import { insertPeople, listPersonNames } from "@/lib/data/person-names";
import { assignToTeam, setPosition } from "@/lib/data/person-places";
import type { Scope } from "@/lib/data/scope";
import { listTeams } from "@/lib/data/teams";
import { formatList } from "@/lib/format/list";
import type { AddPersonForm } from "@/lib/forms/add-person";

export type AddPersonAnswer =
  | { ok: true; personId: string }
  | { ok: false; sentence: string; fields: Record<string, string> };

/** Adds somebody, with their team and position, inside the caller's transaction. A team of a new name is made. */
export async function addPerson(
  scope: Scope,
  form: AddPersonForm,
  clock: { today: string; now: Date; locale: string },
): Promise<AddPersonAnswer> {
  const problem = (await nameProblem(scope, form)) ?? (await teamProblem(scope, form, clock.locale));
  if (problem !== null)
    return { ok: false, sentence: "Please look at the marked fields. Nothing was changed.", fields: problem };
  const { name, email, startOn } = form;
  const personId = uuidv7();
  await insertPeople(scope, [{ id: personId, name, email, externalId: null, startOn }], clock.now);
  // Somebody who begins later stands in their team from today on, so that whoever leads it sees them coming.
  const from = startOn !== null && startOn < clock.today ? startOn : clock.today;
  const place = { personId, from, recordedAt: clock.now };
  if (form.team !== "")
    await assignToTeam(scope, { ...place, teamName: await spelledTeam(scope, form.team) });
  if (form.position !== "") await setPosition(scope, { ...place, position: form.position });
  return { ok: true, personId };
}

async function nameProblem(scope: Scope, { name, email }: AddPersonForm) {
  const known = await listPersonNames(scope);
  if (email !== null && known.some((person) => person.email?.toLowerCase() === email))
    return { email: "Somebody here has this e-mail address already." };
  if (email === null && known.some((person) => person.name.toLowerCase() === name.toLowerCase()))
    return {
      name: `There is a ${name} already. If this is somebody else, add an e-mail to tell them apart.`,
    };
  return null;
}

/** Whoever manages teams adds to them only: anybody else would be out of their own sight at once. */
async function teamProblem(scope: Scope, { team }: AddPersonForm, locale: string) {
  if (scope.reach.kind === "all") return null;
  const own = (await listTeams(scope)).map(({ name }) => name);
  if (own.some((name) => name.toLowerCase() === team.toLowerCase())) return null;
  return {
    team:
      own.length === 0
        ? "You manage no team at present, so an admin adds people."
        : `Please choose one of your teams: ${formatList(own, locale)}.`,
  };
}

/** "north" is the North that is there already. */
async function spelledTeam(scope: Scope, typed: string): Promise<string> {
  const teams = await listTeams(scope);
  return teams.find(({ name }) => name.toLowerCase() === typed.toLowerCase())?.name ?? typed;
}
