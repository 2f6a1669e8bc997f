-- Limits whose window slides (packages/adapters): points by slice of time, instead of one sum a window.
DROP TABLE rate_limit_counter;
CREATE TABLE rate_limit_window (
  key        text        PRIMARY KEY,
  state      jsonb,
  expires_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
CREATE INDEX rate_limit_window_expires_at_idx ON rate_limit_window (expires_at);
REVOKE ALL ON rate_limit_window FROM oto_app;
