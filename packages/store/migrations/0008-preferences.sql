-- 0008 compatible: what operators prefer, by section.

CREATE TABLE operator_preferences (
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  section text NOT NULL,
  data jsonb NOT NULL,
  changed_at bigint NOT NULL,
  -- Grows with each change, also across a removal of the operator: the time of the change, or one more than before.
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, operator_id, section),
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
