-- 0003 compatible: how long a tenant's ended calls are kept, and how far its history reaches back.

ALTER TABLE tenants
  ADD COLUMN keep_days integer NOT NULL DEFAULT 90 CHECK (keep_days BETWEEN 1 AND 3650),
  -- Events up to this number may be gone: whoever resumes from an earlier one gets everything anew.
  ADD COLUMN forgotten_seq bigint NOT NULL DEFAULT 0;

-- Only what is over: a live call's row changes often, and each index costs every change.
CREATE INDEX calls_of_the_past ON calls (tenant_id, arrived_at, call_id COLLATE "C") WHERE ended_at IS NOT NULL;
CREATE INDEX events_of_desk ON events (tenant_id, at) WHERE subject <> 'call';
CREATE INDEX call_backs_done ON call_backs (tenant_id, changed_at) WHERE state = 'done';
