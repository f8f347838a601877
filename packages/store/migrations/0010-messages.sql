-- 0010 compatible: messages to colleagues, templates for them, and the languages that they are written in.

-- A message on its way, and what became of it. Personal: read by its operator alone.
CREATE TABLE messages (
  tenant_id text NOT NULL,
  operator_id text NOT NULL,
  -- The console's own: asked for twice it is one.
  message_id text NOT NULL,
  way text NOT NULL CHECK (way IN ('mail', 'chat')),
  person_id text NOT NULL,
  recipient_name text NOT NULL,
  address text,
  call_id text,
  language text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  is_urgent boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'doubtful', 'withdrawn')),
  -- Why it failed.
  reason text,
  asked_at bigint NOT NULL,
  -- When it was asked for, or asked for again.
  wanted_since bigint NOT NULL,
  -- Since when it is in this state.
  state_since bigint NOT NULL,
  -- When the request left of which nobody knows what became.
  began_at bigint,
  tries integer NOT NULL DEFAULT 0,
  looks integer NOT NULL DEFAULT 0,
  -- When somebody has to do something about it; while a server does, when another one may.
  due_at bigint,
  -- Whose turn it is: whoever holds another one has come too late.
  lease text,
  -- Of the chat that it goes to, once it is known.
  chat_id text,
  PRIMARY KEY (tenant_id, operator_id, message_id),
  FOREIGN KEY (tenant_id, operator_id) REFERENCES operators ON DELETE CASCADE
);
CREATE INDEX messages_due ON messages (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX messages_by_time ON messages (tenant_id, asked_at);
CREATE INDEX messages_of_call ON messages (tenant_id, call_id) WHERE call_id IS NOT NULL;

-- A tenant's own templates. One of the name and language of a shipped one stands in for it.
CREATE TABLE message_templates (
  tenant_id text NOT NULL REFERENCES tenants,
  name text NOT NULL,
  language text NOT NULL,
  title text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  changed_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, name, language)
);

-- What a tenant writes in to those of whom no language is known.
ALTER TABLE tenants ADD COLUMN language text;
