-- 0012 compatible: whoever changed is read in order without sorting; a directory's progress is in its streams alone.
-- Servers since 0006 read neither of the columns.

-- Many may share a number of change, a file of contacts for one: pages of them are told apart by id.
CREATE INDEX people_in_order ON people (tenant_id, change, person_id);
DROP INDEX people_changed;

ALTER TABLE directories DROP COLUMN link, DROP COLUMN is_filled;
