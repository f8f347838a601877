-- 0009 compatible: calls that are over, by whom they are found; lost calls on the list of calls back.

-- One row a call that is over, written in the commit that ends it: the call's own row is ten times as wide. A call that
-- a server of before ends meanwhile is in none of these tables.
CREATE TABLE past_calls (
  tenant_id text NOT NULL,
  call_id text COLLATE "C" NOT NULL,
  -- Where it was when it ended.
  queue_id text NOT NULL,
  arrived_at bigint NOT NULL,
  answered_at bigint,
  ended_at bigint NOT NULL,
  reason text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('answered', 'putThrough', 'lost', 'refused')),
  -- Somebody to whom it was handed over did not take it.
  came_back boolean NOT NULL,
  caller jsonb NOT NULL,
  target jsonb,
  -- The operators who talked to the caller, in their order.
  taken_by text[] NOT NULL,
  -- What a search looks at: the folded words of caller and target behind spaces, their numbers in digits.
  words text NOT NULL,
  -- Its rows of `past_call_entries`.
  found_by text[] NOT NULL,
  PRIMARY KEY (tenant_id, call_id)
);

-- Whom a call of the past belongs to: `queue …` for each that it was in, `operator …` for each who talked, `caller …`. In
-- the order in which it is read: a page is a piece of the key.
CREATE TABLE past_call_entries (
  tenant_id text NOT NULL,
  found_by text COLLATE "C" NOT NULL,
  arrived_at bigint NOT NULL,
  call_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, found_by, arrived_at, call_id)
);

WITH rung AS (
  SELECT tenant_id, call_id, seq, at, type, data ->> 'operatorId' AS operator_id,
    lead(type) OVER (PARTITION BY tenant_id, call_id ORDER BY seq) AS next
  FROM events
  WHERE type IN ('operatorRung', 'operatorJoined', 'operatorMissed', 'callRecalled', 'transferReturned')
), stories AS (
  SELECT tenant_id, call_id, bool_or(type IN ('callRecalled', 'transferReturned')) AS came_back,
    array_remove(array_agg(CASE WHEN type = 'operatorRung' AND next = 'operatorJoined' THEN operator_id END
      ORDER BY seq), NULL) AS takers
  FROM rung GROUP BY tenant_id, call_id
), known AS (
  SELECT c.*, coalesce(s.came_back, false) AS came_back, coalesce(s.takers, '{}') AS takers,
    CASE WHEN data ->> 'reason' = 'handedOver' THEN 'putThrough'
      WHEN data ->> 'reason' IN ('blocked', 'rejected') THEN 'refused'
      WHEN data ->> 'reason' = 'operatorHungUp' OR answered_at IS NOT NULL AND c.data ? 'operatorId' THEN 'answered'
      ELSE 'lost' END AS outcome,
    CASE WHEN data #>> '{caller,kind}' = 'number'
      THEN nullif(regexp_replace(data #>> '{caller,number}', '\D', '', 'g'), '')
      ELSE lower(data #>> '{caller,id}') END AS caller_key
  FROM calls c LEFT JOIN stories s USING (tenant_id, call_id) WHERE c.ended_at IS NOT NULL
)
INSERT INTO past_calls
SELECT tenant_id, call_id, queue_id, arrived_at, answered_at, ended_at, data ->> 'reason', outcome, came_back,
  data -> 'caller', data -> 'target', takers,
  ' ' || regexp_replace(lower(concat_ws(' ', data #>> '{caller,name}', data #>> '{target,name}')), '[^[:alnum:]]+', ' ', 'g')
    || concat_ws(' ', '', regexp_replace(data #>> '{caller,number}', '\D', '', 'g'),
      regexp_replace(data #>> '{target,number}', '\D', '', 'g')),
  ARRAY(SELECT DISTINCT 'queue ' || q FROM (SELECT queue_id UNION ALL
      SELECT jsonb_array_elements_text(coalesce(data -> 'formerQueues', '[]'))) AS places (q))
    || ARRAY(SELECT DISTINCT 'operator ' || t FROM unnest(takers) t)
    || CASE WHEN caller_key IS NULL THEN ARRAY[]::text[] ELSE ARRAY['caller ' || caller_key] END
FROM known;

INSERT INTO past_call_entries
SELECT tenant_id, unnest(found_by), arrived_at, call_id FROM past_calls;

-- A caller whom nobody reached stands on the same list as one who was promised a call back.
ALTER TABLE call_backs
  ADD COLUMN why text NOT NULL DEFAULT 'promised' CHECK (why IN ('promised', 'lost')),
  -- Of a caller in Teams, who has no number: that is empty then.
  ADD COLUMN person_id text NOT NULL DEFAULT '',
  -- How often they called in vain, and how the last of these calls ended.
  ADD COLUMN calls integer NOT NULL DEFAULT 1,
  ADD COLUMN reason text,
  -- How often somebody called back and did not reach them, and when last.
  ADD COLUMN tries integer NOT NULL DEFAULT 0,
  ADD COLUMN tried_at bigint;
-- Whoever calls again in vain is on the list once.
CREATE UNIQUE INDEX call_backs_lost ON call_backs (tenant_id, queue_id, number, person_id)
  WHERE why = 'lost' AND state <> 'done';
