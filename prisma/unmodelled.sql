-- What Prisma cannot model: part of the first migration, and left alone by `migrate check`.
-- The words a text column may hold are those its comment in schema.prisma lists; the catalogue lint compares the two.

ALTER TABLE membership ADD CONSTRAINT membership_role_check CHECK (role IN ('admin', 'manager', 'coach', 'rep'));
ALTER TABLE team_role ADD CONSTRAINT team_role_role_check CHECK (role IN ('coach', 'manager'));
ALTER TABLE period ADD CONSTRAINT period_kind_check CHECK (kind IN ('month', 'quarter', 'year'));
ALTER TABLE funnel ADD CONSTRAINT funnel_win_counts_check CHECK (win_counts IN ('signed', 'started', 'invoiced'));
ALTER TABLE stage ADD CONSTRAINT stage_category_check CHECK (category IN ('working', 'won', 'lost'));
ALTER TABLE stage ADD CONSTRAINT stage_measured_by_check CHECK (measured_by IN ('record', 'count'));
ALTER TABLE activity_type ADD CONSTRAINT activity_type_channel_check CHECK (channel IN ('call', 'email', 'social', 'message', 'meeting', 'counter', 'other'));
ALTER TABLE activity_type ADD CONSTRAINT activity_type_source_of_truth_check CHECK (source_of_truth IN ('tapped', 'fed'));
ALTER TABLE parent ADD CONSTRAINT parent_kind_check CHECK (kind IN ('account', 'job-order'));
ALTER TABLE deal ADD CONSTRAINT deal_source_check CHECK (source IN ('inbound', 'outbound', 'referral', 'partner', 'expansion', 'unknown'));
ALTER TABLE deal ADD CONSTRAINT deal_status_check CHECK (status IN ('open', 'won', 'lost'));
ALTER TABLE deal_change ADD CONSTRAINT deal_change_field_check CHECK (field IN ('stage', 'value', 'owner', 'expected-close', 'source', 'name', 'status', 'created', 'closed'));
ALTER TABLE result ADD CONSTRAINT result_measure_check CHECK (measure IN ('money', 'margin', 'recurring', 'units') OR measure LIKE 'stage:%');
ALTER TABLE result ADD CONSTRAINT result_kind_check CHECK (kind IN ('booked', 'accrued', 'instalment', 'renewal', 'credit-note', 'fall-off', 'overlay'));
ALTER TABLE credit ADD CONSTRAINT credit_part_check CHECK (part IN ('sourced', 'worked', 'closed', 'assisted'));
ALTER TABLE quota ADD CONSTRAINT quota_shortfall_check CHECK (shortfall IN ('lapses', 'carries'));
ALTER TABLE import ADD CONSTRAINT import_kind_check CHECK (kind IN ('deals', 'stage-entries', 'activities', 'people', 'counts'));
ALTER TABLE import ADD CONSTRAINT import_status_check CHECK (status IN ('staged', 'mapped', 'committing', 'committed', 'failed', 'undone'));
ALTER TABLE import_row ADD CONSTRAINT import_row_verdict_check CHECK (verdict IN ('create', 'change', 'unchanged', 'reject'));
ALTER TABLE access_link ADD CONSTRAINT access_link_kind_check CHECK (kind IN ('invite', 'reset'));

-- Money is read into numbers, which are exact up to 2^53 - 1 only.
ALTER TABLE deal ADD CONSTRAINT deal_value_minor_check CHECK (value_minor BETWEEN -9007199254740991 AND 9007199254740991);
ALTER TABLE result ADD CONSTRAINT result_amount_minor_check CHECK (amount_minor BETWEEN -9007199254740991 AND 9007199254740991);
ALTER TABLE quota ADD CONSTRAINT quota_amount_minor_check CHECK (amount_minor BETWEEN -9007199254740991 AND 9007199254740991);
ALTER TABLE quota_change ADD CONSTRAINT quota_change_old_amount_minor_check CHECK (old_amount_minor BETWEEN -9007199254740991 AND 9007199254740991);
ALTER TABLE quota_change ADD CONSTRAINT quota_change_new_amount_minor_check CHECK (new_amount_minor BETWEEN -9007199254740991 AND 9007199254740991);
ALTER TABLE goal ADD CONSTRAINT goal_amount_minor_check CHECK (amount_minor BETWEEN -9007199254740991 AND 9007199254740991);
ALTER TABLE goal_member ADD CONSTRAINT goal_member_commitment_minor_check CHECK (commitment_minor BETWEEN -9007199254740991 AND 9007199254740991);

-- A stretch of days does not end before it begins.
ALTER TABLE team_role ADD CONSTRAINT team_role_days_check CHECK (to_day >= from_day);
ALTER TABLE person_position ADD CONSTRAINT person_position_days_check CHECK (to_day >= from_day);
ALTER TABLE assignment ADD CONSTRAINT assignment_days_check CHECK (to_day >= from_day);
ALTER TABLE time_off ADD CONSTRAINT time_off_days_check CHECK (to_day >= from_day);
ALTER TABLE period ADD CONSTRAINT period_days_check CHECK (last_day >= first_day);

-- A share is a part of one.
ALTER TABLE time_off ADD CONSTRAINT time_off_share_check CHECK (share > 0 AND share <= 1);
ALTER TABLE result ADD CONSTRAINT result_share_check CHECK (share >= 0 AND share <= 1);
ALTER TABLE credit ADD CONSTRAINT credit_share_check CHECK (share >= 0 AND share <= 1);

-- A person owes several quotas in a period and plans for one of them.
CREATE UNIQUE INDEX quota_primary_key ON quota (organization_id, person_id, funnel_id, period_id) WHERE is_primary;

-- A person's days are counted from the index alone, without a look at the rows.
CREATE INDEX activity_covering_idx ON activity (organization_id, person_id, day)
  INCLUDE (activity_type_id, outcome, quantity, removed_at);
