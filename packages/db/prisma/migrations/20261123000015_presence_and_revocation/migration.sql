-- Tables of the single-node adapters (packages/adapters) for what Redis keeps in a cluster. They are
-- not Prisma models and only the system role reaches them.

-- presence: a row per open connection, which counts until its time is over ...
CREATE TABLE presence_connection (
  gallery_id    uuid        NOT NULL,
  user_id       uuid        NOT NULL,
  connection_id text        NOT NULL,
  expires_at    timestamptz NOT NULL,
  PRIMARY KEY (gallery_id, user_id, connection_id)
) WITH (fillfactor = 80);
CREATE INDEX presence_connection_expires_at_idx ON presence_connection (expires_at);
-- ... and when somebody was last there.
CREATE TABLE presence_seen (
  gallery_id uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  seen_at    timestamptz NOT NULL,
  PRIMARY KEY (gallery_id, user_id)
) WITH (fillfactor = 80);

-- revocation: whose access ended lately, for processes that did not hear it at once.
CREATE TABLE revocation (
  subject    text        PRIMARY KEY,
  revoked_at timestamptz NOT NULL
);
CREATE INDEX revocation_revoked_at_idx ON revocation (revoked_at);

REVOKE ALL ON presence_connection, presence_seen, revocation FROM oto_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['presence_connection', 'presence_seen']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO oto_app USING (gallery_id = app_gallery_id()) WITH CHECK (gallery_id = app_gallery_id())', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
