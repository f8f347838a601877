-- 0007 compatible: presence by polling and by subscription, shared by all servers.

-- The newest that Microsoft said of people. All of it can be asked again, and changes all day: not worth a log. The
-- tables without one are empty after PostgreSQL crashed.
CREATE UNLOGGED TABLE presences (
  tenant_id text NOT NULL,
  person_id text NOT NULL,
  availability text NOT NULL,
  activity text NOT NULL,
  -- Microsoft's own version of it; sorts as bytes. Absent when it came without one.
  sequence text COLLATE "C",
  -- Out of office, message, place of work.
  details jsonb NOT NULL DEFAULT '{}',
  -- When this, and nothing newer, was said. It may have been confirmed since: see the lists and the round.
  said_at bigint NOT NULL,
  -- A subscription tells of every change until then.
  covered_until bigint,
  -- The tenant's number of the change that made the row what it is.
  change bigint NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);
CREATE INDEX presences_changed ON presences (tenant_id, change);

-- Who polls a tenant, and how far it is. One row, one server, for all rings.
CREATE UNLOGGED TABLE presence_polls (
  tenant_id text PRIMARY KEY,
  owner integer,
  owned_until bigint NOT NULL DEFAULT 0,
  -- Requests of the last half minute, as the owner last said: whoever follows begins with them.
  spent integer NOT NULL DEFAULT 0,
  -- Raised inside the statement that changes presences. It begins with the time, so that it never goes back.
  last_change bigint NOT NULL,
  -- Everybody in turn, by id: up to the cursor in this round, behind it in the one before.
  cursor text NOT NULL DEFAULT '',
  began_at bigint NOT NULL DEFAULT 0,
  began_before bigint NOT NULL DEFAULT 0
);

-- People who are read more often than everybody: `list` is a server's number for those on its screens, 0 for favourites
-- and those lately called, -1 for those whom the calls and operators of the tenant wait for.
CREATE UNLOGGED TABLE presence_lists (
  tenant_id text NOT NULL,
  list integer NOT NULL,
  person_ids text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- Everybody of this version was last asked about then.
  read_version integer NOT NULL DEFAULT 0,
  read_at bigint NOT NULL DEFAULT 0,
  -- A list whose server has died is not kept.
  kept_until bigint NOT NULL,
  PRIMARY KEY (tenant_id, list)
);

-- Graph's promises to tell of changes: of people by the rights of an operator, of the directory by the application's.
CREATE TABLE subscriptions (
  tenant_id text NOT NULL REFERENCES tenants,
  -- The operator's id, or `directory`.
  host text NOT NULL,
  -- Graph's id; absent while there is none.
  subscription_id text,
  -- By what its notices are known, sealed.
  client_state bytea,
  person_ids text[] NOT NULL DEFAULT '{}',
  made_at bigint NOT NULL DEFAULT 0,
  expires_at bigint NOT NULL DEFAULT 0,
  -- When something is to be done about it: made, renewed, tried again.
  due_at bigint NOT NULL DEFAULT 0,
  -- Its people are to be asked about now: notices were lost.
  is_doubted boolean NOT NULL DEFAULT false,
  problem text,
  PRIMARY KEY (tenant_id, host)
);
CREATE INDEX subscriptions_by_id ON subscriptions (subscription_id);
CREATE INDEX subscriptions_due ON subscriptions (due_at);

-- What Graph encrypts presence with, and every server opens it with; sealed.
CREATE TABLE encryption_keys (
  key_id text PRIMARY KEY,
  sealed bytea NOT NULL,
  made_at bigint NOT NULL
);

-- Work of a tenant that one server does for a while. Whoever dies gives it back by not asking again.
CREATE TABLE leases (
  tenant_id text NOT NULL REFERENCES tenants,
  work text NOT NULL,
  owner integer NOT NULL,
  owned_until bigint NOT NULL,
  PRIMARY KEY (tenant_id, work)
);
