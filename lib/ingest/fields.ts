/** The five kinds of files (data.md). */
export const importKinds = ["deals", "people", "activities", "counts", "stage-entries"] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column may become, per kind. Columns "entered:<stage>" (the day a record entered that stage) come on top for deals. */
export const fieldsOfKind = {
  deals: [
    "externalId",
    "name",
    "owner",
    "ownerEmail",
    "stage",
    "status",
    "won",
    "funnel",
    "value",
    "currency",
    "createdOn",
    "closeOn",
    "closedOn",
    "wonOn",
    "lostOn",
    "expectedCloseOn",
    "product",
    "account",
    "source",
    "parent",
  ],
  people: [
    "name",
    "email",
    "externalId",
    "team",
    "position",
    "startedOn",
    "funnel",
    "measure",
    "period",
    "periodFrom",
    "periodTo",
    "quota",
    "currency",
  ],
  activities: [
    "externalId",
    "person",
    "personEmail",
    "type",
    "day",
    "count",
    "outcome",
    "seconds",
    "record",
    "done",
  ],
  counts: ["person", "personEmail", "type", "day", "count"],
  "stage-entries": ["record", "stage", "fromStage", "day", "leftOn", "owner", "ownerEmail"],
} as const satisfies Record<ImportKind, readonly string[]>;

export type FieldOf<Kind extends ImportKind> = (typeof fieldsOfKind)[Kind][number];
export type EnteredField = `entered:${string}`;
export type Field = FieldOf<ImportKind> | EnteredField;

/** Of each group at least one column must be there, or the file cannot be read as this kind. */
export const requiredFields: Record<ImportKind, ReadonlyArray<readonly Field[]>> = {
  deals: [["externalId"], ["owner", "ownerEmail"], ["stage", "status", "won"]],
  people: [["name", "email"]],
  activities: [["person", "personEmail"], ["type"], ["day"]],
  counts: [["person", "personEmail"], ["type"], ["day"], ["count"]],
  "stage-entries": [["record"], ["stage"], ["day"]],
};

/** The word a screen shows for a field; an entered column is named by its stage. */
export function fieldLabel(kind: ImportKind, field: Field): string {
  if (isEnteredField(field)) return `Entered: ${stageOfEnteredField(field)}`;
  const label = LABELS[field] ?? field;
  return typeof label === "string" ? label : (label[kind] ?? field);
}

export function isEnteredField(field: string): field is EnteredField {
  return field.startsWith("entered:");
}

export function stageOfEnteredField(field: EnteredField): string {
  return field.slice("entered:".length);
}

export function isFieldOf(kind: ImportKind, field: string): field is Field {
  return (
    (fieldsOfKind[kind] as readonly string[]).includes(field) || (kind === "deals" && isEnteredField(field))
  );
}

const LABELS: Record<FieldOf<ImportKind>, string | Partial<Record<ImportKind, string>>> = {
  externalId: {
    deals: "Deal: external id",
    people: "Person: external id",
    activities: "Activity: external id",
  },
  name: { deals: "Deal: name", people: "Person: name" },
  owner: "Person",
  ownerEmail: "Person: e-mail",
  stage: "Deal: stage",
  status: "Deal: status (open, won, lost)",
  won: "Deal: won (true, false)",
  funnel: "Funnel",
  value: "Deal: value",
  currency: "Currency",
  createdOn: "Deal: created",
  closeOn: "Deal: closed if closed, else expected close",
  closedOn: "Deal: closed",
  wonOn: "Deal: won on",
  lostOn: "Deal: lost on",
  expectedCloseOn: "Deal: expected close",
  product: "Deal: product",
  account: "Deal: account",
  source: "Deal: source",
  parent: "Deal: parent",
  email: "Person: e-mail",
  team: "Team",
  position: "Position",
  startedOn: "Person: started",
  measure: "Measure",
  period: "Period",
  periodFrom: "Period: first day",
  periodTo: "Period: last day",
  quota: "Quota",
  person: "Person",
  personEmail: "Person: e-mail",
  type: "Activity type",
  day: { activities: "Day", counts: "Day", "stage-entries": "Entered on" },
  count: "How many",
  outcome: "Outcome",
  seconds: "Seconds",
  record: "Deal: external id",
  done: "Done (true, false)",
  fromStage: "Stage before",
  leftOn: "Left on",
};
