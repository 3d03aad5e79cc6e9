import type { ImportKind } from "@/lib/ingest/fields";

/** Our own headings with one row that shows how cells are written. */
export const templates: Record<ImportKind, { headings: string[]; example: string[] }> = {
  deals: {
    headings: [
      "id",
      "name",
      "owner",
      "owner email",
      "stage",
      "status",
      "value",
      "currency",
      "created",
      "close date",
      "product",
      "account",
      "source",
      "entered Proposal",
    ],
    example: [
      "D-1001",
      "Hallam Foods",
      "Maya Chen",
      "maya@example.com",
      "Proposal",
      "open",
      "52000.00",
      "USD",
      "2026-09-28",
      "2026-12-18",
      "Annual plan",
      "Hallam Foods",
      "outbound",
      "2026-11-15",
    ],
  },
  people: {
    headings: ["name", "email", "team", "position", "started", "funnel", "measure", "period", "quota"],
    example: [
      "Maya Chen",
      "maya@example.com",
      "Mid-market",
      "Account executive",
      "2024-03-01",
      "",
      "money",
      "2026-Q4",
      "300000",
    ],
  },
  activities: {
    headings: ["external id", "date", "person", "email", "type", "count", "outcome", "seconds", "deal"],
    example: [
      "C-77",
      "2026-11-23",
      "Maya Chen",
      "maya@example.com",
      "call",
      "1",
      "connected",
      "95",
      "D-1001",
    ],
  },
  counts: {
    headings: ["date", "person", "email", "type", "count"],
    example: ["2026-11-23", "Maya Chen", "maya@example.com", "conversation", "6"],
  },
  "stage-entries": {
    headings: ["deal", "stage", "entered", "left", "owner"],
    example: ["D-1001", "Proposal", "2026-11-15", "", "Maya Chen"],
  },
};

/** A template as a file: headings and the example row. */
export function templateCsv(kind: ImportKind): string {
  const { headings, example } = templates[kind];
  return `${headings.join(",")}\r\n${example.join(",")}\r\n`;
}
