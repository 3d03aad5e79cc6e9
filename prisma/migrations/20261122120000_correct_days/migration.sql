-- A correction may also say when a record was created and when it was won or lost.
ALTER TABLE deal_change DROP CONSTRAINT deal_change_field_check;
ALTER TABLE deal_change ADD CONSTRAINT deal_change_field_check CHECK (field IN ('stage', 'value', 'owner', 'expected-close', 'source', 'name', 'status', 'created', 'closed'));
