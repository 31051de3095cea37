-- One row per decision. Content lies sealed in its own table, so that metadata can outlive it.
CREATE TABLE audit_event (
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  at             TEXT NOT NULL,
  tenant         TEXT NOT NULL,                   -- 'system' for the log's own events, such as an erasure
  trace_id       TEXT NOT NULL,                   -- joins the prompt, the tool call and the published text
  actors         TEXT NOT NULL CHECK (json_valid(actors) AND json_array_length(actors) > 0),
  action         TEXT NOT NULL CHECK (action IN
                   ('approve', 'route', 'model-call', 'tool-call', 'egress', 'publish', 'erase', 'read-log')),
  decision       TEXT NOT NULL CHECK (decision IN ('allow', 'deny')),
  because        TEXT NOT NULL,
  data_class     TEXT NOT NULL CHECK (data_class IN ('public', 'internal', 'confidential', 'restricted')),
  strategy       TEXT CHECK (strategy IN ('local', 'hosted', 'hybrid')),
  processor      TEXT,                            -- who processed it, and where
  tool_pin       TEXT,                            -- digest of the tool definition that was used
  content_digest TEXT,                            -- of the sealed bytes, which may expire
  previous       TEXT NOT NULL,
  hash           TEXT NOT NULL UNIQUE             -- over every column but seq and itself
) STRICT;

CREATE TABLE audit_content (
  seq     INTEGER PRIMARY KEY REFERENCES audit_event (seq),
  key_id  TEXT NOT NULL,                          -- tenant, month and turn; destroying the key erases the content
  sealed  BLOB NOT NULL,
  expires TEXT NOT NULL
) STRICT;

-- The chain has one end: a row must continue the last one.
CREATE TRIGGER audit_event_continues BEFORE INSERT ON audit_event
WHEN NEW.previous <> coalesce((SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'does not continue the chain'); END;

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN SELECT raise(ABORT, 'append-only'); END;

CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
BEGIN SELECT raise(ABORT, 'append-only'); END;

-- What left the zone, by whom and to whom: the first question of a breach notice.
CREATE VIEW egress_by_processor AS
SELECT tenant, processor, data_class, count(*) AS calls, min(at) AS first, max(at) AS last
FROM audit_event WHERE action IN ('egress', 'model-call') AND decision = 'allow'
GROUP BY tenant, processor, data_class;

-- A breach is recorded and paged, never refused: any row here pages. An unknown strategy counts as one that left.
CREATE VIEW restricted_left AS
SELECT * FROM audit_event
WHERE data_class = 'restricted' AND decision = 'allow' AND action IN ('route', 'egress', 'model-call')
  AND strategy IS NOT 'local';
