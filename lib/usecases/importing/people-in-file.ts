import "server-only";
import type { PersonNames } from "@/lib/data/person-names";
import type { Field, ImportKind } from "@/lib/ingest/fields";
import { type ColumnAnswer, columnOfField } from "@/lib/ingest/mapping";
import { nameKey, tidyName } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import type { PersonAnswer } from "@/lib/usecases/importing/answers";

export type PersonInFile = { name: string; email: string; count: number };

const PERSON_FIELDS: Record<ImportKind, readonly [name: Field, email: Field]> = {
  deals: ["owner", "ownerEmail"],
  people: ["name", "email"],
  activities: ["person", "personEmail"],
  counts: ["person", "personEmail"],
  "stage-entries": ["owner", "ownerEmail"],
};

/** Everybody a file names, with how many rows, most first. */
export function peopleInFile(
  table: FileTable,
  kind: ImportKind,
  columns: readonly ColumnAnswer[],
): PersonInFile[] {
  const byField = columnOfField(columns);
  const [nameField, emailField] = PERSON_FIELDS[kind];
  const [nameColumn, emailColumn] = [byField.get(nameField), byField.get(emailField)];
  const people = new Map<string, PersonInFile>();
  for (const { cells } of table.rows) {
    const name = nameColumn === undefined ? "" : tidyName(cells[nameColumn] ?? "");
    const email = emailColumn === undefined ? "" : tidyName(cells[emailColumn] ?? "").toLowerCase();
    if (name === "" && email === "") continue;
    const key = answerKey(name, email);
    const person = people.get(key);
    if (person) person.count++;
    else people.set(key, { name, email, count: 1 });
  }
  return [...people.values()].sort((a, b) => b.count - a.count);
}

/** The same person of a file, however the name is spelled: by e-mail, else by name. */
export function answerKey(name: string, email: string): string {
  return email === "" ? nameKey(name) : email;
}

/** Key of a person that is still to be made, where an id stands for one that is there. */
export function newPersonKey(name: string, email: string): string {
  return `new:${answerKey(name, email)}`;
}

/**
 * Who a name or e-mail means: somebody known by e-mail, id of another system or an unambiguous name; else whatever
 * was answered. Two people of one name are never guessed between.
 */
export function personResolver(
  known: readonly PersonNames[],
  answers: readonly PersonAnswer[],
): (name: string, email: string) => string | null {
  const byEmail = new Map<string, string>();
  const byExternalId = new Map<string, string>();
  const byName = new Map<string, string | null>();
  for (const person of known) {
    if (person.email !== null) byEmail.set(person.email.toLowerCase(), person.id);
    if (person.externalId !== null) byExternalId.set(person.externalId, person.id);
    const key = nameKey(person.name);
    const other = byName.get(key);
    byName.set(key, other === undefined || other === person.id ? person.id : null);
  }
  const answered = new Map(answers.map((answer) => [answerKey(answer.name, answer.email), answer.becomes]));
  return (name, email) => {
    const there = byEmail.get(email) ?? byEmail.get(name.toLowerCase()) ?? byExternalId.get(name);
    if (there !== undefined) return there;
    const answer = answered.get(answerKey(name, email));
    if (answer === "leave") return null;
    if (answer === "new") return newPersonKey(name, email);
    if (answer) return answer.person;
    return (name === "" ? null : byName.get(nameKey(name))) ?? null;
  };
}
