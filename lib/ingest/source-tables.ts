import type { Field, ImportKind } from "@/lib/ingest/fields";

/** One kind of file of one product: how its headings read. `leave` marks headings that look like a field and are not it. */
export type SourceTable = {
  source: string;
  label: string;
  kind: ImportKind;
  /** All of these headings must be there. */
  signature: readonly string[];
  fields: Readonly<Record<string, Field | "leave">>;
};

const products: readonly SourceTable[] = [
  {
    source: "opportunity-table",
    label: "A plain opportunity table",
    kind: "deals",
    signature: ["opportunity id", "deal stage", "close value"],
    fields: {},
  },
  {
    source: "hubspot",
    label: "HubSpot, deals",
    kind: "deals",
    signature: ["record id", "deal name", "deal stage"],
    fields: {},
  },
  {
    source: "hubspot",
    label: "HubSpot, activities",
    kind: "activities",
    signature: ["activity type", "activity date", "activity assigned to"],
    fields: {
      "activity date": "day",
      "activity assigned to": "person",
      "call outcome": "outcome",
      "meeting outcome": "outcome",
      "call duration": "seconds",
      "record id": "externalId",
    },
  },
  {
    source: "pipedrive",
    label: "Pipedrive, deals",
    kind: "deals",
    signature: ["deal id", "deal stage", "deal status"],
    fields: {
      "deal title": "name",
      "deal currency": "currency",
      "deal pipeline": "funnel",
      "deal status": "status",
      "deal deal created": "createdOn",
      "deal won time": "wonOn",
      "deal lost time": "lostOn",
      "deal deal closed on": "closedOn",
      "deal expected close date": "expectedCloseOn",
      "deal organization": "account",
    },
  },
  {
    source: "pipedrive",
    label: "Pipedrive, activities",
    kind: "activities",
    signature: ["activity type", "activity done", "activity assigned to user"],
    fields: {
      "activity id": "externalId",
      "activity due date": "leave",
      "activity done": "done",
      "activity marked as done time": "day",
      "activity assigned to user": "person",
      "activity duration": "leave",
      "activity deal": "leave",
    },
  },
  {
    source: "salesforce",
    label: "Salesforce, opportunities",
    kind: "deals",
    signature: ["opportunity id", "opportunity owner", "stage"],
    fields: { "opportunity owner": "owner", "probability (%)": "leave" },
  },
  {
    source: "salesforce",
    label: "Salesforce, opportunity history",
    kind: "stage-entries",
    signature: ["opportunity id", "from stage", "to stage"],
    fields: { "last modified": "day", "last modified date": "day", "last modified by": "owner" },
  },
  {
    source: "salesforce",
    label: "Salesforce, tasks",
    kind: "activities",
    signature: ["subject", "date", "assigned"],
    fields: { assigned: "person", "call duration": "seconds", "activity id": "externalId", subject: "leave" },
  },
  {
    source: "salesforce",
    label: "Salesforce, quotas",
    kind: "people",
    signature: ["quotaownerid", "startdate", "quotaamount"],
    fields: { quotaownerid: "name", startdate: "period", quotaamount: "quota" },
  },
  {
    source: "bullhorn",
    label: "Bullhorn, submission history",
    kind: "stage-entries",
    signature: ["jobsubmission", "status", "dateadded", "modifyinguser"],
    fields: { jobsubmission: "record", status: "stage", dateadded: "day", modifyinguser: "owner" },
  },
  {
    source: "bullhorn",
    label: "Bullhorn, job submissions",
    kind: "deals",
    signature: ["candidate", "joborder", "status", "dateadded"],
    fields: {
      candidate: "name",
      joborder: "parent",
      status: "stage",
      dateadded: "createdOn",
      sendinguser: "owner",
    },
  },
  {
    source: "bullhorn",
    label: "Bullhorn, notes",
    kind: "activities",
    signature: ["action", "commentingperson", "dateadded"],
    fields: { action: "type", commentingperson: "person", dateadded: "day" },
  },
  {
    source: "greenhouse",
    label: "Greenhouse, applications",
    kind: "deals",
    signature: ["application id", "stage", "applied at"],
    fields: {
      "candidate name": "name",
      "applied at": "createdOn",
      "rejected at": "lostOn",
      "hired at": "wonOn",
      "recruiter name": "owner",
      "job name": "parent",
    },
  },
];

/** Our own templates, last: a file of a known product is told as that product's. */
const templates: readonly SourceTable[] = [
  {
    source: "backsolve",
    label: "Deals, our template",
    kind: "deals",
    signature: ["id", "owner", "stage"],
    fields: {},
  },
  {
    source: "backsolve",
    label: "People with quotas, our template",
    kind: "people",
    signature: ["name", "quota"],
    fields: {},
  },
  {
    source: "backsolve",
    label: "Activities, our template",
    kind: "activities",
    signature: ["date", "person", "type", "outcome"],
    fields: {},
  },
  {
    source: "backsolve",
    label: "Counts, our template",
    kind: "counts",
    signature: ["date", "person", "type", "count"],
    fields: {},
  },
  {
    source: "backsolve",
    label: "Stage entries, our template",
    kind: "stage-entries",
    signature: ["deal", "stage", "entered"],
    fields: {},
  },
];

/** Under which name the files of a product are kept: ids are unique within it, whatever kind of file they came in. */
export const sourceNames: Readonly<Record<string, string>> = {
  "opportunity-table": "Opportunity table",
  hubspot: "HubSpot",
  pipedrive: "Pipedrive",
  salesforce: "Salesforce",
  bullhorn: "Bullhorn",
  greenhouse: "Greenhouse",
  backsolve: "Own files",
};

export const sourceTables: readonly SourceTable[] = [...products, ...templates];
