// Long because the row type of every table the stories write, side by side as in schema.prisma.
/**
 * What the stories produce: plain rows, one type per table. Days are "YYYY-MM-DD", instants ISO strings, money
 * integer minor units. A field that is left out has the default of its column; `null` is an empty column.
 */

/** How far a sample company has been written. */
export interface SampleState {
  /** the day it was first seeded: its stories are told from there */
  setUpOn: string;
  /** last day of the history that is there, or is being written */
  historyThrough: string;
  /** false while rows are being written: what was interrupted goes on from here */
  isWhole: boolean;
}

interface Owned {
  organizationId: string;
  id: string;
}

export interface UserRow {
  id: string;
  email: string;
  name: string;
  /** false: the invitation has not been used, so there is no password yet */
  hasPassword: boolean;
  createdAt: string;
}

export interface OrganizationRow {
  organizationId: string;
  name: string;
  slug: string;
  currency: string;
  zone: string;
  locale: string;
  country: string;
  region: string | null;
  isSample: true;
  createdAt: string;
}

export interface MembershipRow extends Owned {
  userId: string;
  personId: string | null;
  role: "admin" | "manager" | "coach" | "rep";
  createdAt: string;
}

export interface TeamRow extends Owned {
  name: string;
}

export interface TeamRoleRow extends Owned {
  membershipId: string;
  teamId: string;
  role: "coach" | "manager";
  fromDay: string;
}

export interface PersonRow extends Owned {
  name: string;
  email: string;
  startOn: string;
  workShare: number;
  rampMonths: number;
  recordedAt: string;
}

export interface PersonPositionRow extends Owned {
  personId: string;
  position: string;
  segment: string;
  fromDay: string;
  recordedAt: string;
}

export interface AssignmentRow extends Owned {
  personId: string;
  teamId: string;
  fromDay: string;
  recordedAt: string;
}

export interface HolidayRow extends Owned {
  country: string;
  region: string;
  day: string;
  name: string;
}

export interface TimeOffRow extends Owned {
  personId: string;
  fromDay: string;
  toDay: string;
  share: number;
  note: string;
}

export interface PeriodRow extends Owned {
  kind: "quarter" | "year";
  label: string;
  firstDay: string;
  lastDay: string;
  parentId: string | null;
  closedAt: string | null;
}

export interface FunnelRow extends Owned {
  name: string;
  slug: string;
  noun: string;
  outreachName: string;
  winCounts: "signed" | "started" | "invoiced";
}

export interface StageRow extends Owned {
  funnelId: string;
  position: number;
  name: string;
  slug: string;
  category: "working" | "won";
  measuredBy: "record" | "count";
  exitCriterion: string;
  coachingQuestions: string[];
  minutes: number;
  industryStep: string | null;
}

export interface ActivityTypeRow extends Owned {
  funnelId: string;
  name: string;
  slug: string;
  channel: "call" | "email" | "social" | "message" | "counter";
  minutes: number;
  outreach: boolean;
  countsAsStageId: string | null;
  position: number;
  dailyCap: number | null;
}

export interface ActivityOutcomeRow extends Owned {
  activityTypeId: string;
  outcome: string;
  stageId: string;
}

export interface ProductRow extends Owned {
  name: string;
}

export interface ParentRow extends Owned {
  kind: "account" | "job-order";
  name: string;
  openings: number | null;
}

export interface DealRow extends Owned {
  personId: string;
  funnelId: string;
  productId: string | null;
  parentId: string | null;
  name: string;
  source: "inbound" | "outbound" | "referral";
  status: "open" | "won" | "lost";
  valueMinor: number | null;
  currency: string;
  createdOn: string;
  expectedCloseOn: string;
  wonOn: string | null;
  lostOn: string | null;
  stageId: string;
  recordedAt: string;
}

export interface DealChangeRow extends Owned {
  dealId: string;
  field: "value" | "owner" | "status";
  oldValue: string | null;
  newValue: string | null;
  occurredOn: string;
  recordedAt: string;
  reason: string | null;
}

export interface StageEntryRow extends Owned {
  dealId: string;
  stageId: string;
  personId: string;
  enteredOn: string;
  leftOn: string | null;
  recordedAt: string;
}

export interface StagePassRow {
  organizationId: string;
  dealId: string;
  stageId: string;
  funnelId: string;
  personId: string;
  reachedOn: string | null;
  passedOn: string | null;
  lostOn: string | null;
  passed: boolean;
  inferred: boolean;
}

export interface ActivityRow extends Owned {
  personId: string;
  activityTypeId: string;
  day: string;
  at: string;
  quantity: number;
  outcome: string;
  recordedAt: string;
}

export interface ActivityDayRow {
  organizationId: string;
  personId: string;
  day: string;
  activityTypeId: string;
  outcome: string;
  quantity: number;
}

export interface ResultRow extends Owned {
  dealId: string;
  personId: string;
  funnelId: string;
  day: string;
  measure: string;
  /** of the whole record; the person's part is amountMinor × share */
  amountMinor: number;
  share: number;
  kind: "booked" | "fall-off";
  note: string | null;
  recordedAt: string;
}

export interface CreditRow extends Owned {
  personId: string;
  resultId: string | null;
  stageEntryId: string | null;
  part: "sourced" | "worked" | "closed" | "assisted";
  share: number;
}

export interface QuotaRow extends Owned {
  personId: string;
  funnelId: string;
  periodId: string;
  measure: string;
  amountMinor: number;
  rampShare: number;
  occurredOn: string;
  recordedAt: string;
}

export interface GoalRow extends Owned {
  periodId: string;
  parentId: string | null;
  teamId: string | null;
  ownerMembershipId: string;
  name: string;
  measure: "money";
  amountMinor: number;
}

export interface SettingRow {
  organizationId: string;
  key: string;
  value: SampleState;
  updatedAt: string;
}

/** One company, its tables in the order in which they can be written. */
export interface CompanyRows {
  organization: OrganizationRow[];
  setting: SettingRow[];
  team: TeamRow[];
  person: PersonRow[];
  membership: MembershipRow[];
  teamRole: TeamRoleRow[];
  personPosition: PersonPositionRow[];
  assignment: AssignmentRow[];
  holiday: HolidayRow[];
  timeOff: TimeOffRow[];
  period: PeriodRow[];
  funnel: FunnelRow[];
  stage: StageRow[];
  activityType: ActivityTypeRow[];
  activityOutcome: ActivityOutcomeRow[];
  product: ProductRow[];
  parent: ParentRow[];
  quota: QuotaRow[];
  goal: GoalRow[];
  deal: DealRow[];
  dealChange: DealChangeRow[];
  stageEntry: StageEntryRow[];
  stagePass: StagePassRow[];
  activity: ActivityRow[];
  activityDay: ActivityDayRow[];
  result: ResultRow[];
  credit: CreditRow[];
}

/** The people who sign in, and the companies they see. */
export interface SampleRows {
  users: UserRow[];
  companies: CompanyRows[];
}
