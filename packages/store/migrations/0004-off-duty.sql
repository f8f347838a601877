-- 0004 compatible: operators who are offline by their own choice; which session a console belongs to.

-- True: they said so. A console that connects again does not put them back to work; a new sign-in does.
ALTER TABLE operators ADD COLUMN is_off_by_choice boolean NOT NULL DEFAULT false;
ALTER TABLE consoles ADD COLUMN token_hash text;
