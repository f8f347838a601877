-- 0001 compatible: the first tables. Instants are milliseconds since 1970.
CREATE TABLE tenants (
  tenant_id text PRIMARY KEY,
  name text NOT NULL,
  -- The number of the tenant's newest event. Raised inside the transaction that writes the events, so numbers appear
  -- in the order of the commits and a reader that has passed a number never misses a smaller one.
  last_seq bigint NOT NULL DEFAULT 0,
  created_at bigint NOT NULL
);

CREATE TABLE queues (
  tenant_id text NOT NULL REFERENCES tenants,
  queue_id text NOT NULL,
  name text NOT NULL,
  instance_id text NOT NULL,
  number text,
  settings jsonb NOT NULL,
  PRIMARY KEY (tenant_id, queue_id),
  UNIQUE (tenant_id, instance_id)
);

CREATE TABLE operators (
  tenant_id text NOT NULL REFERENCES tenants,
  operator_id text NOT NULL,
  name text NOT NULL,
  user_principal_name text NOT NULL,
  PRIMARY KEY (tenant_id, operator_id)
);

CREATE TABLE queue_operators (
  tenant_id text NOT NULL,
  queue_id text NOT NULL,
  operator_id text NOT NULL,
  PRIMARY KEY (tenant_id, operator_id, queue_id),
  FOREIGN KEY (tenant_id, queue_id) REFERENCES queues,
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators
);

CREATE TABLE calls (
  tenant_id text NOT NULL,
  call_id text NOT NULL,
  queue_id text NOT NULL,
  state text NOT NULL,
  operator_id text,
  data jsonb NOT NULL,
  next_due bigint,
  arrived_at bigint NOT NULL,
  ended_at bigint,
  PRIMARY KEY (tenant_id, call_id)
);
CREATE INDEX calls_due ON calls (next_due) WHERE ended_at IS NULL;
CREATE INDEX calls_live ON calls (tenant_id, queue_id) WHERE ended_at IS NULL;
CREATE INDEX calls_of_operator ON calls (tenant_id, operator_id) WHERE ended_at IS NULL;

-- Every id that Graph has given a call, the newest and the former ones.
CREATE TABLE legs (
  tenant_id text NOT NULL,
  leg_id text NOT NULL,
  call_id text NOT NULL,
  PRIMARY KEY (tenant_id, leg_id)
);

CREATE TABLE events (
  tenant_id text NOT NULL,
  seq bigint NOT NULL,
  call_id text NOT NULL,
  at bigint NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX events_of_call ON events (tenant_id, call_id, seq);

CREATE TABLE effects (
  effect_id text PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY,
  tenant_id text NOT NULL,
  call_id text NOT NULL,
  data jsonb NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'done', 'refused')),
  attempts integer NOT NULL DEFAULT 0,
  -- True: an attempt was begun and nobody knows what became of it.
  in_doubt boolean NOT NULL DEFAULT false,
  not_before bigint NOT NULL DEFAULT 0,
  asked_at bigint NOT NULL,
  -- The server that works on it.
  owner integer
);
CREATE INDEX effects_pending ON effects (tenant_id, call_id, position) WHERE status = 'pending';

-- Servers take a number at their start and hold an advisory lock on it for as long as they live.
CREATE SEQUENCE owners AS integer CYCLE;

CREATE TABLE sign_ins (
  state_hash text PRIMARY KEY,
  code_verifier text NOT NULL,
  nonce text NOT NULL,
  expires_at bigint NOT NULL
);

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  expires_at bigint NOT NULL,
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators
);

CREATE TABLE consoles (
  connection_id text PRIMARY KEY,
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  owner integer NOT NULL,
  gone_at bigint
);
CREATE INDEX consoles_of_operator ON consoles (tenant_id, operator_id);

CREATE TABLE people (
  tenant_id text NOT NULL,
  person_id text NOT NULL,
  name text NOT NULL,
  search_text text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);

CREATE TABLE directories (
  tenant_id text PRIMARY KEY REFERENCES tenants,
  -- Where the next page or the next changes are read from; absent before the first page.
  link text,
  is_filled boolean NOT NULL DEFAULT false
);
