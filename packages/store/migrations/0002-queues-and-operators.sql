-- 0002 compatible: queues with switches, operators with a status, calls back, sounds; calls get what is new of them.

ALTER TABLE queues ADD COLUMN switches jsonb NOT NULL DEFAULT '{"mode": "auto", "isEmergency": false}';

ALTER TABLE operators
  ADD COLUMN status text NOT NULL DEFAULT 'offline' CHECK (status IN ('available', 'break', 'offline')),
  -- Of the break that they are on, or go back to when they come again; '' for a break without a reason.
  ADD COLUMN break_reason text,
  -- True: their Teams presence began the break and ends it.
  ADD COLUMN is_break_by_presence boolean NOT NULL DEFAULT false,
  ADD COLUMN status_since bigint NOT NULL DEFAULT 0,
  ADD COLUMN wrap_up_until bigint,
  ADD COLUMN idle_since bigint NOT NULL DEFAULT 0,
  ADD COLUMN last_offered_at bigint NOT NULL DEFAULT 0,
  ADD COLUMN follows_presence boolean NOT NULL DEFAULT false;
CREATE INDEX operators_at_work ON operators (tenant_id) WHERE status = 'available';

ALTER TABLE queue_operators ADD COLUMN rank integer NOT NULL DEFAULT 0;
CREATE INDEX operators_of_queue ON queue_operators (tenant_id, queue_id);

ALTER TABLE events ALTER COLUMN call_id DROP NOT NULL;
ALTER TABLE events
  ADD COLUMN subject text NOT NULL DEFAULT 'call' CHECK (subject IN ('call', 'operator', 'queue', 'callBack'));

-- What Graph said to it, for the timeline.
ALTER TABLE effects ADD COLUMN closed_at bigint, ADD COLUMN outcome text;
CREATE INDEX effects_of_call ON effects (tenant_id, call_id, position);

-- When an operator first talked to the caller.
ALTER TABLE calls ADD COLUMN answered_at bigint;
CREATE INDEX calls_answered ON calls (tenant_id, queue_id, ended_at) WHERE answered_at IS NOT NULL;
CREATE INDEX calls_in_line ON calls (tenant_id, queue_id) WHERE state IN ('answering', 'greeting', 'waiting');
CREATE INDEX calls_parked ON calls (tenant_id, state) WHERE state IN ('parked', 'camped');

CREATE TABLE call_backs (
  tenant_id text NOT NULL REFERENCES tenants,
  call_back_id text NOT NULL,
  call_id text NOT NULL,
  queue_id text NOT NULL,
  number text NOT NULL,
  name text,
  promised_at bigint NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'done')),
  operator_id text,
  changed_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, call_back_id)
);
CREATE INDEX call_backs_to_do ON call_backs (tenant_id, promised_at) WHERE state <> 'done';

CREATE TABLE sounds (
  tenant_id text NOT NULL REFERENCES tenants,
  -- Unguessable: whoever knows it may fetch the sound.
  sound_id text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  milliseconds integer NOT NULL,
  wav bytea NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (tenant_id, sound_id)
);

-- Calls under way go on.
UPDATE calls SET data = (data
  || '{"formerQueues": [], "bridge": "anchor", "rank": {"isVip": false, "priority": 0}}'
  || CASE WHEN state IN ('waiting', 'connecting')
       THEN jsonb_build_object('wait', jsonb_build_object('since', data -> 'since', 'refusals', '[]'::jsonb))
       ELSE '{}' END
  || CASE WHEN data ? 'ringUntil'
       THEN jsonb_build_object('invitation',
         (data -> 'invitation') || jsonb_build_object('ringUntil', data -> 'ringUntil'))
       ELSE '{}' END
  || CASE
       WHEN data ->> 'callerParticipantId' IS NULL THEN '{}'
       WHEN data #>> '{sound,kind}' = 'hold' THEN jsonb_build_object('sound',
         (data -> 'sound') || jsonb_build_object('participantId', data -> 'callerParticipantId'))
       WHEN data #> '{sound,stopping}' IS NOT NULL THEN jsonb_build_object('sound',
         (data -> 'sound') || jsonb_build_object('stoppingFor', data -> 'callerParticipantId'))
       ELSE '{}' END) - 'ringUntil';
