-- 0006 compatible: people of several sources, what operators know of them, favourites, personal contacts, tokens of people.

-- A number for each change of people, raised inside the transaction that makes it: whoever keeps a copy (the search
-- index) reads what is above its own, and never misses one.
ALTER TABLE directories
  ADD COLUMN last_change bigint NOT NULL DEFAULT 0,
  -- Changes up to this one may be forgotten: an older copy is made anew.
  ADD COLUMN forgotten_change bigint NOT NULL DEFAULT 0,
  -- Which fields are mapped, who is left out; as an administrator set it.
  ADD COLUMN settings jsonb NOT NULL DEFAULT '{}';

ALTER TABLE people
  ADD COLUMN source text NOT NULL DEFAULT 'directory' CHECK (source IN ('directory', 'organisation', 'shared')),
  ADD COLUMN change bigint NOT NULL DEFAULT 0,
  -- The round of a whole reading that saw them last: whom a later whole round does not see is gone.
  ADD COLUMN round integer NOT NULL DEFAULT 0,
  -- Since when they are no longer there. They are shown last for a time, then the row is deleted.
  ADD COLUMN gone_at bigint,
  -- Since when nothing is left of them but the id and the number of this change: by it every copy drops them. Whoever is
  -- erased has a gone_at too. The row goes later.
  ADD COLUMN erased_at bigint;
CREATE INDEX people_changed ON people (tenant_id, change);
CREATE INDEX people_of_round ON people (tenant_id, source, round);
CREATE INDEX people_gone ON people (gone_at) WHERE gone_at IS NOT NULL;

-- How far each list of Graph's is read.
CREATE TABLE directory_streams (
  tenant_id text NOT NULL REFERENCES tenants,
  stream text NOT NULL CHECK (stream IN ('users', 'organisation', 'numbers')),
  -- Where the next page or the next changes are read from; absent before the first page of a whole round.
  link text,
  round integer NOT NULL DEFAULT 0,
  -- False: the first whole round is not over.
  is_filled boolean NOT NULL DEFAULT false,
  -- True: the round under way reads everything, and whoever does not come up in it is gone.
  is_whole boolean NOT NULL DEFAULT true,
  -- Of the whole round under way.
  read integer NOT NULL DEFAULT 0,
  about integer,
  began_at bigint,
  -- When a round was last read to its end.
  read_at bigint,
  problem text,
  problem_at bigint,
  -- Somebody wants it read now.
  wanted_at bigint,
  -- Not before then: after problems, and as often as the list is read.
  due_at bigint NOT NULL DEFAULT 0,
  -- The server that reads it, and until when it has the right to.
  owner integer,
  owned_until bigint,
  PRIMARY KEY (tenant_id, stream)
);
INSERT INTO directory_streams (tenant_id, stream, link, is_filled, is_whole)
SELECT tenant_id, 'users', link, is_filled, link IS NULL OR NOT is_filled FROM directories;
ALTER TABLE directories ALTER COLUMN is_filled SET DEFAULT false;

-- What operators know of people. A row outlives the person for as long as the person's own row does.
CREATE TABLE person_traits (
  tenant_id text NOT NULL REFERENCES tenants,
  person_id text NOT NULL,
  tasks jsonb NOT NULL DEFAULT '[]',
  alternate_names jsonb NOT NULL DEFAULT '[]',
  nicknames jsonb NOT NULL DEFAULT '[]',
  note text,
  noted_by text,
  noted_at bigint,
  PRIMARY KEY (tenant_id, person_id)
);

CREATE TABLE favourites (
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  person_id text NOT NULL,
  group_name text NOT NULL DEFAULT '',
  position integer NOT NULL,
  PRIMARY KEY (tenant_id, operator_id, person_id),
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
CREATE INDEX favourites_of_person ON favourites (tenant_id, person_id);

-- Contacts of one operator's mailbox. A table of its own: no question about the tenant's people can meet them.
CREATE TABLE personal_contacts (
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  person_id text NOT NULL,
  -- As Outlook has it; capitals tell apart.
  contact_id text NOT NULL,
  folder_id text NOT NULL,
  name text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (tenant_id, operator_id, person_id),
  UNIQUE (tenant_id, operator_id, contact_id),
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
CREATE TABLE contact_folders (
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  folder_id text NOT NULL,
  link text,
  PRIMARY KEY (tenant_id, operator_id, folder_id),
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
-- How it stands with an operator's own contacts.
CREATE TABLE mailboxes_read (
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('reading', 'ready', 'noRight', 'signIn', 'failing')),
  read_at bigint,
  due_at bigint NOT NULL DEFAULT 0,
  owner integer,
  owned_until bigint,
  PRIMARY KEY (tenant_id, operator_id),
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);

-- What MSAL knows about a person, sealed: it holds a refresh token.
CREATE TABLE token_caches (
  tenant_id text NOT NULL,
  person_id text NOT NULL,
  sealed bytea NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);
